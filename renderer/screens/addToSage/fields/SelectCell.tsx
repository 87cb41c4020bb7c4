import { mergeClasses } from '@fluentui/react-components';
import { CellNotes, useMarks } from './CellNotes.tsx';
import { useCellStyles } from './cellStyles.ts';
import type { CellProps } from './TextCell.tsx';

type Props = CellProps & {
  readonly options: readonly { readonly value: string; readonly words: string }[];
  /** What the empty choice says; null when there is none. */
  readonly empty: string | null;
  /** Why nothing can be chosen yet; shown in the field. */
  readonly blocked?: string | null;
};

/** A short list in a grid. A value that is not in the list stays visible, so that nothing changes unseen. */
export function SelectCell({ field, column, label, value, onChange, options, empty, blocked = null, ...marks }: Props) {
  const styles = useCellStyles();
  const { className, attributes } = useMarks(field, blocked === null ? marks : {});
  const unknown = value !== '' && !options.some((option) => option.value === value);
  return (
    <div className={styles.cell}>
      <select
        {...attributes}
        className={mergeClasses(styles.field, styles.select, className)}
        aria-label={label}
        data-field={field}
        data-column={column}
        value={value}
        disabled={blocked !== null}
        title={blocked ?? undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {blocked === null && empty === null ? null : <option value="">{blocked ?? empty}</option>}
        {unknown ? <option value={value}>{value}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
      <CellNotes field={field} {...(blocked === null ? marks : {})} />
    </div>
  );
}
