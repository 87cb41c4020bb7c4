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
            {cor.receivedFrom === null
              ? 'No prime lines yet. Without any, the client is charged nothing and the contract does not change.'
              : `Received from ${cor.receivedFrom}, a cost: without a prime line the client is charged nothing for it, which is usual where a COR of your own covers it.`}
          </td>
        </tr>
      )}
    </>
  );
}
