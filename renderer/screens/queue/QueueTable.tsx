import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TransferView } from '#shared/contract/queue.ts';
import { InstantText } from '../../components/InstantText.tsx';
import { type ListColumn, ListTable } from '../../components/ListTable.tsx';
import { Money } from '../../components/Money.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { fixWord } from './fixWord.ts';
import { intoWords, sinceOf, stateWords } from './stateWords.ts';
import type { QueueActs } from './useQueueActs.ts';

const useStyles = makeStyles({
  what: { fontWeight: tokens.fontWeightSemibold },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  block: { padding: '5px 0', lineHeight: '18px' },
  oneLine: { maxWidth: '240px', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  act: { minWidth: 'auto', whiteSpace: 'nowrap' },
  acts: { display: 'flex', columnGap: '6px', justifyContent: 'flex-end' },
});

type Props = {
  readonly rows: readonly TransferView[];
  readonly openId: string | null;
  readonly onOpen: (row: TransferView) => void;
  readonly acts: QueueActs;
};

/** What is on its way, where to, and what it waits for. */
export function QueueTable({ rows, openId, onOpen, acts }: Props) {
  const styles = useStyles();
  const columns: readonly ListColumn<TransferView>[] = [
    {
      id: 'what',
      header: 'What',
      width: 'wide',
      cell: (row) => (
        <div className={styles.block}>
          <div className={styles.what}>{corsOf(row)}</div>
          <div className={mergeClasses(styles.quiet, styles.oneLine)} title={`${row.job} ${row.jobName}`}>
            {row.job} {row.jobName}
          </div>
          <div className={styles.quiet}>{intoWords(row)}</div>
        </div>
      ),
    },
    {
      id: 'state',
      header: 'State',
      width: 'medium',
      cell: (row) => (
        <div className={styles.block}>
          <StateBadge kind={stateWords[row.state.name].kind} word={stateWords[row.state.name].word} />
          <div className={styles.quiet}>
            <InstantText instant={sinceOf(row.state, row)} />
          </div>
        </div>
      ),
    },
    {
      id: 'why',
      header: 'Why it waits, and what happens next',
      width: 'grow',
      cell: (row) => (
        <div className={styles.block}>
          <div>{row.why}</div>
          <div className={styles.quiet}>{row.next}</div>
        </div>
      ),
    },
    {
      id: 'total',
      header: 'Amount',
      align: 'end',
      cell: (row) => (
        <div className={styles.block}>
          <Money amount={row.total} />
          <div className={styles.quiet}>{`${row.lines} ${row.lines === 1 ? 'line' : 'lines'}`}</div>
        </div>
      ),
    },
    { id: 'acts', header: 'Actions', align: 'end', cell: (row) => <QuickActs row={row} acts={acts} /> },
  ];
  return (
    <ListTable
      label="Queue"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      onOpen={onOpen}
      openKey={openId}
    />
  );
}

function corsOf({ corNumbers, item, title }: TransferView): string {
  if (item !== null) return title;
  return `${corNumbers.length === 1 ? 'COR' : 'CORs'} ${corNumbers.join(', ')}`;
}

/** The step that a person is most likely to take now; all others are in the panel. */
function QuickActs({ row, acts }: { readonly row: TransferView; readonly acts: QueueActs }) {
  const styles = useStyles();
  const { state, refusals } = row;
  const draft = state.name === 'draft';
  const fixable = refusals.fix === null && (draft || state.name === 'needsAttention');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on a button from opening the row as well
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div className={styles.acts} onClick={(event) => event.stopPropagation()}>
      {fixable ? (
        <Button
          size="small"
          className={styles.act}
          aria-label={`${fixWord(row)}: ${row.title}`}
          onClick={() => void acts.fix(row)}
        >
          {fixWord(row)}
        </Button>
      ) : null}
      {state.name === 'awaitingEntry' ? (
        <Button
          size="small"
          className={styles.act}
          as="a"
          href={`#/entry/${row.id}`}
          aria-label={`Page for Sage: ${row.title}`}
        >
          Page for Sage
        </Button>
      ) : null}
      {refusals.retry === null ? (
        <Button
          size="small"
          className={styles.act}
          aria-label={`Retry now: ${row.title}`}
          onClick={() => void acts.retry(row.id)}
        >
          Retry now
        </Button>
      ) : null}
    </div>
  );
}
