import { linkedLines } from '#shared/domain/linkedLines.ts';
import type { Cell, Plan, Step } from '#shared/domain/plan.ts';
import type { PlanningInput } from '#shared/domain/plans/changeOrder/input.ts';
import type { BudgetLine, ChangeOrder, PrimeLine, Subcontract, SubcontractLine } from '#shared/domain/sage/facts.ts';

/** Does on facts in memory what a plan says, so that a next plan can start from what the last one left behind. */

type Row = Record<string, string | null>;
type Rows = Record<string, Row[]>;

const phase = (value: string | null | undefined) => value ?? '0';

/** Sage's columns by the names that facts have for them. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  prmchg: {
    record: 'recnum',
    number: 'chgnum',
    date: 'chgdte',
    job: 'jobnum',
    phase: 'phsnum',
    description: 'dscrpt',
    reason: 'reason',
    clientPo: 'pchord',
    userDefined1: 'usrdf1',
    userDefined2: 'usrdf2',
    submitted: 'subdte',
    approvedOn: 'aprdte',
    invoiced: 'invdte',
    delayRequested: 'delreq',
    delayApproved: 'dysdly',
    type: 'chgtyp',
    status: 'status',
    requested: 'reqamt',
    approved: 'appamt',
    cost: 'cstamt',
    notes: 'ntetxt',
  },
  pmcgln: {
    line: 'linnum',
    description: 'dscrpt',
    requested: 'reqprc',
    approved: 'aprprc',
    costCode: 'cstcde',
    costType: 'csttyp',
  },
  sbcgln: {
    line: 'linnum',
    description: 'dscrpt',
    hours: 'chghrs',
    units: 'chgunt',
    amount: 'bdgprc',
    costCode: 'cstcde',
    costType: 'csttyp',
    vendor: 'vndnum',
    subcontract: 'vndctc',
    subcontractLine: 'ctclin',
    changeNumber: 'chgnum',
    status: 'chgsts',
    date: 'chgdte',
  },
  subcon: { record: 'recnum', changes: 'chgttl', total: 'ctcttl', balance: 'balttl' },
  sbcnln: {
    line: 'linnum',
    description: 'dscrpt',
    costCode: 'cstcde',
    costType: 'csttyp',
    amount: 'amount',
    change: 'change',
    contract: 'cntrct',
    billed: 'billed',
    remaining: 'remain',
  },
};

function rowFrom(table: string, fact: object, more: Row = {}): Row {
  const values = fact as Readonly<Record<string, string | null>>;
  return {
    ...Object.fromEntries(Object.entries(names[table] ?? {}).map(([field, column]) => [column, values[field] ?? null])),
    ...more,
  };
}

function factFrom<T>(table: string, row: Row, rest: object): T {
  return {
    ...rest,
    ...Object.fromEntries(Object.entries(names[table] ?? {}).map(([field, column]) => [field, row[column] ?? null])),
  } as T;
}

function rowsOf({ facts }: PlanningInput): Rows {
  const lines = (table: string, all: readonly { readonly record: string }[], grid: string) =>
    all.flatMap((fact) =>
      (Reflect.get(fact, grid) as readonly object[]).map((line) => rowFrom(table, line, { recnum: fact.record })),
    );
  return {
    prmchg: facts.changeOrders.map((fact) => rowFrom('prmchg', fact)),
    pmcgln: lines('pmcgln', facts.changeOrders, 'prime'),
    sbcgln: lines('sbcgln', facts.changeOrders, 'budget'),
    subcon: facts.subcontracts.map((fact) => rowFrom('subcon', fact)),
    sbcnln: lines('sbcnln', facts.subcontracts, 'lines'),
  };
}

/** The facts after the plan, and the draft that an update would start from. */
export function applied(
  input: PlanningInput,
  plan: Plan,
): { readonly next: PlanningInput; readonly changeOrder: ChangeOrder } {
  const rows = rowsOf(input);
  const done = new Map<string, Row>();
  for (const step of plan.steps) done.set(step.id, write(rows, step, done));
  const record = plan.target.record ?? done.get('header')?.recnum ?? '';
  const changeOrders = (rows.prmchg ?? []).map((row): ChangeOrder => {
    const old = input.facts.changeOrders.find((fact) => fact.record === row.recnum);
    const grid = <T>(table: string) => linesOf<T>(rows, table, row.recnum ?? '');
    const lines = { prime: grid<PrimeLine>('pmcgln'), budget: grid<BudgetLine>('sbcgln') };
    const rest = { locked: false, updated: '', ...old, ...lines };
    return { ...factFrom<ChangeOrder>('prmchg', row, rest), phase: phase(row.phsnum) };
  });
  const subcontracts = input.facts.subcontracts.map((old): Subcontract => {
    const row = (rows.subcon ?? []).find(({ recnum }) => recnum === old.record) ?? {};
    return factFrom<Subcontract>('subcon', row, {
      ...old,
      lines: linesOf<SubcontractLine>(rows, 'sbcnln', old.record),
    });
  });
  const changeOrder = changeOrders.find((fact) => fact.record === record);
  if (changeOrder === undefined) throw new Error('The plan leaves no change order behind');
  const links = linksAfter(input, plan, changeOrder, done);
  const facts = { ...input.facts, changeOrders, subcontracts, links };
  const draft = {
    ...input.draft,
    target: { mode: 'update' as const, record },
    prime: links.flatMap(({ allocation }) => allocation.prime),
    budget: links.flatMap(({ allocation }) => allocation.budget),
  };
  return { next: { ...input, facts, draft }, changeOrder };
}

