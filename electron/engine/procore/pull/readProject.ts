import { addMinutesTo } from '#shared/domain/dates.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreRecordKind, ProcoreRecords } from '#shared/domain/procore/records.ts';
import { sweepDue } from '#shared/domain/schedule.ts';
import type { Context } from '../../context.ts';
import type { ReadList } from '../../ports/procoreAccount.ts';
import type { PullCount } from '../../pull/sagePull.ts';
import { keepRecords } from './keepRecords.ts';
import { readNote } from './polledProjects.ts';

/**
 * Reads one project: what it says of itself, its codes and its budget whole, and of the rest what changed since it was last read
 * (everything once a night). Nothing but its own page is read of a project that has no job in Sage and no code list of ours.
 */
export async function readProject(context: Context, id: string, overlapMinutes: number): Promise<PullCount> {
  const { store, procore, clock } = context;
  const startedAt = clock.now();
  const linked = store.procore.links.get({ kind: 'project', id: `p:${id}` }) !== null;
  // A project that was just linked is read whole: of most of its records nothing was read before.
  const readAt = store.notes.read(linked ? linkedNote(id) : readNote(id));
  const whole = readAt === null || sweepDue(readAt, startedAt, store.settings.read().timeZone);
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
  const steps = [
    () => keep('project', false, one(procore.project(id))),
    () => keep('costCode', true, procore.projectCostCodes(id)),
    () => keep('subJob', true, procore.subJobs(id)),
    () => keep('budget', true, one(procore.budget(id))),
    () => keep('commitment', whole, procore.commitments(id, query)),
    () => keep('change', whole, procore.changes(id, query)),
    () => keep('invoice', whole, procore.invoices(id, query)),
  ];
  for (const step of linked ? steps : steps.slice(0, 2)) {
    const kept = await step();
    if (!kept.ok) return { rowsRead, changed, failure: kept.failure };
  }
  store.transaction(() => {
    store.notes.write(readNote(id), startedAt);
    if (linked) store.notes.write(linkedNote(id), startedAt);
    if (changed > 0) store.notes.write(`procore.changed.${id}`, startedAt);
  });
  if (changed > 0) context.notify(['procore']);
  return { rowsRead, changed, failure: null };
}

/** When a project was last read with all that belongs to its job; null: never. */
const linkedNote = (project: string) => `procore.readLinked.${project}`;

async function one<T>(reading: Promise<Result<T | null>>): Promise<Result<ReadList<T>>> {
  const read = await reading;
  return read.ok ? succeed({ records: read.value === null ? [] : [read.value], unreadable: [] }) : read;
}
