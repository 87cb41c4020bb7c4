import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { CorLog, CorLogRow } from '#shared/domain/corLog.ts';
import type { Windows } from '../../../api/useRowWindows.ts';
import { gridKey } from './gridKeys.ts';
import { LogHeader } from './LogHeader.tsx';
import { LogRow, rowDomId } from './LogRow.tsx';
import type { LogColumnId } from './logColumns.tsx';
import { rowHeight, useLogGridStyles } from './logGridStyles.ts';
import type { LogFilter } from './logQuery.ts';
import type { LogTable } from './logTable.ts';
import { nothingSelected, type Selection, selectOnly, selectTo, toggle } from './selection.ts';

/** More rows than this are never in the page, however large the screen. */
const mostRows = 58;
/** Of the column with the boxes, in pixels. */
const checkWidth = 36;

type Props = {
  readonly list: Windows<CorLogRow, CorLog>;
  /** Another question starts at the top again. */
  readonly question: string;
  readonly table: LogTable;
  readonly sort: LogFilter['sort'];
  readonly onSort: (column: LogColumnId) => void;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly onOpen: (row: CorLogRow) => void;
};

/** The Change Order Log as one long list of which only what is on screen exists. */
export function LogGrid({ list, question, table, sort, onSort, selection, onSelection, onOpen }: Props) {
  const styles = useLogGridStyles();
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
  const [focused, setFocused] = useState(false);
  const { total, rowAt, want } = list;
  const fitting = Math.ceil((grid.current?.clientHeight ?? window.innerHeight) / rowHeight);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: Math.max(0, Math.min(8, Math.floor((mostRows - fitting) / 2))),
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => want(first, last), [want, first, last]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, not another virtualizer, starts at the top
  useEffect(() => {
    setActive(0);
    virtual.scrollToOffset(0);
  }, [question]);

  const columns = table.getVisibleLeafColumns();
  const columnKey = columns.map((column) => column.id).join(' ');
  const width = columns.reduce((sum, column) => sum + (column.columnDef.meta?.width ?? 0), checkWidth);
  const tableRows = table.getRowModel().rowsById;

  const selectLoaded = (): void => onSelection(selectOnly(list.loaded(), active));

  const moveTo = (index: number, extend: boolean): void => {
    const target = Math.max(0, Math.min(total - 1, index));
    setActive(target);
    virtual.scrollToIndex(target, { align: 'auto' });
    if (!extend) return;
    const from = selection.rows.size === 0 ? { ...selection, anchor: active } : selection;
    onSelection(selectTo(from, target, rowAt));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || total === 0) return;
    const act = gridKey(event, active, total, Math.max(1, fitting - 2));
    if (act === null) return;
    event.preventDefault();
    const row = rowAt(active);
    if (act.type === 'move') moveTo(act.to, act.extend);
    else if (act.type === 'all') selectLoaded();
    else if (act.type === 'none') onSelection(nothingSelected);
    else if (row !== undefined && act.type === 'toggle') onSelection(toggle(selection, row, active));
    else if (row !== undefined && act.type === 'open') onOpen(row);
  };

  /** Click selects a row, Ctrl and the box add to the selection, Shift takes everything from the last one on. */
  const onClick = (event: MouseEvent): void => {
    const place = placeOf(event);
    const row = place === null ? undefined : rowAt(place.index);
    if (place === null || row === undefined) return;
    setActive(place.index);
    if (place.part === 'open') onOpen(row);
    else if (event.shiftKey) onSelection(selectTo(selection, place.index, rowAt));
    else if (place.part === 'check' || event.ctrlKey || event.metaKey) onSelection(toggle(selection, row, place.index));
    else onSelection(selectOnly([row], place.index));
  };

  const onDoubleClick = (event: MouseEvent): void => {
    const place = placeOf(event);
    const row = place === null || place.part !== 'row' ? undefined : rowAt(place.index);
    if (row !== undefined) onOpen(row);
  };

  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table with a selection is a grid
      role="grid"
      aria-label="Change order requests"
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-busy={list.refreshing}
      aria-activedescendant={active >= first && active <= last && total > 0 ? rowDomId(active) : undefined}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onFocus={(event) => setFocused(event.target === event.currentTarget)}
      onBlur={() => setFocused(false)}
    >
      <thead className={styles.head} style={{ minWidth: width }}>
        <LogHeader
          table={table}
          sort={sort}
          onSort={onSort}
          anySelected={selection.rows.size > 0}
          onSelectAll={() => (selection.rows.size > 0 ? onSelection(nothingSelected) : selectLoaded())}
        />
      </thead>
      <tbody className={styles.body} style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            <LogRow
              key={item.index}
              index={item.index}
              start={item.start - rowHeight}
              row={row === undefined ? undefined : tableRows[row.id]}
              columns={columnKey}
              selected={row !== undefined && selection.rows.has(row.id)}
              active={focused && item.index === active}
            />
          );
        })}
      </tbody>
    </table>
  );
}

type Place = { readonly index: number; readonly part: 'row' | 'check' | 'open' };

/** The row, and the part of it, that a click has met; null for the header and for the space below the rows. */
function placeOf(event: MouseEvent): Place | null {
  if (!(event.target instanceof Element)) return null;
  const index = event.target.closest('[data-index]')?.getAttribute('data-index') ?? null;
  const part = event.target.closest('[data-part]')?.getAttribute('data-part');
  if (index === null) return null;
  return { index: Number.parseInt(index, 10), part: part === 'check' || part === 'open' ? part : 'row' };
}
