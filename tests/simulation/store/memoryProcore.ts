import { isDeepStrictEqual } from 'node:util';
import type { Act } from '#shared/domain/procore/act.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { ProcoreRecordKind, ProcoreRecords } from '#shared/domain/procore/records.ts';
import type { ProcoreStore } from '../../../electron/engine/ports/procoreStore.ts';
import { placeOf } from '../../../electron/store/procore/procoreRecords.ts';
import { naturalKey } from '../../../electron/store/searchText.ts';
import type { Journal } from './journal.ts';
import type { MemoryDisk } from './memoryDisk.ts';

/** The store's part for Procore over plain memory. */
export function createMemoryProcore({ procore }: MemoryDisk, journal: Journal): ProcoreStore {
  const recordsOf = <K extends ProcoreRecordKind>(kind: K) =>
    [...procore.records.entries()]
      .filter(([key]) => key.startsWith(`${kind}/`))
      .map(([, record]) => record as ProcoreRecords[K])
      .sort((a, b) => compare(naturalKey(placeOf(a).id), naturalKey(placeOf(b).id)));
  const inProject = <K extends ProcoreRecordKind>(kind: K, project: string | undefined) =>
    recordsOf(kind).filter((record) => project === undefined || placeOf(record).project === project);
  const inOrder = <T>(values: Iterable<T>, key: (value: T) => string) =>
    [...values].sort((a, b) => compare(key(a), key(b)));
  const links = () => inOrder(procore.links.values(), ({ item }) => keyOf(item));
  const openActs = () =>
    inOrder(procore.acts.values(), ({ number }) => String(number).padStart(9, '0'))
      .map(({ act }) => act)
      .filter(isOpen);
  return {
    records: {
      upsert: (kind, records) =>
        records.flatMap((record) => {
          const { id } = placeOf(record);
          if (isDeepStrictEqual(procore.records.get(`${kind}/${id}`), record)) return [];
          journal.set(procore.records, `${kind}/${id}`, record);
          return [id];
        }),
      get: <K extends ProcoreRecordKind>(kind: K, id: string) =>
        (procore.records.get(`${kind}/${id}`) as ProcoreRecords[K] | undefined) ?? null,
      all: inProject,
      ids: (kind, project) => inProject(kind, project).map((record) => placeOf(record).id),
      remove: (kind, ids) => {
        for (const id of ids) journal.remove(procore.records, `${kind}/${id}`);
      },
    },
    links: {
      get: (item) => procore.links.get(keyOf(item)) ?? null,
      ofSage: (kind, sageKey) => links().find((link) => link.item.kind === kind && link.sageKey === sageKey) ?? null,
      all: (kind, project) =>
        links().filter(
          (link) => link.item.kind === kind && (project === undefined || (link.project ?? '') === project),
        ),
      save: (link) => {
        const partner = links().find(({ item, sageKey }) => item.kind === link.item.kind && sageKey === link.sageKey);
        if (partner !== undefined && keyOf(partner.item) !== keyOf(link.item)) throw new Error('Linked already');
        journal.set(procore.links, keyOf(link.item), link);
      },
      remove: (item) => journal.remove(procore.links, keyOf(item)),
    },
    decisions: {
      get: (item) => procore.decisions.get(keyOf(item)) ?? null,
      all: (kind) =>
        inOrder(procore.decisions.values(), ({ item }) => keyOf(item)).filter(({ item }) => item.kind === kind),
      save: (decision) => journal.set(procore.decisions, keyOf(decision.item), decision),
      remove: (item) => journal.remove(procore.decisions, keyOf(item)),
    },
    acts: {
      get: (id) => procore.acts.get(id)?.act ?? null,
      save: (act) => {
        const number = procore.acts.get(act.id)?.number ?? procore.acts.size + 1;
        journal.set(procore.acts, act.id, { number, act });
      },
      open: openActs,
      openOf: (item) => openActs().find((act) => keyOf(act.item) === keyOf(item)) ?? null,
    },
  };
}

const keyOf = ({ kind, id }: ItemKey) => `${kind}/${id}`;
const isOpen = ({ state }: Act) => state.name !== 'done' && state.name !== 'dropped';
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
