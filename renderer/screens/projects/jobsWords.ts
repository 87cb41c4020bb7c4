/** `job 2401`, or `3 jobs`. */
export function jobsWords(jobs: readonly string[]): string {
  return jobs.length === 1 ? `job ${jobs[0] ?? ''}` : `${jobs.length} jobs`;
}
