import { effectiveAmount } from '#shared/domain/corAmounts.ts';
import type { CorLogRow } from '#shared/domain/corLog.ts';
import type { Job } from '#shared/domain/sage/facts.ts';
import type { CorStore } from '../../../electron/engine/ports/store.ts';
import { instantKey, instantOrNull, type OfficeDays } from '../../../electron/store/instants.ts';
import { expectedLog } from '../../integration/storeCorLogModel.ts';
import type { Journal } from './journal.ts';
import type { MemoryDisk, StoredCor } from './memoryDisk.ts';

/** The Change Order Log answers by the model that the real one is held to. */
export function createMemoryCors(disk: MemoryDisk, journal: Journal, days: () => OfficeDays): CorStore {
  const { cors, mappings } = disk;

  const better = (known: StoredCor, age: string, inDetail: boolean): boolean => {
    const knownAge = instantKey(known.cor.updatedAt);
    return age > knownAge || (age === knownAge && (inDetail || !known.inDetail));
  };
  const rowOf = ({ cor, state, changeOrder }: StoredCor): CorLogRow => ({
    id: cor.id,
    number: cor.number,
    title: cor.title,
    projectId: cor.projectId,
    projectName: cor.projectName,
    job: mappings.get(cor.projectId)?.job ?? null,
    inbox: cor.inbox,
    status: cor.status,
    stage: cor.stage,
    requested: cor.requestedAmount,
    effective: effectiveAmount(cor),
    customerCoNumber: cor.customerCoNumber,
    customerReferenceNumber: cor.customerReferenceNumber,
    daysInReview: cor.daysInReview,
    submitted: cor.dateSubmitted === null ? null : days().dayOf(cor.dateSubmitted),
    updatedAt: cor.updatedAt,
    sage: state,
    changeOrder,
  });

  return {
    upsert: (list, inDetail) =>
      list
        .filter((cor) => {
          const known = cors.get(cor.id);
          const age = instantKey(cor.updatedAt);
          if (known !== undefined && !better(known, age, inDetail)) return false;
          const { state = 'notInSage', changeOrder = null } = known ?? {};
          journal.set(cors, cor.id, { cor, inDetail, state, changeOrder });
          return known === undefined || age > instantKey(known.cor.updatedAt);
        })
        .map(({ id }) => id),
    get: (id) => cors.get(id)?.cor ?? null,
    hasDetail: (id) => cors.get(id)?.inDetail ?? false,
    ids: (projectId) =>
      [...cors.values()]
        .filter(({ cor }) => cor.projectId === projectId)
        .map(({ cor }) => cor.id)
        .sort(),
    remove: (ids) => {
      for (const id of ids) journal.remove(cors, id);
    },
    setSageState: (id, state, changeOrder) => {
      const known = cors.get(id);
      if (known !== undefined) journal.set(cors, id, { ...known, state, changeOrder });
    },
    list: (query) => {
      const jobs = new Map(
        [...mappings.values()].map(({ projectId, job }) => {
          const known = disk.sage.job.get(job) as Job | undefined;
          return [projectId, { job, name: known?.name ?? '' }];
        }),
      );
      const { timeZone } = disk.settings.get('settings') ?? { timeZone: 'UTC' };
      const known = [...cors.values()].map((stored) => ({
        ...stored,
        cor: { ...stored.cor, dateSubmitted: instantOrNull(stored.cor.dateSubmitted) },
      }));
      const { ids, total, counts } = expectedLog({ cors: known, jobs, timeZone }, query);
      const rows = ids.map((id) => cors.get(id)).filter((stored) => stored !== undefined);
      return { rows: rows.map(rowOf), total, counts };
    },
  };
}
