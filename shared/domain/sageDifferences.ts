import { isDecimal, sameDecimal } from './decimal.ts';
import type { Difference, Link } from './link.ts';
import { changeOrderStatuses, statusWords } from './sage/enumerations.ts';
import type { BudgetLine, ChangeOrder, PrimeLine } from './sage/facts.ts';

/** Fields of a change order's header whose edits in Sage matter. Notes, user fields and locks are not among them. */
const headerFields = {
  number: 'Change#',
  date: 'Date',
  phase: 'Phase',
  description: 'Description',
  reason: 'Reason',
  clientPo: 'Client PO#',
  submitted: 'Submitted',
  approvedOn: 'Approved on',
  delayRequested: 'Delay Requested',
  delayApproved: 'Delay Approved',
  type: 'CO Type',
  status: 'Status',
  requested: 'Requested Amount',
  approved: 'Approved Amount',
  cost: 'Cost Amount',
} as const satisfies Partial<Record<keyof ChangeOrder, string>>;

const primeFields = {
  description: 'Description',
  requested: 'Requested',
  approved: 'Approved',
  costCode: 'Cost Code',
  costType: 'Cost Type',
} as const satisfies Partial<Record<keyof PrimeLine, string>>;

const budgetFields = {
  description: 'Description',
  hours: 'Budget Hours',
  units: 'Budget Units',
  amount: 'Budget Amount',
  costCode: 'Cost Code',
  costType: 'Cost Type',
  vendor: 'Vendor',
  subcontract: 'Subcontract',
  subcontractLine: 'Subcontract Line',
  changeNumber: 'Change#',
  status: 'Status',
} as const satisfies Partial<Record<keyof BudgetLine, string>>;

/** What was edited in Sage: in the header, or in the lines that this COR wrote. */
export function sageDifferences(link: Link, now: ChangeOrder): readonly Difference[] {
  const { header, prime, budget } = link.pushed;
  return [
    ...compare('header', '', headerFields, header, now),
    ...prime.flatMap((line) =>
      compareLine(
        'prime',
        'Prime line',
        primeFields,
        line,
        now.prime.find((row) => row.line === line.line),
      ),
    ),
    ...budget.flatMap((line) =>
      compareLine(
        'budget',
        'Budget line',
        budgetFields,
        line,
        now.budget.find((row) => row.line === line.line),
      ),
    ),
  ];
}

function compareLine<T extends { readonly line: string }>(
  grid: string,
  words: string,
  fields: Readonly<Record<string, string>>,
  pushed: T,
  now: T | undefined,
): readonly Difference[] {
  const name = `${words} ${pushed.line}`;
  if (now === undefined) {
    return [{ side: 'sage', field: `${grid}.${pushed.line}`, label: name, pushed: 'there', now: 'deleted in Sage' }];
  }
  return compare(`${grid}.${pushed.line}`, `${name}: `, fields, pushed, now);
}

function compare(
  place: string,
  words: string,
  fields: Readonly<Record<string, string>>,
  pushed: object,
  now: object,
): readonly Difference[] {
  const before = pushed as Readonly<Record<string, string | null>>;
  const after = now as Readonly<Record<string, string | null>>;
  return Object.entries(fields).flatMap(([field, label]): Difference[] => {
    const [was, is] = [before[field] ?? '', after[field] ?? ''];
    if (sameInSage(field, was, is)) return [];
    const show = (value: string) => (field === 'status' ? statusWords(changeOrderStatuses, value) : value);
    return [{ side: 'sage', field: `${place}.${field}`, label: `${words}${label}`, pushed: show(was), now: show(is) }];
  });
}

/** "No phase" is empty or 0; a decimal is the same in any scale. */
function sameInSage(field: string, was: string, is: string): boolean {
  if (was === is) return true;
  if (field === 'phase') return (was || '0') === (is || '0');
  return decimalFields.has(field) && isDecimal(was) && isDecimal(is) && sameDecimal(was, is);
}

const decimalFields = new Set(['requested', 'approved', 'cost', 'amount', 'hours', 'units', 'costCode']);
