import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import type { Origin } from '#shared/domain/procore/records.ts';
import type { Reader } from '../reading.ts';
import { readSubJobs } from '../reads/directory.ts';
import { firstFailure, type KeyedUpdate, syncRecords, wireId } from '../sync.ts';
import { foreignOrigin, notKept, setOrigin, type WantedOrigin } from './settingOrigins.ts';

type Call = Extract<ProcoreCall, { op: 'subJob.upsert' }>;

/** Found by its origin id, else by its code, else created. Gives the id. */
export async function upsertSubJob(reader: Reader, call: Call, project: string): Promise<Result<string>> {
  const { originId, code, name } = call;
  const what = `sub job ${code} of project ${project}`;
  const before = await readSubJobs(reader, project);
  if (!before.ok) return before;
  const { records } = before.value;
  const found = records.find(({ origin }) => origin.id === originId) ?? records.find((one) => one.code === code);
  const foreign = found === undefined ? null : foreignOrigin(what, found.origin, originId);
  if (foreign !== null) return fail(foreign);
  const fields = { code, name };
  const update: KeyedUpdate = found === undefined ? { originId, fields } : { id: found.id, originId, fields };
  const synced = await syncRecords(reader.transport, {
    path: '/rest/v1.0/sub_jobs/sync',
    query: { project_id: project },
    scope: { project_id: wireId(project) },
    updates: [update],
    nameOf: () => what,
  });
  if (!synced.ok) return synced;
  const failure = firstFailure(synced.value);
  if (failure !== null) return fail(failure);
  const after = await readSubJobs(reader, project);
  if (!after.ok) return after;
  const kept = after.value.records.find(({ origin }) => origin.id === originId);
  return kept?.code === code ? succeed(kept.id) : fail(notKept(what, 'code', code, kept?.code ?? 'none'));
}

/** Sub jobs have no code of their origin. */
export function setSubJobOrigin(
  reader: Reader,
  project: string,
  subJob: string,
  { id }: WantedOrigin,
): Promise<Result<null>> {
  const what = `sub job ${subJob} of project ${project}`;
  return setOrigin({
    what,
    wanted: { id },
    read: async (): Promise<Result<Origin>> => {
      const read = await readSubJobs(reader, project);
      if (!read.ok) return read;
      const found = read.value.records.find((one) => one.id === subJob);
      return found === undefined ? fail(gone(what)) : succeed(found.origin);
    },
    write: (fields) => {
      const body = { project_id: wireId(project), sub_job: fields };
      return reader.transport.send('PATCH', `/rest/v1.0/sub_jobs/${encodeURIComponent(subJob)}`, {}, body, what);
    },
  });
}

function gone(what: string) {
  return {
    next: 'needsPerson',
    code: 'procore.subJobGone',
    sentence: `Procore does not have ${what} any more.`,
    remedy: 'Sync, and look at what changed in Procore.',
  } as const;
}
