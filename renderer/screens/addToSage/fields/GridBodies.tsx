import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';

type Props<T> = {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Height before an item has been measured, in pixels. */
  readonly heightOf: (item: T) => number;
  readonly columns: number;
  /** Key of the item that has to be on the screen, because the focus goes there. */
  readonly wanted: string | null;
  /** The rows of one item. */
  readonly children: (item: T) => ReactNode;
};

/** So few that every row may as well be there. */
const fewItems = 80;
/** Beyond the window's edges, so that Tab, Enter and the arrow keys always find a next row. */
const overscan = 10;

/**
 * The bodies of an editable grid, one `tbody` an item, for a table inside the scrolling `section` of a step. Of long grids only the
 * part in view is there, and the line that has the focus.
 */
export function GridBodies<T>(props: Props<T>) {
  // Decided once: changing over while somebody types would take the focus away.
  const [few] = useState(props.items.length <= fewItems);
  if (!few) return <WindowedBodies {...props} />;
  return props.items.map((item) => <tbody key={props.keyOf(item)}>{props.children(item)}</tbody>);
}

function WindowedBodies<T>({ items, keyOf, heightOf, columns, wanted, children }: Props<T>) {
  const top = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  const focused = useRef<string | null>(null);
  const key = (index: number): string => {
    const item = items[index];
    return item === undefined ? String(index) : keyOf(item);
  };
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => top.current?.closest('section') ?? null,
    getItemKey: key,
    estimateSize: (index) => {
      const item = items[index];
      return item === undefined ? 0 : heightOf(item);
    },
    overscan,
    scrollMargin: margin,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const at = items.findIndex((item) => keyOf(item) === focused.current);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
  });
  useLayoutEffect(() => {
    const box = top.current?.closest('section');
    if (top.current === null || !box) return;
    setMargin(top.current.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another item is wanted
  useEffect(() => {
    const at = items.findIndex((item) => keyOf(item) === wanted);
    if (at >= 0) virtual.scrollToIndex(at, { align: 'center' });
  }, [wanted]);

  let below = margin;
  const bodies = virtual.getVirtualItems().map(({ key: rowKey, index, start, end }) => {
    const gap = start - below;
    below = end;
    const item = items[index];
    return (
      <Fragment key={String(rowKey)}>
        <Gap height={gap} columns={columns} />
        <tbody
          ref={virtual.measureElement}
          data-index={index}
          onFocus={() => {
            focused.current = key(index);
          }}
        >
          {item === undefined ? null : children(item)}
        </tbody>
      </Fragment>
    );
  });
  return (
    <>
      <tbody ref={top} />
      {bodies}
      <Gap height={margin + virtual.getTotalSize() - below} columns={columns} />
    </>
  );
}

/** Stands for the rows that are not there. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height < 1) return null;
  return (
    <tbody aria-hidden>
      <tr>
        <td colSpan={columns} style={{ height, padding: 0 }} />
      </tr>
    </tbody>
  );
}
