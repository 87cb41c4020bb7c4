import type { Cell, Plan, PlannedColumn, Receipt, Step } from '#shared/domain/plan.ts';
import { describedSchema } from '#shared/domain/sage/catalog/described.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { ApplyOutcome, Approval, SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { fingerprintOf } from '../../electron/sage/catalog/readCatalog.ts';
import { companyId } from './sageCompanyRig.ts';

/** Plans written by hand, as a planner would make them. */

/** Of a sample company, which is exactly as described. */
export const sampleFingerprint = fingerprintOf(describedSchema());

export const approval = (operationKey: string, planHash = 'hash of the plan'): Approval => ({
  company: companyId,
  operationKey,
  stores: ['sampleFile'],
  newestRecord: '0',
  planHash,
  installation: 'a-memory-of-plumbline',
  person: 'Zoë Ångström',
  at: '2026-11-22T10:00:00.000Z',
  officeTime: '2026-11-22 02:00:00.000',
});

/** The plan as if it had been made on the database as it is now, triggers and all. */
export async function madeNow(company: SageCompany, plan: Plan): Promise<Plan> {
  const inspected = await company.inspect('sampleFile', '2026-11-22T09:00:00.000Z');
  if (!inspected.ok) throw new Error(inspected.failure.sentence);
  return { ...plan, fingerprint: inspected.value.catalog.fingerprint };
}

export const text = (column: string, value: string | null): PlannedColumn => ({
  column,
  cell: { kind: 'text', text: value },
  origin: 'entered',
});

export const take = (column: string, rule: Extract<Cell, { kind: 'take' }>['rule']): PlannedColumn => ({
  column,
  cell: { kind: 'take', rule, preview: 'the next' },
  origin: 'taken',
});

export const copy = (column: string, step: string, from: string): PlannedColumn => ({
  column,
  cell: { kind: 'copy', step, column: from },
  origin: 'taken',
});

export const parentRowId = (table: string, record: string): PlannedColumn => ({
  column: '_idref',
  cell: { kind: 'read', table, key: { recnum: record }, column: '_idnum' },
  origin: 'taken',
});

export const step = (
  id: string,
  op: Step['op'],
  table: string,
  key: Record<string, string>,
  ...columns: PlannedColumn[]
): Step => ({ id, op, table, key, columns, corId: null, title: id });

export function planOf(parts: Partial<Plan> & Pick<Plan, 'steps' | 'target'>): Plan {
  return {
    format: 1,
    kind: parts.target.record === null ? 'changeOrder.create' : 'changeOrder.append',
    company: companyId,
    fingerprint: sampleFingerprint,
    businessKey: `job/${parts.target.job}`,
    sources: [],
    checks: [],
    controls: { lines: parts.steps.length - 1, requested: '0.00', approved: '0.00', budget: '0.00' },
    title: 'COR 7 into a change order',
    warnings: [],
    undo: [],
    ...parts,
  };
}

/** A job with change orders 1 to 7, and its neighbours with other kinds of numbers. */
export const plainJob = '2402';
export const letteredJob = '2404';
export const dashedJob = '2406';

export type Wanted = {
  readonly job?: string;
  readonly phase?: string | null;
  readonly number?: PlannedColumn;
  readonly description?: string;
  readonly amounts?: readonly string[];
  readonly checks?: Plan['checks'];
};

/** A new change order: a header, one prime line and one budget line for each amount. */
export function createPlan(wanted: Wanted = {}): Plan {
  const { job = plainJob, phase = null, number = take('chgnum', 'changeNumber'), amounts = ['125.50'] } = wanted;
  const description = wanted.description ?? 'Relocate sprinkler heads';
  const header = step(
    'header',
    'insert',
    'prmchg',
    {},
    take('_idnum', 'rowId'),
    take('recnum', 'record'),
    number,
    text('jobnum', job),
    text('phsnum', phase),
    text('chgdte', '2026-11-22'),
    text('dscrpt', description),
    text('status', '2'),
    text('reqamt', amounts[0] ?? '0'),
    take('usrnme', 'user'),
    take('insdte', 'timestamp'),
    take('upddte', 'timestamp'),
  );
  const prime = amounts.map((amount, index) =>
    step(
      `prime.${index}`,
      'insert',
      'pmcgln',
      {},
      take('_idnum', 'rowId'),
      copy('_idref', 'header', '_idnum'),
      copy('recnum', 'header', 'recnum'),
      take('linnum', 'line'),
      text('dscrpt', `${description} ${index + 1}`),
      text('reqprc', amount),
      text('aprprc', '0'),
      text('cstcde', '15180'),
      text('csttyp', '4'),
    ),
  );
  const budget = amounts.map((amount, index) =>
    budgetLine(`budget.${index}`, copy('_idref', 'header', '_idnum'), copy('recnum', 'header', 'recnum'), amount),
  );
  return planOf({
    target: { job, phase: phase ?? '0', record: null, number: null },
    steps: [header, ...prime, ...budget],
    checks: wanted.checks ?? [],
  });
}

function budgetLine(id: string, parent: PlannedColumn, record: PlannedColumn, amount: string): Step {
  return step(
    id,
    'insert',
    'sbcgln',
    {},
    take('_idnum', 'rowId'),
    parent,
    record,
    take('linnum', 'line'),
    text('dscrpt', `Budget ${id}`),
    text('bdgprc', amount),
    text('cstcde', '15180.000'),
    text('csttyp', '4'),
  );
}

/** Two more budget lines for a change order that exists, and its cost total raised. */
export function appendPlan(target: ChangeOrder, cost: { readonly was: string; readonly will: string }): Plan {
  return planOf({
    target: { job: target.job, phase: target.phase, record: target.record, number: target.number },
    steps: [
      step(
        'header',
        'update',
        'prmchg',
        { recnum: target.record },
        { ...text('cstamt', cost.will), was: cost.was },
        take('upddte', 'timestamp'),
        take('updusr', 'user'),
      ),
      budgetLine('budget.0', parentRowId('prmchg', target.record), text('recnum', target.record), '10.00'),
      budgetLine('budget.1', copy('_idref', 'header', '_idnum'), text('recnum', target.record), '-0.01'),
    ],
  });
}

/** The outcome of a plan that was written into a change order. */
export function applied(outcome: ApplyOutcome): { readonly receipt: Receipt; readonly changeOrder: ChangeOrder } {
  if (outcome.outcome !== 'applied' || outcome.changeOrder === null) {
    throw new Error(`Not applied: ${JSON.stringify(outcome)}`);
  }
  return { receipt: outcome.receipt, changeOrder: outcome.changeOrder };
}
