import type { SubcontractStatus } from '#shared/domain/sage/enumerations.ts';
import type { BudgetLine } from './budgets.ts';
import { at, between, dayText, dollars, rowIdOf, seeded, share, sum } from './chance.ts';
import type { BudgetChange, ChangeOrder } from './changeOrders.ts';
import type { SampleJob } from './jobs.ts';
import { costCodeName } from './lists.ts';
import { auditColumns, type SampleRow, sampleRow } from './rows.ts';
import { subcontractorOf } from './vendors.ts';
import { selfPerformed, type TradeName, trades } from './words/trades.ts';

/** A subcontract as it was signed; amounts in cents. */
export type Subcontract = {
  readonly record: string;
  readonly number: string;
  readonly vendor: string;
  readonly trade: TradeName;
  readonly status: SubcontractStatus;
  readonly lines: readonly SubcontractLine[];
};
export type SubcontractLine = {
  readonly line: string;
  readonly code: string;
  readonly description: string;
  readonly amount: bigint;
};

/** A subcontract with what change orders and invoices did to it. */
export type SubcontractAccount = Subcontract & {
  readonly accounts: readonly LineAccount[];
  /** The day of the last approved change; null when there was none. */
  readonly changedDay: number | null;
};
export type LineAccount = SubcontractLine & { readonly change: bigint; readonly billed: bigint };

const statusesByJob: Readonly<Record<SampleJob['status'], readonly SubcontractStatus[]>> = {
  '1': [],
  '2': [],
  '3': ['3', '3'],
  '4': ['4', '4', '3', '4', '1'],
  '5': ['5', '5', '4'],
  '6': ['6', '6'],
};

/** Signed for 96 % of the budget, in whole dollars. */
function linesOf(trade: TradeName, budget: readonly BudgetLine[]): readonly SubcontractLine[] {
  const codes = [...new Set(budget.filter((line) => line.trade === trade).map(({ code }) => code))];
  return codes.map((code, index) => {
    const budgeted = sum(budget.filter((line) => line.code === code).map(({ byType }) => byType['4'] ?? 0n));
    const amount = (share(budgeted, 96n, 100n) / 100n) * 100n;
    return { line: String(index + 1), code, description: costCodeName(code), amount };
  });
}

/** The subcontracts of a job, one per trade, in the order in which they were signed. */
export function subcontractsOf(
  job: SampleJob,
  budget: readonly BudgetLine[],
  nextRecord: () => string,
): readonly Subcontract[] {
  if (budget.length === 0) return [];
  const subcontracted = job.trades.filter((trade) => !selfPerformed.has(trade));
  return statusesByJob[job.status].map((status, index) => {
    const trade = at(subcontracted, index);
    return {
      record: nextRecord(),
      number: `${job.number}-${String(index + 1).padStart(3, '0')}`,
      vendor: subcontractorOf(job.block, trade, `${job.number} ${trade}`),
      trade,
      status,
      lines: linesOf(trade, budget),
    };
  });
}

/** Percent of a subcontract that has been invoiced. */
function percentBilled(job: SampleJob, { record, status }: Subcontract): bigint {
  if (status === '5' || status === '6') return 100n;
  return status === '4' ? BigInt(between(5, 85, job.number, 'billed', record)) : 0n;
}

/** Approved change order lines raise the line that they name; a line above the signed ones was made by a change order. */
export function accountOf(
  job: SampleJob,
  subcontract: Subcontract,
  changeOrders: readonly ChangeOrder[],
): SubcontractAccount {
  const changing = (line: BudgetChange) => line.sub?.record === subcontract.record && line.sub.status === '1';
  const changes = changeOrders.flatMap(({ budget }) => budget.filter(changing));
  const changedOn = changeOrders
    .filter(({ budget }) => budget.some(changing))
    .map((order) => order.approvedDay ?? order.day);
  const signed = new Set(subcontract.lines.map(({ line }) => line));
  const added = changes.flatMap(({ sub, code, description }) =>
    sub !== null && !signed.has(sub.line) ? [{ line: sub.line, code, description, amount: 0n }] : [],
  );
  const percent = percentBilled(job, subcontract);
  const accounts = [...subcontract.lines, ...added].map((line) => {
    const change = sum(changes.filter(({ sub }) => sub?.line === line.line).map(({ amount }) => amount));
    return { ...line, change, billed: share(line.amount + change, percent, 100n) };
  });
  return { ...subcontract, accounts, changedDay: changedOn.length === 0 ? null : Math.max(...changedOn) };
}

export function* subcontractRows(job: SampleJob, subcontract: SubcontractAccount): Iterable<SampleRow> {
  const { record, accounts } = subcontract;
  const signedOn = job.from + between(12, 40, 'signed', record);
  const original = sum(accounts.map(({ amount }) => amount));
  const changes = sum(accounts.map(({ change }) => change));
  const billed = sum(accounts.map((line) => line.billed));
  const touchedDay = subcontract.changedDay ?? Math.min(job.to, signedOn + between(5, 260, 'sub', record));
  yield sampleRow('subcon', {
    recnum: record,
    ctcnum: subcontract.number,
    vndnum: subcontract.vendor,
    jobnum: job.number,
    // Both ways of saying "no phase" occur.
    phsnum: seeded('sub phase', record) % 2 === 0 ? '0' : null,
    dscrpt: trades[subcontract.trade].scope,
    status: subcontract.status,
    rtnrte: '5.00',
    condte: dayText(signedOn),
    appdte: subcontract.status === '1' ? null : dayText(signedOn + 3),
    lckedt: subcontract.status === '6' ? '1' : '0',
    entdte: dayText(signedOn),
    usrnme: 'icarrasco',
    cntttl: dollars(original),
    chgttl: dollars(changes),
    ctcttl: dollars(original + changes),
    invttl: dollars(billed),
    balttl: dollars(original + changes - billed),
    ...auditColumns('subcon', record, signedOn, touchedDay, 'icarrasco'),
  });
  for (const line of accounts)
    yield sampleRow('sbcnln', {
      _idref: rowIdOf('subcon', record),
      recnum: record,
      linnum: line.line,
      dscrpt: line.description,
      cstcde: line.code,
      csttyp: '4',
      amount: dollars(line.amount),
      change: dollars(line.change),
      cntrct: dollars(line.amount + line.change),
      billed: dollars(line.billed),
      remain: dollars(line.amount + line.change - line.billed),
    });
}
