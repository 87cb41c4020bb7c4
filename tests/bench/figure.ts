/** A bound that a figure should keep. Printed, never enforced: machines differ. */
export type Target = { readonly atMost: number } | { readonly atLeast: number };

export type Unit = 'ms' | 'MB' | 'kB' | 'ratio' | 'rows' | 'rows/s' | 'calls' | 'minutes';

/** One measured figure. */
export type Figure = {
  readonly bench: string;
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly target: Target | null;
  /** How it was measured, in a few words. */
  readonly note: string;
};

export type Bench = {
  readonly name: string;
  readonly title: string;
  /** In: what scales the number of rounds, 1 for the full measure. Throws when it cannot measure. */
  readonly run: (effort: Effort) => Promise<readonly Figure[]>;
};

/** How many rounds to make of those of the full measure. */
export type Effort = { readonly rounds: (full: number) => number; readonly say: (words: string) => void };

/** Null without a target. */
export function keepsTarget({ value, target }: Figure): boolean | null {
  if (target === null) return null;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}
