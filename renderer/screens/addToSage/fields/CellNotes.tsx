import { mergeClasses } from '@fluentui/react-components';
import type { Hint } from '../draft/hints.ts';
import { useCellStyles } from './cellStyles.ts';

export type CellMarks = {
  /** What this form knows by itself. */
  readonly hint?: Hint | undefined;
  /** What the engine refused; it outweighs the hint. */
  readonly refusal?: string | undefined;
};

/** Where the words about a field stand: below its row when it is wrong, unseen in its cell when it is only missing. */
export function noteId(field: string): string {
  return `note-${field}`;
}

/** What a field says about itself, as attributes and classes. */
export function useMarks(field: string, { hint, refusal }: CellMarks) {
  const styles = useCellStyles();
  const wrong = refusal !== undefined || hint?.kind === 'wrong';
  const missing = !wrong && hint?.kind === 'missing';
  return {
    className: mergeClasses(wrong && styles.wrong, missing && styles.missing),
    attributes: {
      'aria-invalid': wrong ? true : undefined,
      'aria-describedby': wrong || missing ? noteId(field) : undefined,
    },
  };
}

type Props = CellMarks & { readonly field: string; readonly note?: string | undefined };

/** A quiet note below a cell; what is missing is only read aloud. What is wrong stands below the row: see RowProblems. */
export function CellNotes({ field, hint, refusal, note }: Props) {
  const styles = useCellStyles();
  return (
    <>
      {refusal === undefined && hint?.kind === 'missing' ? (
        <span id={noteId(field)} className={styles.unseen}>
          {hint.words}
        </span>
      ) : null}
      {note === undefined ? null : (
        <span className={styles.note} title={note}>
          {note}
        </span>
      )}
    </>
  );
}
