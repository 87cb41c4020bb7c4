import type { AcceptedDifference, DifferingPair } from '../certificate.ts';
import type { EntryDifference } from './compareChanges.ts';

/** Of one field; an entry has a handful of rows, so more of them are no comparison that a person could judge. */
const mostPairs = 50;

export type FieldDifferences = {
  /** Each two values that face each other, once, in the order of their rows. */
  readonly pairs: readonly DifferingPair[];
  /** Rows in which the field differs, those beyond the listed pairs included. */
  readonly rows: number;
};

/** What accepting one of these differences, which are all of one field, accepts. */
export function pairsOf(differences: readonly EntryDifference[]): FieldDifferences {
  const pairs = Map.groupBy(differences, ({ bySage, byPlumbline }) => JSON.stringify([bySage, byPlumbline]));
  const each = [...pairs.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ bySage: first.bySage, byPlumbline: first.byPlumbline, rows: 1 + others.length }],
  );
  return { pairs: each.slice(0, mostPairs), rows: differences.length };
}

/** The same of a certificate; older ones keep the first two values only. */
export function fieldOf({ pairs, rows, bySage, byPlumbline }: AcceptedDifference): FieldDifferences {
  return { pairs: pairs.length > 0 ? pairs : [{ bySage, byPlumbline, rows }], rows };
}

/** One line each; the last says how many rows are not listed. */
export function pairWords({ pairs, rows }: FieldDifferences): readonly string[] {
  const listed = pairs.reduce((sum, pair) => sum + pair.rows, 0);
  return [
    ...pairs.map(
      ({ bySage, byPlumbline, rows: times }) =>
        `Sage ${bySage ?? 'nothing'}, Plumbline ${byPlumbline ?? 'nothing'}${times === 1 ? '' : `, in ${times} rows`}`,
    ),
    ...(listed < rows ? [`and in ${rows - listed} more rows, each with other values`] : []),
  ];
}
