import { mergeClasses } from '@fluentui/react-components';
import type { ItemLine } from '#shared/contract/procore.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { ItemKind } from '#shared/domain/procore/item.ts';
import { useSmallTableStyles } from '../../components/smallTableStyles.ts';

type Props = { readonly kind: ItemKind; readonly lines: readonly ItemLine[] };

/** Kinds whose lines are cost codes as each side writes them; lines of all others are amounts. */
const ofCodes: ReadonlySet<ItemKind> = new Set(['project', 'costCodes']);

/** Lines with their coding and what each side has of them. */
export function ItemLines({ kind, lines }: Props) {
  const styles = useSmallTableStyles();
  const codes = ofCodes.has(kind);
  const end = mergeClasses(styles.head, !codes && styles.end);
  const cell = mergeClasses(styles.cell, codes ? styles.narrow : styles.end);
  const shown = (value: string | null) => (value === null ? '–' : codes ? value : formatMoney(value));
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
            <td className={cell}>{shown(procore)}</td>
            <td className={mergeClasses(cell, differs && styles.strong)}>
              {shown(sage)}
              {differs ? ' (differs)' : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
