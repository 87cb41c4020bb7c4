import { Checkbox, mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useListTableStyles } from './listTableStyles.ts';

export type ListColumn<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** How wide beside the others; `grow` shares what is left. Default: as wide as its content. */
  readonly width?: 'narrow' | 'medium' | 'wide' | 'grow';
  readonly align?: 'end';
};

export type RowSelection = {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
};

type Props<Row> = {
  /** Names the table for those who listen. */
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Names a row, e.g. for its check box. */
  readonly rowLabel: (row: Row) => string;
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** The row whose panel is open. */
  readonly openKey?: string | null;
  readonly selection?: RowSelection | undefined;
};

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/**
 * A window of a list (at most 200 rows). One row is in the tab order; arrows, Home and End move, Enter opens, Space selects,
 * Ctrl+A selects all.
 */
export function ListTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowKey, rowLabel, onOpen, openKey = null, selection } = props;
  const styles = useListTableStyles();
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState(0);
  const reachable = Math.min(active, rows.length - 1);
  const all = new Set(rows.map(rowKey));
  const chosen = selection?.keys.size ?? 0;

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(index, rows.length - 1));
    setActive(next);
    const row = body.current?.rows[next];
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent, row: Row, index: number) => {
    if (event.target !== event.currentTarget) return;
    const act = new Map([
      ['ArrowDown', () => moveTo(index + 1)],
      ['ArrowUp', () => moveTo(index - 1)],
      ['Home', () => moveTo(0)],
      ['End', () => moveTo(rows.length - 1)],
      ['Enter', () => onOpen?.(row)],
      [' ', () => (selection === undefined ? onOpen?.(row) : selection.onChange(toggled(selection.keys, rowKey(row))))],
      ...(event.ctrlKey ? ([['a', () => selection?.onChange(all)]] as const) : []),
    ]).get(event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={styles.frame}>
      <table
        className={styles.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows that take the keyboard make a grid
        role="grid"
        aria-label={label}
        aria-multiselectable={selection === undefined ? undefined : true}
      >
        <thead>
          <tr>
            {selection === undefined ? null : (
              <th scope="col" className={mergeClasses(styles.head, styles.check)}>
                <Checkbox
                  aria-label="Select all"
                  checked={chosen === 0 ? false : chosen >= rows.length ? true : 'mixed'}
                  onChange={() => selection.onChange(chosen >= rows.length ? new Set() : all)}
                />
              </th>
            )}
            {columns.map(({ id, header, width, align }) => (
              <th
                key={id}
                scope="col"
                className={mergeClasses(
                  styles.head,
                  width !== undefined && styles[width],
                  align === 'end' && styles.end,
                )}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => {
            const key = rowKey(row);
            const selected = selection?.keys.has(key) ?? key === openKey;
            return (
              <tr
                key={key}
                tabIndex={index === reachable ? 0 : -1}
                aria-selected={selected}
                className={mergeClasses(styles.row, selected && styles.selected)}
                onFocus={() => setActive(index)}
                onKeyDown={(event) => onKeyDown(event, row, index)}
                onClick={() => (onOpen === undefined ? selection?.onChange(toggled(selection.keys, key)) : onOpen(row))}
              >
                {selection === undefined ? null : (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the row does the same
                  <td className={mergeClasses(styles.cell, styles.check)} onClick={(event) => event.stopPropagation()}>
                    <Checkbox
                      aria-label={`Select ${rowLabel(row)}`}
                      tabIndex={-1}
                      checked={selected}
                      onChange={() => selection.onChange(toggled(selection.keys, key))}
                    />
                  </td>
                )}
                {columns.map(({ id, cell, align }) => (
                  <td key={id} className={mergeClasses(styles.cell, align === 'end' && styles.end)}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
