import { mergeClasses } from '@fluentui/react-components';
import { CheckboxChecked16Filled, CheckboxUnchecked16Regular } from '@fluentui/react-icons';
import { FlexRender } from '@tanstack/react-table';
import { memo } from 'react';
import { useGridStyles } from '../../../components/grid/gridStyles.ts';
import { WaitingCell } from '../../../components/grid/WaitingCell.tsx';
import { useColumnStyles } from './logColumnStyles.ts';
import type { LogTableRow } from './logTable.ts';

type Props = {
  readonly index: number;
  /** Pixels below the top of the list. */
  readonly start: number;
  readonly domId: string;
  /** Undefined while its window is on its way. */
  readonly row: LogTableRow | undefined;
  /** Which columns are shown: a row is drawn again when it changes. */
  readonly columns: string;
  readonly selected: boolean;
  /** The row that the keys act on, while the grid has the focus. */
  readonly active: boolean;
};

/** One COR. It has no handlers of its own: the grid takes clicks and keys for all rows (`data-index`, `data-part`). */
export const LogRow = memo(function LogRow({ index, start, domId, row, selected, active }: Props) {
  const styles = useGridStyles();
  return (
    <tr
      id={domId}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={row === undefined}
      className={mergeClasses(styles.line, styles.row, selected && styles.selected, active && styles.active)}
      style={{ transform: `translateY(${start}px)` }}
    >
      {row === undefined ? <WaitingCell /> : <Cells row={row} selected={selected} />}
    </tr>
  );
});

function Cells({ row, selected }: { readonly row: LogTableRow; readonly selected: boolean }) {
  const styles = useGridStyles();
  const widths = useColumnStyles();
  const Check = selected ? CheckboxChecked16Filled : CheckboxUnchecked16Regular;
  const cor = row.original;
  return (
    <>
      <td data-part="check" className={mergeClasses(styles.check, selected && styles.checked)}>
        <Check aria-hidden />
      </td>
      {row.getVisibleCells().map((cell) => {
        const meta = cell.column.columnDef.meta;
        if (meta === undefined) return null;
        const numeric = meta.kind === 'money' || meta.kind === 'whole';
        const longText = meta.id === 'title' ? cor.title : meta.id === 'project' ? cor.projectName : undefined;
        return (
          <td
            key={meta.id}
            className={mergeClasses(styles.cell, widths[meta.id], numeric && styles.end)}
            title={longText}
          >
            {meta.id === 'number' ? (
              <span data-part="open" className={styles.link}>
                {cor.number}
              </span>
            ) : meta.cell === undefined || longText !== undefined ? (
              <span className={styles.text}>
                <FlexRender cell={cell} />
              </span>
            ) : (
              <FlexRender cell={cell} />
            )}
          </td>
        );
      })}
    </>
  );
}
