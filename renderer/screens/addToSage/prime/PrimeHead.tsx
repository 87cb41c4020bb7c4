import type { CorFacts } from '../draft/lineEdits.ts';
import { useGridStyles } from '../fields/gridStyles.ts';

/** The heading of one COR's prime lines. */
export function PrimeHead({ cor, lines }: { readonly cor: CorFacts; readonly lines: number }) {
  const styles = useGridStyles();
  return (
    <>
      <tr>
        <th colSpan={7} scope="rowgroup" className={styles.group}>
          <span className={styles.corTitle}>
            COR {cor.number} {cor.title}
          </span>{' '}
          <span className={styles.corFacts}>{cor.statusWords}</span>
        </th>
      </tr>
      {lines > 0 ? null : (
        <tr>
          <td />
          <td colSpan={6} className={styles.nothing}>
            No prime lines yet. Without any, the client is charged nothing and the contract does not change.
          </td>
        </tr>
      )}
    </>
  );
}
