/** The log's lines that tell of a failure, counted by what happened and its code. */

export type FailureCount = {
  readonly event: string;
  readonly code: string;
  readonly count: number;
  /** Instant, ISO UTC. */
  readonly last: string;
};

const line = /^(\S+) (?:warn|error) (\S+)(?: (\{.*\}))?$/;

/** In: the text of log files, in any order. Out: the most frequent first. */
export function countFailures(log: string): readonly FailureCount[] {
  const counts = new Map<string, FailureCount>();
  for (const one of log.split('\n')) {
    const [, at, event, facts] = line.exec(one.trimEnd()) ?? [];
    if (at === undefined || event === undefined) continue;
    const code = /"code":"([^"]*)"/.exec(facts ?? '')?.[1] ?? '';
    const key = `${event} ${code}`;
    const before = counts.get(key);
    const last = before === undefined || at > before.last ? at : before.last;
    counts.set(key, { event, code, count: (before?.count ?? 0) + 1, last });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
