import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { HistoryEntry } from '#shared/domain/records.ts';
import { rowHeight, useGridStyles } from '../../components/grid/gridStyles.ts';
import { type GridPlace, VirtualGrid } from '../../components/grid/VirtualGrid.tsx';
import { WaitingCell } from '../../components/grid/WaitingCell.tsx';
import { historyWords } from '../../components/historyWords.ts';
import { StateBadge } from '../../components/StateBadge.tsx';
import { corNumbers, type HistoryColumn, historyColumns } from './historyColumns.ts';

const useWidths = makeStyles({
  when: { flex: '0 0 168px' },
  what: { flex: '0 0 184px' },
  sentence: { flex: '1 0 260px' },
  job: { flex: '0 0 60px' },
  cor: { flex: '0 0 64px' },
  co: { flex: '0 0 80px' },
  by: { flex: '0 0 128px' },
});

const useStyles = makeStyles({
  title: { display: 'flex', alignItems: 'center', height: `${rowHeight}px` },
  row: { cursor: 'pointer' },
  when: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly total: number;
  readonly question: string;
  readonly busy: boolean;
  readonly entryAt: (index: number) => HistoryEntry | undefined;
  readonly want: (first: number, last: number) => void;
  readonly when: (instant: string) => string;
  readonly onOpen: (entry: HistoryEntry) => void;
};

/** The timeline as one long list. */
export function HistoryGrid({ total, question, busy, entryAt, want, when, onOpen }: Props) {
  const grid = useGridStyles();
  const styles = useStyles();
  const widths = useWidths();
  const open = (index: number): void => {
    const entry = entryAt(index);
    if (entry !== undefined) onOpen(entry);
  };
  return (
    <VirtualGrid
      label="History"
      total={total}
      question={question}
      minWidth={historyColumns.reduce((sum, { width }) => sum + width, 0)}
      busy={busy}
      want={want}
      head={
        <tr aria-rowindex={1} className={mergeClasses(grid.line, grid.header)}>
          {historyColumns.map(({ id, title }) => (
            <th key={id} scope="col" className={mergeClasses(grid.cell, styles.title, widths[id])}>
              {title}
            </th>
          ))}
        </tr>
      }
      row={(place) => <EntryRow key={place.slot} {...place} entry={entryAt(place.index)} when={when} />}
      onAct={(act, index) => (act.type === 'open' || act.type === 'toggle' ? open(index) : undefined)}
      onPoint={({ index, how }) => (how === 'click' ? open(index) : undefined)}
    />
  );
}

type RowProps = GridPlace & {
  readonly entry: HistoryEntry | undefined;
  readonly when: (instant: string) => string;
};

const EntryRow = memo(function EntryRow({ index, start, domId, active, entry, when }: RowProps) {
  const grid = useGridStyles();
  const styles = useStyles();
  const widths = useWidths();
  return (
    <tr
      id={domId}
      data-index={index}
      aria-rowindex={index + 2}
      aria-busy={entry === undefined}
      className={mergeClasses(grid.line, grid.row, styles.row, active && grid.active)}
      style={{ transform: `translateY(${start}px)` }}
    >
      {entry === undefined ? (
        <WaitingCell />
      ) : (
        historyColumns.map(({ id }) => (
          <td
            key={id}
            className={mergeClasses(grid.cell, widths[id], id === 'when' && styles.when)}
            title={id === 'sentence' ? entry.sentence : id === 'cor' ? corNumbers(entry) : undefined}
          >
            <Cell id={id} entry={entry} when={when} />
          </td>
        ))
      )}
    </tr>
  );
});

type CellProps = {
  readonly id: HistoryColumn['id'];
  readonly entry: HistoryEntry;
  readonly when: (instant: string) => string;
};

function Cell({ id, entry, when }: CellProps) {
  const grid = useGridStyles();
  switch (id) {
    case 'when':
      return when(entry.at);
    case 'what':
      return <StateBadge kind={historyWords[entry.kind].kind} word={historyWords[entry.kind].word} />;
    case 'sentence':
      return <span className={grid.text}>{entry.sentence}</span>;
    case 'job':
      return entry.job;
    case 'cor':
      return <span className={grid.text}>{corNumbers(entry)}</span>;
    case 'co':
      return entry.changeOrder;
    default:
      return <span className={grid.text}>{entry.by}</span>;
  }
}
