import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type GridAct, gridKey } from './gridKeys.ts';
import { rowHeight, useGridStyles } from './gridStyles.ts';

/** More rows than this are never in the page, however large the screen. */
const mostRows = 58;
/** At least as many as rows in the page, so that each row has a slot of its own. */
const slots = 64;

export type GridPlace = {
  /** The row's React key: elements of rows that leave the screen serve those that come, which is what makes scrolling cheap. */
  readonly slot: number;
  readonly index: number;
  /** Pixels below the first row. */
  readonly start: number;
  readonly domId: string;
  /** The row that the keys act on, while the grid has the focus. */
  readonly active: boolean;
};

export type GridPoint = {
  readonly index: number;
  /** `data-part` of what was clicked inside the row; empty for the row itself. */
  readonly part: string;
  readonly how: 'click' | 'doubleClick';
  readonly shift: boolean;
  readonly control: boolean;
};

type Props = {
  readonly label: string;
  readonly total: number;
  /** Another question starts at the top again. */
  readonly question: string;
  /** Of all columns together, in pixels: narrower than this the grid scrolls sideways. */
  readonly minWidth: number;
  readonly busy: boolean;
  readonly multiselectable?: boolean;
  /** Hears which rows are on screen. */
  readonly want: (first: number, last: number) => void;
  /** One `tr` with the titles. */
  readonly head: ReactNode;
  /** One `tr` with the place's `domId`, `data-index` and `start`. */
  readonly row: (place: GridPlace) => ReactNode;
  readonly onAct: (act: Exclude<GridAct, { type: 'move' }>, active: number) => void;
  readonly onPoint: (point: GridPoint) => void;
  /** With Shift: the selection goes from where it began, or from `from`, to `to`. */
  readonly onExtend?: (from: number, to: number) => void;
};

/** A list of any length of which only what is on screen exists. It takes the keys and clicks for all its rows. */
export function VirtualGrid(props: Props) {
  const { label, total, question, minWidth, busy, multiselectable, want, head, row, onAct, onPoint, onExtend } = props;
  const styles = useGridStyles();
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
  const [focused, setFocused] = useState(false);
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

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || total === 0) return;
    const act = gridKey(event, active, total, Math.max(1, fitting - 2));
    if (act === null) return;
    event.preventDefault();
    if (act.type !== 'move') {
      onAct(act, active);
      return;
    }
    const target = Math.max(0, Math.min(total - 1, act.to));
    setActive(target);
    virtual.scrollToIndex(target, { align: 'auto' });
    if (act.extend) onExtend?.(active, target);
  };

  const point = (event: MouseEvent, how: GridPoint['how']): void => {
    if (!(event.target instanceof Element)) return;
    const index = event.target.closest('[data-index]')?.getAttribute('data-index') ?? null;
    if (index === null) return;
    const part = event.target.closest('[data-part]')?.getAttribute('data-part') ?? '';
    setActive(Number.parseInt(index, 10));
    onPoint({
      index: Number.parseInt(index, 10),
      part,
      how,
      shift: event.shiftKey,
      control: event.ctrlKey || event.metaKey,
    });
  };

  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that takes the keys for its rows is a grid
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-multiselectable={multiselectable}
      aria-busy={busy}
      aria-activedescendant={active >= first && active <= last && total > 0 ? `${id}${active}` : undefined}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onClick={(event) => point(event, 'click')}
      onDoubleClick={(event) => point(event, 'doubleClick')}
      onFocus={(event) => setFocused(event.target === event.currentTarget)}
      onBlur={() => setFocused(false)}
    >
      <thead className={styles.head} style={{ minWidth }}>
        {head}
      </thead>
      <tbody className={styles.body} style={{ height: virtual.getTotalSize(), minWidth }}>
        {items.map(({ index, start }) =>
          row({
            slot: index % slots,
            index,
            start: start - rowHeight,
            domId: `${id}${index}`,
            active: focused && index === active,
          }),
        )}
      </tbody>
    </table>
  );
}
