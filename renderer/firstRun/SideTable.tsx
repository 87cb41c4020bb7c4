import { makeStyles, tokens } from '@fluentui/react-components';
import type { SideStatus } from '#shared/contract/home.ts';
import { StateBadge } from '../components/StateBadge.tsx';
import { sideWords } from '../screens/home/sideWords.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  head: { textAlign: 'left', padding: '4px 12px 4px 0', color: tokens.colorNeutralForeground3, fontWeight: 'normal' },
  cell: {
    verticalAlign: 'baseline',
    padding: '8px 12px 8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  figure: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

/** Each side with how its reading stands and what came of it. */
export function SideTable({ sides }: { readonly sides: readonly SideStatus[] }) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label="The first reading">
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            From
          </th>
          <th scope="col" className={styles.head}>
            State
          </th>
          <th scope="col" className={`${styles.head} ${styles.figure}`}>
            Records read
          </th>
          <th scope="col" className={styles.head}>
            What was found
          </th>
        </tr>
      </thead>
      <tbody aria-live="polite">
        {sides.map(({ side, name, state, sentence, runs }) => (
          <tr key={side}>
            <th scope="row" className={`${styles.cell} ${styles.head}`}>
              {name}
            </th>
            <td className={styles.cell}>
              <StateBadge {...sideWords[state]} />
            </td>
            <td className={`${styles.cell} ${styles.figure}`}>
              {runs.length === 0 ? '–' : Math.max(...runs.map(({ rowsRead }) => rowsRead)).toLocaleString('en-US')}
            </td>
            <td className={styles.cell}>{sentence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
