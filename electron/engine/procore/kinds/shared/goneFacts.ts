import { parseMoney } from '#shared/domain/money.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { ItemFacts } from '../../kindModule.ts';
import { bareFacts } from './bareFacts.ts';

/** Linked, and no longer in Procore: what was agreed is all that is known. */
export function goneFacts(link: ProcoreLink, place: string, discrepancies: readonly string[]): ItemFacts {
  const { item, agreed, sageNumber, project } = link;
  return {
    ...bareFacts(item, agreed.title ?? ''),
    direction: 'export',
    number: agreed.number ?? sageNumber,
    place,
    project,
    amount: parseMoney(agreed.total ?? ''),
    link,
    discrepancies,
  };
}

/** By project, then by number, as a person reads a list. */
export function byPlace(a: ItemFacts, b: ItemFacts): number {
  return byText(a.place, b.place) || byText(a.number, b.number) || byText(a.key.id, b.key.id);
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
