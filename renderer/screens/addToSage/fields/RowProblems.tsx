import { fieldName } from '../draft/fieldPath.ts';
import type { Hints } from '../draft/hints.ts';
import { noteId } from './CellNotes.tsx';
import { useCellStyles } from './cellStyles.ts';

type Props = {
  /** Path of the line in the draft, e.g. `budget.2`. */
  readonly path: string;
  readonly hints: Hints;
  readonly refused: Readonly<Record<string, string>> | null;
  readonly columns: number;
};

/** What is wrong in a line, in words below it: narrow columns have no room for sentences. Nothing when nothing is wrong. */
export function RowProblems({ path, hints, refused, columns }: Props) {
  const styles = useCellStyles();
  const wrong = new Map(Object.entries(refused ?? {}));
  for (const [field, hint] of Object.entries(hints)) {
    if (hint.kind === 'wrong' && !wrong.has(field)) wrong.set(field, hint.words);
  }
  if (wrong.size === 0) return null;
  return (
    <tr>
      <td />
      <td colSpan={columns - 1} className={styles.problems}>
        {[...wrong].map(([field, words]) => (
          <div key={field} id={noteId(`${path}.${field}`)}>
            <b>{fieldName(field)}:</b> {words}
          </div>
        ))}
      </td>
    </tr>
  );
}
