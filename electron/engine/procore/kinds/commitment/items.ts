import { parseMoney } from '#shared/domain/money.ts';
import { type ItemKey, procoreIdOf, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { foreignOwner } from '#shared/domain/procore/origin.ts';
import type { ProcoreCommitment } from '#shared/domain/procore/records.ts';
import { commitmentUnmet } from '#shared/domain/procore/rules/commitment.ts';
import type { Context } from '../../../context.ts';
import type { ItemFacts } from '../../kindModule.ts';
import { type Lookups, sendingLookups } from '../commitments/lookups.ts';
import { bareFacts } from '../shared/bareFacts.ts';
import { byPlace, goneFacts } from '../shared/goneFacts.ts';
import { commitmentDiscrepancies } from './discrepancies.ts';
import { suggestions } from './partners.ts';

/** Commitments of Procore, by project and number. What Sage alone has is never offered. */
export function commitmentItems(context: Context): readonly ItemFacts[] {
  const { records, links } = context.store.procore;
  const known = sendingLookups(context);
  const suggested = suggestions(context, known);
  const pairs = new Map(links.all('commitment').map((link) => [link.procoreId, link]));
  const commitments = records.all('commitment').filter(({ id, deleted }) => !deleted || pairs.has(id));
  const here = new Set(commitments.map(({ id }) => id));
  return [
    ...commitments.map((one) => factsOf(context, known, one, pairs.get(one.id) ?? null, suggested(one))),
    ...[...pairs.values()]
      .filter(({ procoreId }) => !here.has(procoreId))
      .map((link) =>
        goneFacts(link, known.projectName(link.project ?? ''), commitmentDiscrepancies(context, link, null)),
      ),
  ].sort(byPlace);
}

export function commitmentItem(context: Context, key: ItemKey): ItemFacts | null {
  const { records, links } = context.store.procore;
  const id = procoreIdOf(key);
  const commitment = id === null ? null : records.get('commitment', id);
  const link = links.get(key);
  const known = sendingLookups(context);
  if (commitment !== null && (!commitment.deleted || link !== null)) {
    return factsOf(context, known, commitment, link, suggestions(context, known)(commitment));
  }
  return link === null
    ? null
    : goneFacts(link, known.projectName(link.project ?? ''), commitmentDiscrepancies(context, link, null));
}

function factsOf(
  context: Context,
  known: Lookups,
  commitment: ProcoreCommitment,
  link: ProcoreLink | null,
  suggestion: ItemFacts['suggestion'],
): ItemFacts {
  const { id, number, title, project, origin } = commitment;
  return {
    ...bareFacts(procoreItem('commitment', id), title),
    direction: 'export',
    number,
    place: known.projectName(project),
    project,
    amount: parseMoney(commitment.grandTotal),
    updatedAt: commitment.updatedAt,
    external: link === null ? foreignOwner(`Commitment ${number}`, origin, context.company) : null,
    unmet: link === null ? commitmentUnmet(commitment, known.sending(project, commitment.vendor)) : [],
    link,
    discrepancies: link === null ? [] : commitmentDiscrepancies(context, link, commitment),
    suggestion: link === null ? suggestion : null,
  };
}
