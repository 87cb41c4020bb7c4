import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { CorLogRow } from '#shared/domain/corLog.ts';
import { selectionWords } from './selectionWords.ts';

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '32px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  selected: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  hint: { marginLeft: 'auto', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

type Props = {
  readonly total: number;
  readonly rows: readonly CorLogRow[];
  readonly onClear: () => void;
};

/** How long the list is, and what is selected in it. */
export function LogFooter({ total, rows, onClear }: Props) {
  const styles = useStyles();
  const jobs = new Set(rows.map((row) => row.job));
  return (
    <div className={styles.footer}>
      <span>{`${total.toLocaleString('en-US')} change order ${total === 1 ? 'request' : 'requests'}`}</span>
      <span role="status" className={styles.selected}>
        {selectionWords(rows)}
        {jobs.size > 1 ? ` · ${jobs.size} jobs: only CORs of one job can be added together` : ''}
      </span>
      {rows.length === 0 ? (
        <span className={styles.hint}>Space selects · Shift+↓ extends · Enter opens</span>
      ) : (
        <Button size="small" appearance="subtle" onClick={onClear}>
          Clear selection
        </Button>
      )}
    </div>
  );
}
