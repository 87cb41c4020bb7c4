import { mergeClasses } from '@fluentui/react-components';
import type { BothSides as Fact } from '#shared/contract/procore.ts';
import { dayWords } from '#shared/domain/dates.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { useSmallTableStyles } from '../../components/smallTableStyles.ts';

/** The same facts in Procore and in Sage; what differs is marked with a word, not only a colour. */
export function BothSides({ fields }: { readonly fields: readonly Fact[] }) {
  const styles = useSmallTableStyles();
  return (
    <table className={styles.table} aria-label="Both sides">
      <thead>
        <tr>
          <th className={mergeClasses(styles.head, styles.first)} scope="col">
            Field
          </th>
          <th className={styles.head} scope="col">
            Procore
          </th>
          <th className={styles.head} scope="col">
            Sage
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((fact) => (
          <tr key={fact.label}>
            <th className={mergeClasses(styles.cell, styles.first)} scope="row">
              {fact.label}
            </th>
            <td className={mergeClasses(styles.cell, fact.form === 'money' && styles.end)}>
              {shown(fact, fact.procore)}
            </td>
            <td
              className={mergeClasses(styles.cell, fact.form === 'money' && styles.end, fact.differs && styles.strong)}
            >
              {shown(fact, fact.sage)}
              {fact.differs ? ' (differs)' : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shown({ form }: Fact, value: string | null): string {
  if (value === null || value === '') return '–';
  if (form === 'date') return dayWords(value);
  return form === 'money' ? formatMoney(value) : value;
}
