import type { Draft } from '#shared/domain/draft.ts';

/** Steps of the wizard as the address bar counts them. */
export const steps = ['Change order', 'Prime change details', 'Budget and sub change details', 'Review'] as const;
export type StepNumber = 1 | 2 | 3 | 4;

export function stepNumber(text: string | undefined): StepNumber {
  if (text === '2') return 2;
  if (text === '3') return 3;
  return text === '4' ? 4 : 1;
}

/** The step in which a field of the draft is entered, by its path: `budget.2.costCode` → 3. */
export function stepOf(field: string): StepNumber {
  if (field.startsWith('prime')) return 2;
  return field.startsWith('budget') ? 3 : 1;
}

/** The address of a step, with the field that gets the focus there. */
export function stepHash(id: string, step: StepNumber, field: string | null = null): string {
  const query = field === null ? '' : `?field=${encodeURIComponent(field)}`;
  return `#/add/${encodeURIComponent(id)}/${step}${query}`;
}

/** The text in the draft at a path; null when there is no such field. */
export function valueAt(draft: Draft, field: string): string | null {
  let value: unknown = draft;
  for (const part of field.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
    value = Reflect.get(value, part);
  }
  return typeof value === 'string' ? value : null;
}

const lists = ['prime', 'budget'];
const words: Readonly<Record<string, string>> = {
  'header.number': 'Change#',
  'header.date': 'Date',
  'header.description': 'Description',
  'header.status': 'Status',
  'header.type': 'CO Type',
  'header.phase': 'Phase',
  'header.clientPo': 'Client PO#',
  'header.reason': 'Reason',
  'header.delayRequested': 'Delay Requested',
  'header.delayApproved': 'Delay Approved',
  'header.submitted': 'Submitted',
  'header.approvedOn': 'Approved',
  'header.notes': 'Notes',
  target: 'Change order',
  job: 'Job',
  corIds: 'Change order request',
  prime: 'Prime line',
  budget: 'Budget line',
  description: 'Description',
  requested: 'Requested',
  approved: 'Approved',
  costCode: 'Sage 100 Cost Code',
  costType: 'Sage 100 Cost Type',
  share: 'Share',
  multiplier: 'Sage 100 Multiplier',
  hours: 'Hours',
  units: 'Units',
  subcontract: 'Subcontract',
  'subcontract.vendor': 'Vendor',
  'subcontract.subcontract': 'Subcontract',
  'subcontract.line': 'Subcontract Line',
  'subcontract.changeNumber': 'Subcontract Change#',
  'subcontract.status': 'Subcontract Status',
};

/** A field of a line in words, by its path within the line: `subcontract.line` → `Subcontract Line`. */
export function fieldName(field: string): string {
  return words[field] ?? field;
}

/** A field's path in words: `budget.2.costCode` → `Budget line 3, Sage 100 Cost Code`. */
export function fieldWords(field: string): string {
  const [list = '', index = '', ...rest] = field.split('.');
  if (!/^\d+$/.test(index)) return words[field] ?? words[list] ?? field;
  const line = `${words[list] ?? list} ${Number.parseInt(index, 10) + 1}`;
  if (!lists.includes(list) || rest.length === 0) return line;
  return `${line}, ${fieldName(rest.join('.'))}`;
}
