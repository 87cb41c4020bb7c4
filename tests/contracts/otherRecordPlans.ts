import type { Plan } from '#shared/domain/plan.ts';
import { copy, plainJob, planOf, step, take, text } from './sageCompanyPlans.ts';

/** Plans of records besides change orders, written by hand as a planner would make them. */

export function vendorPlan(name = 'Bay Area Glazing'): Plan {
  return planOf({
    kind: 'vendor.create',
    businessKey: 'vendors',
    target: { job: '', phase: '0', table: 'actpay', record: null, number: null },
    controls: { lines: 0, sums: [] },
    title: `New vendor ${name}`,
    steps: [
      step(
        'header',
        'insert',
        'actpay',
        {},
        take('_idnum', 'rowId'),
        take('recnum', 'record'),
        text('vndnme', name),
        text('shtnme', name),
        take('insdte', 'timestamp'),
      ),
    ],
  });
}

export type SubcontractWanted = {
  readonly vendor: string;
  readonly job?: string;
  readonly number?: string;
  readonly description?: string;
  readonly amounts?: readonly string[];
};

/** A subcontract of the vendor with one line for each amount. */
export function subcontractPlan(wanted: SubcontractWanted): Plan {
  const { vendor, job = plainJob, number = 'SC-77', amounts = ['500.00', '20.25'] } = wanted;
  const description = wanted.description ?? 'Glazing';
  return planOf({
    kind: 'subcontract.create',
    businessKey: `job/${job}`,
    target: { job, phase: '0', table: 'subcon', record: null, number },
    controls: { lines: amounts.length, sums: [{ label: 'Contract', amount: '520.25' }] },
    title: `New subcontract ${number} of job ${job}`,
    steps: [
      step(
        'header',
        'insert',
        'subcon',
        {},
        take('_idnum', 'rowId'),
        take('recnum', 'record'),
        text('ctcnum', number),
        text('vndnum', vendor),
        text('jobnum', job),
        text('dscrpt', description),
        text('status', '1'),
        text('condte', '2026-11-22'),
        take('usrnme', 'user'),
      ),
      ...amounts.map((amount, index) =>
        step(
          `line.${index}`,
          'insert',
          'sbcnln',
          {},
          take('_idnum', 'rowId'),
          copy('_idref', 'header', '_idnum'),
          copy('recnum', 'header', 'recnum'),
          take('linnum', 'line'),
          text('dscrpt', `${description} ${index + 1}`),
          text('cstcde', '15180.000'),
          text('csttyp', '4'),
          text('amount', amount),
        ),
      ),
    ],
  });
}
