import { makeStyles, tokens } from '@fluentui/react-components';
import type { SideStatus } from '#shared/contract/home.ts';
import type { Run } from '#shared/domain/records.ts';
import { instantWords, timeWords } from '../../components/instantWords.ts';
import { StateBadge, type StateKind } from '../../components/StateBadge.tsx';
import { useAppStore } from '../../store/StoreContext.tsx';
import type { Gap, Timeline } from './timeline.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  head: { textAlign: 'left', padding: '4px 8px', color: tokens.colorNeutralForeground2, fontWeight: 600 },
  cell: {
    verticalAlign: 'top',
    padding: '5px 8px',
    lineHeight: tokens.lineHeightBase200,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  when: { whiteSpace: 'nowrap' },
});

export const outcomeWords: Readonly<Record<Run['outcome'], { readonly kind: StateKind; readonly word: string }>> = {
  ok: { kind: 'ok', word: 'Went well' },
  partial: { kind: 'warning', word: 'Partly' },
  failed: { kind: 'failed', word: 'Failed' },
};

type Row = { readonly at: string; readonly run: Run } | { readonly at: string; readonly gap: Gap };

/** The timeline as a table, the latest first: what ran, how it ended, and when nothing ran. */
export function RunTable({ side, timeline }: { readonly side: SideStatus; readonly timeline: Timeline }) {
  const styles = useStyles();
  const timeZone = useAppStore((state) => state.info?.timeZone);
  const rows: Row[] = [
    ...timeline.marks.map(({ run }) => ({ at: run.startedAt, run })),
    ...timeline.gaps.map((gap) => ({ at: gap.startedAt, gap })),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (rows.length === 0) return <p>{`${side.name} has not run in the last 24 hours.`}</p>;
  return (
    <table className={styles.table} aria-label={`Runs of ${side.name} in the last 24 hours`}>
      <thead>
        <tr>
          {['Started', 'Outcome', 'What it did'].map((word) => (
            <th key={word} scope="col" className={styles.head}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={'run' in row ? `run ${row.at}` : `gap ${row.at}`}>
            <td className={styles.cell}>
              <span className={styles.when}>{instantWords(row.at, timeZone)}</span>
            </td>
            <td className={styles.cell}>
              {'run' in row ? (
                <StateBadge {...outcomeWords[row.run.outcome]} />
              ) : (
                <StateBadge kind="warning" word="No run" />
              )}
            </td>
            <td className={styles.cell}>
              {'run' in row ? row.run.sentence : `Nothing ran until ${timeWords(row.gap.endedAt, timeZone)}.`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
