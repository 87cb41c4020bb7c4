import type { CertifiedPart } from '../certificate.ts';
import { isChangeOrderKind, type Plan, type Refusal, type Step } from '../plan.ts';
import { changeOrderStatuses, statusWords } from '../sage/enumerations.ts';

const subcontractColumns = new Set(['vndnum', 'vndctc', 'ctclin', 'chgsts']);

/**
 * What a plan holds beyond that which was compared with hand entry. Until a certificate says otherwise, a change order in a real
 * company is written as 2-Open with plain budget lines, which a person then approves in Sage. `may`: the parts that were compared.
 */
export function uncertified({ kind, steps }: Plan, may: readonly CertifiedPart[]): readonly Refusal[] {
  // Other records are written only with a certificate of their own kind, which is of the whole plan; without one they are typed.
  if (!isChangeOrderKind(kind) && kind !== 'subcontractChange.create') return [];
  return [
    ...(may.includes('status') || kind === 'changeOrder.void' ? [] : steps.flatMap(statusRefusal)),
    ...(may.includes('subcontract') ? [] : steps.filter(touchesSubcontract).slice(0, 1).map(subcontractRefusal)),
  ];
}

function statusRefusal({ table, columns }: Step): readonly Refusal[] {
  const cell = columns.find(({ column }) => table === 'prmchg' && column === 'status')?.cell;
  if (cell?.kind !== 'text' || cell.text === '2') return [];
  const words = statusWords(changeOrderStatuses, cell.text ?? '');
  const sentence = `Status ${words} has not been compared with hand entry on this version of Sage: choose 2-Open here and set ${words} in Sage 6-4-1, or have it certified.`;
  return [{ field: 'header.status', value: cell.text ?? '', sentence }];
}

function touchesSubcontract({ table, columns }: Step): boolean {
  if (table === 'subcon' || table === 'sbcnln') return true;
  if (table !== 'sbcgln') return false;
  return columns.some(
    ({ column, cell }) => subcontractColumns.has(column) && !(cell.kind === 'text' && cell.text === null),
  );
}

function subcontractRefusal({ title }: Step): Refusal {
  const sentence = `'${title}' changes a subcontract, which has not been compared with hand entry on this version of Sage: take the subcontract out and enter it in Sage 6-4-1, or have it certified.`;
  return { field: 'budget', value: title, sentence };
}
