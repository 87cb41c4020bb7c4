import type { CorLog, CorLogRow } from '#shared/domain/corLog.ts';
import type { Windows } from '../../../api/useRowWindows.ts';
import type { GridAct } from '../../../components/grid/gridKeys.ts';
import { type GridPoint, VirtualGrid } from '../../../components/grid/VirtualGrid.tsx';
import { LogHeader } from './LogHeader.tsx';
import { LogRow } from './LogRow.tsx';
import type { LogColumnId } from './logColumns.tsx';
import type { LogFilter } from './logQuery.ts';
import type { LogTable } from './logTable.ts';
import { nothingSelected, type Selection, selectOnly, selectTo, toggle } from './selection.ts';

/** Of the column with the boxes, in pixels. */
const checkWidth = 36;

type Props = {
  readonly list: Windows<CorLogRow, CorLog>;
  readonly question: string;
  readonly table: LogTable;
  readonly sort: LogFilter['sort'];
  readonly onSort: (column: LogColumnId) => void;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly onOpen: (row: CorLogRow) => void;
};

/** The Change Order Log as one long list in which rows can be selected. */
export function LogGrid({ list, question, table, sort, onSort, selection, onSelection, onOpen }: Props) {
  const { rowAt } = list;
  const columns = table.getVisibleLeafColumns();
  const tableRows = table.getRowModel().rowsById;
  const columnKey = columns.map((column) => column.id).join(' ');
  const some = selection.rows.size > 0;

  const onAct = (act: Exclude<GridAct, { type: 'move' }>, active: number): void => {
    const row = rowAt(active);
    if (act.type === 'all') onSelection(selectOnly(list.loaded(), active));
    else if (act.type === 'none') onSelection(nothingSelected);
    else if (row !== undefined && act.type === 'toggle') onSelection(toggle(selection, row, active));
    else if (row !== undefined) onOpen(row);
  };

  /** Click selects a row, Ctrl and the box add to the selection, Shift takes everything from the last one on. */
  const onPoint = ({ index, part, how, shift, control }: GridPoint): void => {
    const row = rowAt(index);
    if (row === undefined) return;
    const opens = how === 'doubleClick' ? part === '' : part === 'open';
    if (opens) onOpen(row);
    else if (how === 'doubleClick') return;
    else if (shift) onSelection(selectTo(selection, index, rowAt));
    else if (part === 'check' || control) onSelection(toggle(selection, row, index));
    else onSelection(selectOnly([row], index));
  };

  return (
    <VirtualGrid
      label="Change order requests"
      total={list.total}
      question={question}
      minWidth={columns.reduce((sum, column) => sum + (column.columnDef.meta?.width ?? 0), checkWidth)}
      busy={list.refreshing}
      multiselectable
      want={list.want}
      head={
        <LogHeader
          table={table}
          sort={sort}
          onSort={onSort}
          anySelected={some}
          onSelectAll={() => onSelection(some ? nothingSelected : selectOnly(list.loaded(), 0))}
        />
      }
      row={({ slot, index, start, domId, active }) => {
        const row = rowAt(index);
        return (
          <LogRow
            key={slot}
            index={index}
            start={start}
            domId={domId}
            row={row === undefined ? undefined : tableRows[row.id]}
            columns={columnKey}
            selected={row !== undefined && selection.rows.has(row.id)}
            active={active}
          />
        );
      }}
      onAct={onAct}
      onPoint={onPoint}
      onExtend={(from, to) => onSelection(selectTo(some ? selection : { ...selection, anchor: from }, to, rowAt))}
    />
  );
}
