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

/** A subcontract of the vendor with one line for each amount. */
export function subcontractPlan(
  vendor: string,
  number = 'SC-77',
  amounts: readonly string[] = ['500.00', '20.25'],
): Plan {
  return planOf({
    kind: 'subcontract.create',
    businessKey: `job/${plainJob}`,
    target: { job: plainJob, phase: '0', table: 'subcon', record: null, number },
    controls: { lines: amounts.length, sums: [{ label: 'Contract', amount: '520.25' }] },
    title: `New subcontract ${number} of job ${plainJob}`,
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
        text('jobnum', plainJob),
        text('dscrpt', 'Glazing'),
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
          text('dscrpt', `Glazing ${index + 1}`),
          text('cstcde', '15180.000'),
          text('csttyp', '4'),
          text('amount', amount),
        ),
      ),
    ],
  });
}
