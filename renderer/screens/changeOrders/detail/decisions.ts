import type { Difference } from '#shared/domain/link.ts';

/** Whose value is right, by `Difference.field`. */
export type Decisions = Readonly<Record<string, Difference['side'] | undefined>>;

/** What a side says: its own change, or still what was pushed. */
export function valueOn(difference: Difference, side: Difference['side']): string {
  return difference.side === side ? difference.now : difference.pushed;
}

/** One side's values everywhere. */
export function decideAll(differences: readonly Difference[], side: Difference['side']): Decisions {
  return Object.fromEntries(differences.map(({ field }) => [field, side]));
}

/** The fields for which Sage's value stands. */
export function acceptedFields(differences: readonly Difference[], decisions: Decisions): readonly string[] {
  return differences.map(({ field }) => field).filter((field) => decisions[field] === 'sage');
}

/** True when Sage has to be written for at least one field. */
export function pushesUpdate(differences: readonly Difference[], decisions: Decisions): boolean {
  return differences.some(({ field }) => decisions[field] === 'cor');
}

/** Why one cannot go on yet; null when every field is decided. */
export function openWords(differences: readonly Difference[], decisions: Decisions): string | null {
  const open = differences.filter(({ field }) => decisions[field] === undefined);
  const [first] = open;
  if (first === undefined) return null;
  return open.length === 1
    ? `Decide “${first.label}” first.`
    : `${open.length} of ${differences.length} fields are not decided yet.`;
}
