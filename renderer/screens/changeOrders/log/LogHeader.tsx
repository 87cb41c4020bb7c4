import { mergeClasses } from '@fluentui/react-components';
import {
  ArrowSortDown16Regular,
  ArrowSortUp16Regular,
  CheckboxIndeterminate16Filled,
  CheckboxUnchecked16Regular,
} from '@fluentui/react-icons';
import { useGridStyles } from '../../../components/grid/gridStyles.ts';
import { useColumnStyles } from './logColumnStyles.ts';
import type { LogColumnId } from './logColumns.tsx';
import type { LogFilter } from './logQuery.ts';
import type { LogTable } from './logTable.ts';

type Props = {
  readonly table: LogTable;
  readonly sort: LogFilter['sort'];
  readonly onSort: (column: LogColumnId) => void;
  readonly anySelected: boolean;
  /** Selects all rows that are here, or none when some are selected. */
  readonly onSelectAll: () => void;
};

/** Titles of the columns; each sorts. */
export function LogHeader({ table, sort, onSort, anySelected, onSelectAll }: Props) {
  const styles = useGridStyles();
  const widths = useColumnStyles();
  const SelectIcon = anySelected ? CheckboxIndeterminate16Filled : CheckboxUnchecked16Regular;
  const SortIcon = sort.descending ? ArrowSortDown16Regular : ArrowSortUp16Regular;
  return (
    <tr aria-rowindex={1} className={mergeClasses(styles.line, styles.header)}>
      <th scope="col" className={styles.check}>
        <button
          type="button"
          className={mergeClasses(styles.sort, styles.check, anySelected && styles.checked)}
          aria-label={anySelected ? 'Clear the selection' : 'Select all rows that are loaded'}
          onClick={onSelectAll}
        >
          <SelectIcon aria-hidden />
        </button>
      </th>
      {table.getVisibleLeafColumns().map((column) => {
        const meta = column.columnDef.meta;
        if (meta === undefined) return null;
        const sorted = sort.column === meta.id;
        const numeric = meta.kind === 'money' || meta.kind === 'whole';
        return (
          <th
            key={meta.id}
            scope="col"
            aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            className={mergeClasses(styles.cell, styles.bare, widths[meta.id])}
          >
            <button
              type="button"
              title={meta.meaning}
              className={mergeClasses(styles.sort, numeric && styles.end)}
              onClick={() => onSort(meta.id)}
            >
              <span className={styles.text}>{meta.title}</span>
              {sorted ? <SortIcon aria-hidden /> : null}
            </button>
          </th>
        );
      })}
    </tr>
  );
}
