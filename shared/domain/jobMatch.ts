import type { CloudProject } from './cloudProject.ts';
import type { Job } from './sage/facts.ts';

/** `why` completes the sentence *It is a likely match, because …*. */
export type JobMatch = { readonly job: Job; readonly why: string };

/** Half of the words in common is where titles of the same building start to look alike; below it, suggestions annoy. */
const likeness = 0.5;

/** The job that a project most likely is: same number, or much the same name. Null when none stands out. Shown, never taken. */
export function likelyJob(project: CloudProject, jobs: readonly Job[]): JobMatch | null {
  const number = project.jobNumber?.trim() ?? '';
  const same = number === '' ? undefined : jobs.find((job) => job.number === number);
  if (same !== undefined) return { job: same, why: `the project carries job number ${number}` };
  const wanted = words(project.title);
  let best: { readonly job: Job; readonly score: number } | null = null;
  let tie = false;
  for (const job of jobs) {
    const score = overlap(wanted, words(job.name));
    if (score < likeness || (best !== null && score < best.score)) continue;
    tie = best !== null && score === best.score;
    best = { job, score };
  }
  return best === null || tie ? null : { job: best.job, why: `the name is much like '${best.job.name}'` };
}

function words(title: string): ReadonlySet<string> {
  return new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Share of the shorter title's words that the other one has as well. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shorter = Math.min(a.size, b.size);
  if (shorter === 0) return 0;
  return [...a].filter((word) => b.has(word)).length / shorter;
}
