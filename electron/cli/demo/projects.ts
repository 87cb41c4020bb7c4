import type { ProjectRow } from '#shared/contract/projects.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Ask } from '../ask.ts';

const anyRows = { search: '', offset: 0, limit: 200 };

/**
 * Accepts a job under Imported projects with the proposal as it is shown: the first one that no project of Clearstory seems to be
 * meant for. Out: what was done, in words.
 */
export async function acceptOneProject(ask: Ask): Promise<Result<string>> {
  const waiting = await ask('imported.list', { state: 'waiting', ...anyRows });
  if (!waiting.ok) return waiting;
  const open = await ask('projects.list', { tab: 'notMapped', ...anyRows });
  if (!open.ok) return open;
  const meant = new Set(open.value.rows.map(({ suggestion }) => suggestion?.job));
  const job = waiting.value.rows.find((row) => !meant.has(row.job.number))?.job.number;
  if (job === undefined) return fail(nothingLeft('No job waits under Imported projects.'));
  const preview = await ask('imported.preview', { jobs: [job] });
  if (!preview.ok) return preview;
  const accepted = await ask('imported.accept', { proposals: [...preview.value.proposals] });
  if (!accepted.ok) return accepted;
  const result = accepted.value.results[0];
  if (result?.ok !== true) return fail(nothingLeft(result?.sentence ?? `Job ${job} was not accepted.`));
  return succeed(result.sentence);
}

export type MappedProject = { readonly projectId: string; readonly title: string; readonly job: string };

/** Maps the first project without a job number to the job that is suggested for it. */
export async function mapOneProject(ask: Ask): Promise<Result<MappedProject>> {
  const open = await ask('projects.list', { tab: 'notMapped', ...anyRows });
  if (!open.ok) return open;
  const row = open.value.rows.find(isUnnumbered);
  if (row === undefined || row.suggestion === null) {
    return fail(nothingLeft('No project without a job number is left to map.'));
  }
  const { project, suggestion } = row;
  const lists = await ask('projects.mappingLists', { job: suggestion.job });
  if (!lists.ok) return lists;
  const mapped = await ask('projects.map', {
    projectId: project.id,
    job: suggestion.job,
    defaults: lists.value.defaults,
  });
  if (!mapped.ok) return mapped;
  return succeed({ projectId: project.id, title: project.title, job: suggestion.job });
}

function isUnnumbered({ project, suggestion }: ProjectRow): boolean {
  return suggestion !== null && (project.jobNumber ?? '') === '';
}

export function nothingLeft(sentence: string): Failure {
  const remedy = 'The demo may have used this home folder up: run it with another --home, or without one.';
  return { next: 'needsPerson', code: 'demo.nothingLeft', sentence, remedy };
}
