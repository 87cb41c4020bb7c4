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

export type Logger = {
  readonly info: (event: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void;
  readonly warn: (event: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void;
  readonly error: (event: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void;
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
};
