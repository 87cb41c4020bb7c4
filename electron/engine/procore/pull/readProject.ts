import { addMinutesTo } from '#shared/domain/dates.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreRecordKind, ProcoreRecords } from '#shared/domain/procore/records.ts';
import { sweepDue } from '#shared/domain/schedule.ts';
import type { Context } from '../../context.ts';
import type { ReadList } from '../../ports/procoreAccount.ts';
import type { PullCount } from '../../pull/sagePull.ts';
import { keepRecords } from './keepRecords.ts';
import { changedNote, deepNote, linkedNote, readNote } from './polledProjects.ts';

/**
 * Reads one project: what changed since it was last asked (everything once a night), and where that is wanted what tells no change
 * times: its own page, its codes, its sub jobs and its budget. Of a project that has no job in Sage only its page and codes are read.
 */
export async function readProject(
  context: Context,
  id: string,
  { overlapMinutes, deep: wanted }: { readonly overlapMinutes: number; readonly deep: boolean },
): Promise<PullCount> {
  const { store, procore, clock } = context;
  const startedAt = clock.now();
  const linked = store.procore.links.get({ kind: 'project', id: `p:${id}` }) !== null;
  // A project that was just linked is read whole: of most of its records nothing was read before.
  const readAt = store.notes.read(linked ? linkedNote(id) : readNote(id));
  const whole = readAt === null || sweepDue(readAt, startedAt, store.settings.read().timeZone);
  const deep = wanted || whole || !linked;
  const query = { updatedFrom: whole || readAt === null ? null : addMinutesTo(readAt, -overlapMinutes) };
  let rowsRead = 0;
  let changed = 0;
  const keep = async <K extends ProcoreRecordKind>(
    kind: K,
    forgetMissing: boolean,
    reading: Promise<Result<ReadList<ProcoreRecords[K]>>>,
  ) => {
    const list = await reading;
    if (!list.ok) return list;
    rowsRead += list.value.records.length;
    changed += keepRecords(context, kind, list.value, { forget: forgetMissing ? id : null }).length;
    return succeed(null);
  };
  const own = [
    () => keep('project', false, one(procore.project(id))),
    async () => {
      const subJobs = await procore.subJobs(id);
      const kept = await keep('subJob', true, Promise.resolve(subJobs));
      if (!subJobs.ok || !kept.ok) return kept;
      const inside = subJobs.value.records.map((subJob) => subJob.id);
      return keep('costCode', true, procore.projectCostCodes(id, inside));
    },
  ];
  const budget = () => keep('budget', true, one(procore.budget(id)));
  const lists = [
    () => keep('commitment', whole, procore.commitments(id, query)),
    () => keep('change', whole, procore.changes(id, query)),
    () => keep('invoice', whole, procore.invoices(id, query)),
  ];
  for (const step of [...(deep ? own : []), ...(deep && linked ? [budget] : []), ...(linked ? lists : [])]) {
    const kept = await step();
    if (!kept.ok) return { rowsRead, changed, failure: kept.failure };
  }
  store.transaction(() => {
    store.notes.write(readNote(id), startedAt);
    if (linked) store.notes.write(linkedNote(id), startedAt);
    if (deep) store.notes.write(deepNote(id), startedAt);
    // Everything is new to the first reading: that is no news of the project.
    if (changed > 0 && readAt !== null) store.notes.write(changedNote(id), startedAt);
  });
  if (changed > 0) context.notify(['procore']);
  return { rowsRead, changed, failure: null };
}

async function one<T>(reading: Promise<Result<T | null>>): Promise<Result<ReadList<T>>> {
  const read = await reading;
  return read.ok ? succeed({ records: read.value === null ? [] : [read.value], unreadable: [] }) : read;
}
