/** Time, chance, words for the log: injected so that every run can be replayed. */

export type Clock = {
  /** Wall clock: an instant, ISO 8601 UTC with milliseconds. */
  readonly now: () => string;
  /** Milliseconds since some fixed point; never jumps when the wall clock is set. */
  readonly monotonicMs: () => number;
  /** Calls back once after the delay; returns the function that cancels it. */
  readonly after: (delayMs: number, callback: () => void) => () => void;
};

export type Random = {
  /** Uniform in [0, 1): for jitter only. */
  readonly fraction: () => number;
  /** A new RFC 4122 version 4 id, lower case. */
  readonly uuid: () => string;
};

/** Named facts of a log line. At `info` and above never an amount, a name or anything else of a person or of the books: ids, codes, counts, durations. */
type Facts = Readonly<Record<string, string | number | boolean | null>>;

export type Logger = {
  /** Written only while a person has asked for it. */
  readonly debug: (event: string, facts?: Facts) => void;
  readonly info: (event: string, facts?: Facts) => void;
  readonly warn: (event: string, facts?: Facts) => void;
  readonly error: (event: string, facts?: Facts) => void;
};

/** Secrets are written and used, never shown: a screen learns only whether one is there. */
export type Secrets = {
  readonly has: (name: string) => boolean;
  readonly read: (name: string) => string | null;
  /** Refused with a sentence where this machine has no safe place for them. */
  readonly write: (
    name: string,
    value: string,
  ) => { readonly ok: true } | { readonly ok: false; readonly sentence: string };
  /** Null, or why one of them cannot be forgotten; then all of them stay. */
  readonly forget: (names: readonly string[]) => string | null;
};
