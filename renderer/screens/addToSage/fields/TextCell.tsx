import { mergeClasses } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import { type CellMarks, CellNotes, useMarks } from './CellNotes.tsx';
import { useCellStyles } from './cellStyles.ts';

export type CellProps = CellMarks & {
  /** Path of the field in the draft: where a refusal's link puts the focus. */
  readonly field: string;
  /** The grid's column: Enter and the arrow keys go to the same column of another row. */
  readonly column: string;
  /** Read aloud: column and line, e.g. `Requested, line 2`. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

type Props = CellProps & {
  readonly numeric?: boolean;
  readonly placeholder?: string;
  readonly note?: string;
  /** How the value is shown while nobody types in the field. */
  readonly format?: (value: string) => string;
  /** What becomes of the value when the field is left. */
  readonly tidy?: (value: string) => string;
};

/** One line of text in a grid. Its text is selected when the field is entered, so that typing replaces it. */
export function TextCell(props: Props) {
  const { field, column, label, value, onChange, numeric = false, placeholder, note, format, tidy, ...marks } = props;
  const styles = useCellStyles();
  const input = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);
  const { className, attributes } = useMarks(field, marks);
  // After the text has become the typed one again, else the selection would be lost with it.
  useLayoutEffect(() => {
    if (focused) input.current?.select();
  }, [focused]);
  return (
    <div className={styles.cell}>
      <input
        {...attributes}
        ref={input}
        className={mergeClasses(styles.field, numeric && styles.numeric, className)}
        aria-label={label}
        data-field={field}
        data-column={column}
        value={focused || format === undefined ? value : format(value)}
        placeholder={placeholder}
        inputMode={numeric ? 'decimal' : undefined}
        autoComplete="off"
        spellCheck={!numeric}
        onChange={(event) => onChange(event.target.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          const tidied = tidy?.(value) ?? value;
          if (tidied !== value) onChange(tidied);
        }}
      />
      <CellNotes field={field} {...marks} note={note} />
    </div>
  );
}