function linesOf<T>(rows: Rows, table: string, record: string): readonly T[] {
  return (rows[table] ?? []).filter(({ recnum }) => recnum === record).map((row) => factFrom<T>(table, row, {}));
}

function write(rows: Rows, step: Step, done: ReadonlyMap<string, Row>): Row {
  const table = rows[step.table] ?? [];
  const isParent = (row: Row, values: Row) => row.recnum === values.recnum;
  const values: Row = {};
  for (const { column, cell } of step.columns) values[column] = cellText(cell, done);
  if (step.op === 'insert') {
    if (step.table === 'prmchg') values.recnum = String(9000 + table.length);
    else
      values.linnum = String(
        Math.max(0, ...table.filter((row) => isParent(row, values)).map(({ linnum }) => Number(linnum))) + 1,
      );
    table.push(values);
    return values;
  }
  const row = table.find((candidate) =>
    Object.entries(step.key).every(([column, value]) => candidate[column] === value),
  );
  if (row === undefined) throw new Error(`Step ${step.id} finds no row`);
  for (const { column, was } of step.columns) {
    if (was !== undefined && (row[column] ?? null) !== was)
      throw new Error(`${step.id} ${column}: ${row[column]} is not ${was}`);
  }
  return Object.assign(row, values);
}

function cellText(cell: Cell, done: ReadonlyMap<string, Row>): string | null {
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'copy') return done.get(cell.step)?.[cell.column] ?? null;
  return cell.kind === 'take' ? cell.preview : 'row id';
}

function linksAfter(input: PlanningInput, plan: Plan, changeOrder: ChangeOrder, done: ReadonlyMap<string, Row>) {
  const { prime, budget, updated, ...header } = changeOrder;
  const rows = [...done].map(([step, row]) => ({
    step,
    table: '',
    key: {},
    columns: Object.entries(row).map(([column, text]) => ({ column, planned: text, readBack: text })),
  }));
  const receipt = {
    operationKey: '',
    planHash: '',
    fingerprint: '',
    appliedAt: '',
    record: '',
    number: '',
    rows,
    differences: 0,
  };
  return input.cors.map((of) => {
    const before = input.facts.links.find(({ corId }) => corId === of.id) ?? null;
    const lines = linkedLines({ plan, draft: input.draft, receipt, changeOrder, corId: of.id, before });
    const ours = <T extends { readonly line: string }>(all: readonly T[], mine: ReadonlySet<string>) =>
      all.filter(({ line }) => mine.has(line));
    return {
      corId: of.id,
      job: changeOrder.job,
      phase: changeOrder.phase,
      record: changeOrder.record,
      number: changeOrder.number,
      pushed: { cor: of, header, prime: ours(prime, lines.prime), budget: ours(budget, lines.budget) },
      allocation: lines.allocation,
      label: null,
      transferId: 't',
      pushedAt: '2026-11-20T16:00:00.000Z',
      pushedBy: 'Ines',
    };
  });
}
