/** One request that came in. `answered` is false when the connection was cut after the work. */
export type ReceivedRequest = {
  readonly at: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Method and path with its variable parts named, for counting. */
  readonly route: string;
  /** Numbers as text. */
  readonly body: unknown;
  readonly status: number;
  readonly answered: boolean;
};

const keptRequests = 1000;

export type RequestLog = {
  readonly add: (entry: ReceivedRequest) => void;
  /** A fault of the practice server itself. */
  readonly fail: (error: unknown) => void;
  /** The last 1,000, oldest first. */
  readonly requests: () => readonly ReceivedRequest[];
  /** How often each route was called since the start or the last reset, the login's included. */
  readonly calls: () => Readonly<Record<string, number>>;
  readonly resetCalls: () => void;
  readonly failures: () => readonly string[];
};

export function createRequestLog(): RequestLog {
  let requests: readonly ReceivedRequest[] = [];
  let calls = new Map<string, number>();
  const failures: string[] = [];
  return {
    add: (entry) => {
      requests = [...requests.slice(1 - keptRequests), entry];
      calls.set(entry.route, (calls.get(entry.route) ?? 0) + 1);
    },
    fail: (error) => void failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    requests: () => requests,
    calls: () => Object.fromEntries([...calls].sort(([a], [b]) => a.localeCompare(b))),
    resetCalls: () => {
      calls = new Map();
    },
    failures: () => failures,
  };
}
