import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { ReasonedButton } from './ReasonedButton.tsx';

const useStyles = makeStyles({
  pager: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '32px',
    flexShrink: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

type Props = {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  /** What is counted, one and many, e.g. `['project', 'projects']`. */
  readonly nouns: readonly [string, string];
  readonly onChange: (offset: number) => void;
};

/** How many there are and which of them are shown; turns the page where one is not enough. */
export function Pager({ offset, limit, total, nouns, onChange }: Props) {
  const styles = useStyles();
  const noun = total === 1 ? nouns[0] : nouns[1];
  const figures = (count: number) => count.toLocaleString('en-US');
  if (total <= limit) {
    return (
      <div className={styles.pager} role="status">
        {`${figures(total)} ${noun}`}
      </div>
    );
  }
  const last = Math.min(offset + limit, total);
  return (
    <div className={styles.pager}>
      <span role="status">{`${figures(offset + 1)}–${figures(last)} of ${figures(total)} ${noun}`}</span>
      <ReasonedButton
        appearance="subtle"
        size="small"
        icon={<ChevronLeft20Regular />}
        aria-label="Previous page"
        reason={offset === 0 ? 'This is the first page.' : null}
        onClick={() => onChange(Math.max(0, offset - limit))}
      />
      <ReasonedButton
        appearance="subtle"
        size="small"
        icon={<ChevronRight20Regular />}
        aria-label="Next page"
        reason={last >= total ? 'This is the last page.' : null}
        onClick={() => onChange(offset + limit)}
      />
    </div>
  );
}
