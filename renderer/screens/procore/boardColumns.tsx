import { makeStyles, tokens } from '@fluentui/react-components';
import type { ItemRow } from '#shared/contract/procore.ts';
import type { ItemKind } from '#shared/domain/procore/item.ts';
import { stateSentence } from '#shared/domain/procore/stateSentence.ts';
import { InstantText } from '../../components/InstantText.tsx';
import type { ListColumn } from '../../components/ListTable.tsx';
import { Money } from '../../components/Money.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { itemStateWords } from './listWords.ts';

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  block: { padding: '5px 0', lineHeight: '18px' },
});

const withoutAmount: ReadonlySet<ItemKind> = new Set(['project', 'vendor', 'costCodes', 'subJob']);

/** What it is, how it stands and why, its partner in Sage, and its amount. */
export function boardColumns(kind: ItemKind): readonly ListColumn<ItemRow>[] {
  const columns: readonly ListColumn<ItemRow>[] = [
    { id: 'what', header: 'What', width: 'wide', cell: (row) => <What row={row} /> },
    { id: 'state', header: 'State', width: 'medium', cell: (row) => <State row={row} /> },
    { id: 'why', header: 'Why, and what is next', width: 'grow', cell: (row) => <Why row={row} /> },
    { id: 'sage', header: 'In Sage', cell: (row) => (row.sage === '' ? '–' : row.sage) },
  ];
  const amount: ListColumn<ItemRow> = {
    id: 'amount',
    header: 'Amount',
    align: 'end',
    cell: (row) => <Money amount={row.amount} />,
  };
  return withoutAmount.has(kind) ? columns : [...columns, amount];
}

function What({ row }: { readonly row: ItemRow }) {
  const styles = useStyles();
  return (
    <div className={styles.block}>
      <div className={styles.strong}>{`${row.number} ${row.title}`.trim()}</div>
      {row.place === '' ? null : <div className={styles.quiet}>{row.place}</div>}
    </div>
  );
}

function State({ row }: { readonly row: ItemRow }) {
  const styles = useStyles();
  const { kind, word } = itemStateWords[row.state.name];
  return (
    <div className={styles.block}>
      <StateBadge kind={kind} word={word} />
      {row.differences === 0 ? null : <StateBadge kind="warning" word={`${row.differences} different`} />}
      {row.updatedAt === null ? null : (
        <div className={styles.quiet}>
          <InstantText instant={row.updatedAt} />
        </div>
      )}
    </div>
  );
}

function Why({ row }: { readonly row: ItemRow }) {
  const styles = useStyles();
  return (
    <div className={styles.block}>
      <div>{stateSentence(row.state, row.suggestion !== null)}</div>
      {row.suggestion === null ? null : <div className={styles.quiet}>{row.suggestion.words}</div>}
    </div>
  );
}
