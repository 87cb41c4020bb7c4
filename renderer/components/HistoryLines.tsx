import { makeStyles, tokens } from '@fluentui/react-components';
import type { HistoryEntry } from '#shared/domain/records.ts';
import { historyWords } from './historyWords.ts';
import { InstantText } from './InstantText.tsx';
import { StateBadge } from './StateBadge.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, fontSize: '13px', lineHeight: '18px' },
  entry: {
    display: 'grid',
    gridTemplateColumns: '168px 1fr',
    columnGap: '12px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  sentence: { overflowWrap: 'anywhere' },
});

/** What happened, newest first: kind, sentence, who and when. */
export function HistoryLines({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <StateBadge kind={historyWords[entry.kind].kind} word={historyWords[entry.kind].word} />
          <div>
            <div className={styles.sentence}>{entry.sentence}</div>
            <div className={styles.when}>
              {entry.by}, <InstantText instant={entry.at} show="absolute" />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
