import { isDeepStrictEqual } from 'node:util';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import { standardSettings } from '#shared/domain/settings.ts';
import type { SageRecords } from '../../../electron/engine/ports/sageCompany.ts';
import type { Store } from '../../../electron/engine/ports/store.ts';
import { instantKey, officeDaysIn } from '../../../electron/store/instants.ts';
import { keyOf, sageKind, sortOf } from '../../../electron/store/sageKinds.ts';
import { foldWords, naturalKey, searchWords } from '../../../electron/store/searchText.ts';
import { createJournal, type Journal } from './journal.ts';
import { createMemoryCors } from './memoryCors.ts';
import type { MemoryDisk } from './memoryDisk.ts';
import { createMemoryHistory } from './memoryHistory.ts';
import { createMemoryProcore } from './memoryProcore.ts';
import { createMemoryTransfers } from './memoryTransfers.ts';

/**
 * The store's port over plain memory, for a million scenarios. It is held to the contract of the real store by the same tests
 * (memoryStore.test.ts). A transaction stands when it returns; what was not finished is gone with the process.
 */
export function openMemoryStore(disk: MemoryDisk): Store {
  const journal = createJournal();
  const settings = () => disk.settings.get('settings') ?? standardSettings;
  const days = officeDaysIn(() => settings().timeZone);
  const sorted = <T>(map: ReadonlyMap<string, T>, key: (value: T) => string) =>
    [...map.values()].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return {
    transaction: journal.transaction,
    // Lists are never asked for twice here.
    changes: () => null,
    settings: { read: settings, write: (value) => journal.set(disk.settings, 'settings', value) },
    notes: {
      read: (name) => disk.notes.get(name) ?? null,
      write: (name, value) => journal.set(disk.notes, name, value),
    },
    projects: {
      replaceAll: (projects) =>
        journal.transaction(() => {
          for (const id of [...disk.projects.keys()]) journal.remove(disk.projects, id);
          for (const project of projects) journal.set(disk.projects, project.id, project);
        }),
      upsert: (project) => journal.set(disk.projects, project.id, project),
      get: (id) => disk.projects.get(id) ?? null,
      all: () => sorted(disk.projects, ({ title }) => naturalKey(title)),
    },
    mappings: {
      all: () => sorted(disk.mappings, ({ job }) => naturalKey(job)),
      ofProject: (projectId) => disk.mappings.get(projectId) ?? null,
      ofJob: (job) => [...disk.mappings.values()].find((mapping) => mapping.job === job) ?? null,
      save: (mapping) => journal.set(disk.mappings, mapping.projectId, mapping),
      remove: (projectId) => journal.remove(disk.mappings, projectId),
    },
    imported: {
      all: () => sorted(disk.imported, ({ job }) => naturalKey(job)),
      get: (job) => disk.imported.get(job) ?? null,
      save: (job) => journal.set(disk.imported, job.job, job),
      remove: (job) => journal.remove(disk.imported, job),
    },
    sage: createMemorySage(disk, journal),
    cors: createMemoryCors(disk, journal, days),
    links: {
      get: (corId) => disk.links.get(corId) ?? null,
      ofRecord: (record) => sorted(disk.links, ({ corId }) => corId).filter((link) => link.record === record),
      ofJob: (job) => sorted(disk.links, ({ corId }) => corId).filter((link) => link.job === job),
      all: () => sorted(disk.links, ({ corId }) => corId),
      save: (link) => journal.set(disk.links, link.corId, link),
      remove: (corId) => journal.remove(disk.links, corId),
    },
    transfers: createMemoryTransfers(disk, journal),
    procore: createMemoryProcore(disk, journal),
    inspection: {
      read: () => disk.inspection.get('inspection') ?? null,
      write: (inspection) => journal.set(disk.inspection, 'inspection', inspection),
    },
    certificates: createMemoryCertificates(disk, journal),
    history: createMemoryHistory(disk, journal, days),
    runs: {
      add: (run) => journal.push(disk.runs, run),
      since: (instant) => disk.runs.filter(({ endedAt }) => instantKey(endedAt) >= instantKey(instant)),
      last: (side) => disk.runs.findLast((run) => run.side === side) ?? null,
      lastGood: (side) => disk.runs.findLast((run) => run.side === side && run.outcome === 'ok') ?? null,
      lastHeard: (side) => disk.runs.findLast((run) => run.side === side && run.outcome !== 'failed') ?? null,
    },
    unreadable: {
      add: (item) => journal.set(disk.unreadable, `${item.source} ${item.key}`, item),
      all: () => sorted(disk.unreadable, ({ source, key }) => `${source} ${key}`),
      remove: (source, key) => journal.remove(disk.unreadable, `${source} ${key}`),
    },
    copyTo: async () => ({}),
    damage: () => null,
    close: () => undefined,
  };
}

function createMemoryCertificates({ certificates }: MemoryDisk, journal: Journal): Store['certificates'] {
  return {
    all: () =>
      [...certificates.values()]
        .filter(({ revoked }) => !revoked)
        .map(({ certificate }) => certificate)
        .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1)),
    known: (id) => certificates.has(id),
    save: (certificate) => {
      if (certificates.has(certificate.id)) throw new Error(`Certificate ${certificate.id} was made already`);
      journal.set(certificates, certificate.id, { certificate, revoked: false });
    },
    revoke: (id) => {
      const known = certificates.get(id);
      if (known !== undefined) journal.set(certificates, id, { ...known, revoked: true });
    },
  };
}

function createMemorySage({ sage }: MemoryDisk, journal: Journal): Store['sage'] {
  const recordsOf = <K extends SageKind>(kind: K) => sage[kind] as Map<string, SageRecords[K]>;
  const inOrder = (kind: SageKind, keys: Iterable<string>) =>
    [...keys].map((key) => ({ key, sort: sortOf(kind, key) })).sort((a, b) => (a.sort < b.sort ? -1 : 1));
  return {
    keyOf,
    upsert: (kind, records) =>
      records.filter((record) => {
        const key = keyOf(kind, record);
        if (isDeepStrictEqual(recordsOf(kind).get(key), record)) return false;
        journal.set(recordsOf(kind), key, record);
        return true;
      }).length,
    get: (kind, key) => recordsOf(kind).get(key) ?? null,
    search: (kind, { search = '', parent, limit, offset = 0 }) => {
      const words = searchWords(search);
      const { parent: parentOf, words: wordsOf } = sageKind(kind);
      return inOrder(kind, recordsOf(kind).keys())
        .flatMap(({ key }) => recordsOf(kind).get(key) ?? [])
        .filter((record) => parent === undefined || parentOf(record) === parent)
        .map((record) => ({ record, text: foldWords(wordsOf(record)) }))
        .filter(({ text }) => words.every((word) => text.includes(word)))
        .sort((a, b) => Number(b.text.startsWith(words.join(' '))) - Number(a.text.startsWith(words.join(' '))))
        .map(({ record }) => record)
        .slice(offset, offset + limit);
    },
    count: (kind) => sage[kind].size,
    keys: (kind) => inOrder(kind, sage[kind].keys()).map(({ key }) => key),
    remove: (kind, keys) => {
      for (const key of keys) journal.remove(sage[kind], key);
    },
  };
}
