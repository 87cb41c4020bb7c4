import { mergeClasses } from '@fluentui/react-components';
import type { ItemLine } from '#shared/contract/procore.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { useSmallTableStyles } from '../../components/smallTableStyles.ts';

/** Lines with their coding and the amount on each side. */
export function ItemLines({ lines }: { readonly lines: readonly ItemLine[] }) {
  const styles = useSmallTableStyles();
  const end = mergeClasses(styles.head, styles.end);
  return (
    <table className={styles.table} aria-label="Lines">
      <thead>
        <tr>
          <th className={mergeClasses(styles.head, styles.first)} scope="col">
            Line
          </th>
          <th className={styles.head} scope="col">
            Cost code
          </th>
          <th className={styles.head} scope="col">
            Type
          </th>
          <th className={end} scope="col">
            Procore
          </th>
          <th className={end} scope="col">
            Sage
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, title, code, type, procore, sage, differs }) => (
          <tr key={id}>
            <td className={mergeClasses(styles.cell, styles.first)}>{title}</td>
            <td className={mergeClasses(styles.cell, styles.narrow)}>{code}</td>
            <td className={mergeClasses(styles.cell, styles.narrow)}>{type}</td>
            <td className={mergeClasses(styles.cell, styles.end)}>{procore === null ? '–' : formatMoney(procore)}</td>
            <td className={mergeClasses(styles.cell, styles.end, differs && styles.strong)}>
              {sage === null ? '–' : formatMoney(sage)}
              {differs ? ' (differs)' : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
