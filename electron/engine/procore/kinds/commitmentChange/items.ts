import { parseMoney } from '#shared/domain/money.ts';
import { type ItemKey, procoreIdOf, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { foreignOwner } from '#shared/domain/procore/origin.ts';
import type { ProcoreChange, ProcoreCommitment } from '#shared/domain/procore/records.ts';
import { changeUnmet } from '#shared/domain/procore/rules/commitmentChange.ts';
import type { Context } from '../../../context.ts';
import type { ItemFacts } from '../../kindModule.ts';
import { type Lookups, sendingLookups } from '../commitments/lookups.ts';
import { bareFacts } from '../shared/bareFacts.ts';
import { byPlace, goneFacts } from '../shared/goneFacts.ts';
import { changeDiscrepancies } from './discrepancies.ts';

/** Commitment change orders of Procore, by project, commitment and number. */
export function changeItems(context: Context): readonly ItemFacts[] {
  const { records, links } = context.store.procore;
  const known = sendingLookups(context);
  const pairs = new Map(links.all('commitmentChange').map((link) => [link.procoreId, link]));
  const parents = new Map(records.all('commitment').map((one) => [one.id, one]));
  const synced = new Set(links.all('commitment').map(({ procoreId }) => procoreId));
  const changes = records.all('change');
  const here = new Set(changes.map(({ id }) => id));
  return [
    ...changes.map((change) =>
      factsOf(context, known, change, {
        parent: parents.get(change.commitment) ?? null,
        synced: synced.has(change.commitment),
        link: pairs.get(change.id) ?? null,
      }),
    ),
    ...[...pairs.values()]
      .filter(({ procoreId }) => !here.has(procoreId))
      .map((link) => goneFacts(link, known.projectName(link.project ?? ''), changeDiscrepancies(context, link, null))),
  ].sort(byPlace);
}

export function changeItem(context: Context, key: ItemKey): ItemFacts | null {
  const { records, links } = context.store.procore;
  const id = procoreIdOf(key);
  const change = id === null ? null : records.get('change', id);
  const link = links.get(key);
  const known = sendingLookups(context);
  if (change === null)
    return link === null
      ? null
      : goneFacts(link, known.projectName(link.project ?? ''), changeDiscrepancies(context, link, null));
  return factsOf(context, known, change, {
    parent: records.get('commitment', change.commitment),
    synced: links.get(procoreItem('commitment', change.commitment)) !== null,
    link,
  });
}

function factsOf(
  context: Context,
  known: Lookups,
  change: ProcoreChange,
  {
    parent,
    synced,
    link,
  }: { readonly parent: ProcoreCommitment | null; readonly synced: boolean; readonly link: ProcoreLink | null },
): ItemFacts {
  const sending = known.sending(change.project, parent?.vendor ?? null);
  const of = parent === null ? null : { commitment: parent, synced };
  return {
    ...bareFacts(procoreItem('commitmentChange', change.id), change.title),
    direction: 'export',
    number: `${parent?.number ?? '?'} / ${change.number}`,
    place: known.projectName(change.project),
    project: change.project,
    amount: parseMoney(change.grandTotal),
    updatedAt: change.updatedAt,
    external: link === null ? foreignOwner(`Change order ${change.number}`, change.origin, context.company) : null,
    unmet: link === null ? changeUnmet(change, of, sending) : [],
    link,
    discrepancies: link === null ? [] : changeDiscrepancies(context, link, change),
  };
}
