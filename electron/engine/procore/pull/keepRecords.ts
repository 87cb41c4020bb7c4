import type { ProcoreRecordKind, ProcoreRecords } from '#shared/domain/procore/records.ts';
import type { Context } from '../../context.ts';
import type { ReadList } from '../../ports/procoreAccount.ts';

/**
 * Keeps what was read; gives the ids that are new or different. `forget`: the project whose records that are not in this whole list
 * are gone; null: nothing is forgotten. What has a link or is on its way is kept: a person must see that it is gone.
 */
export function keepRecords<K extends ProcoreRecordKind>(
  { store }: Context,
  kind: K,
  list: ReadList<ProcoreRecords[K]>,
  { forget }: { readonly forget: string | null },
): readonly string[] {
  return store.transaction(() => {
    for (const { id, reason, payload } of list.unreadable) {
      store.unreadable.add({ source: `procore.${kind}`, key: id, reason, payload });
    }
    const changed = store.procore.records.upsert(kind, list.records);
    if (forget === null) return changed;
    const listed = new Set([...list.records.map(idOf), ...list.unreadable.map(({ id }) => id)]);
    const gone = store.procore.records.ids(kind, forget).filter((id) => !listed.has(id));
    store.procore.records.remove(
      kind,
      gone.filter((id) => !isLinked(store, kind, id)),
    );
    return changed;
  });
}

function idOf(record: ProcoreRecords[ProcoreRecordKind]): string {
  return 'id' in record ? record.id : record.project;
}

const itemKinds = {
  commitment: 'commitment',
  change: 'commitmentChange',
  invoice: 'invoice',
  subJob: 'subJob',
} as const;

function isLinked({ procore, transfers }: Context['store'], kind: ProcoreRecordKind, id: string): boolean {
  if (!Object.hasOwn(itemKinds, kind)) return false;
  const item = { kind: itemKinds[kind as keyof typeof itemKinds], id: `p:${id}` };
  return procore.links.get(item) !== null || procore.acts.openOf(item) !== null || transfers.openOfItem(item) !== null;
}
