import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { OfficeDays } from '../../components/officeDays.ts';
import { useSmallTableStyles } from '../../components/smallTableStyles.ts';
import { valueWords } from '../../components/valueWords.ts';
import { readableDetail } from './readableDetail.ts';

const useStyles = makeStyles({
  text: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Props = { readonly detail: string; readonly days: OfficeDays };

/** What an entry keeps beside its sentence: before and after, or its fields, or plain text. */
export function DetailTable({ detail, days }: Props) {
  const styles = useStyles();
  const readable = readableDetail(detail);
  if (readable.shape === 'nothing') {
    return (
      <Text size={200} className={styles.quiet}>
        Nothing more was kept: the sentence says it all.
      </Text>
    );
  }
  if (readable.shape === 'text') return <pre className={styles.text}>{readable.text}</pre>;
  if (readable.shape === 'facts') {
    return (
      <Rows titles={['Field', 'Value']} rows={readable.facts.map(({ name, value }) => [name, value])} days={days} />
    );
  }
  if (readable.changes.length === 0) {
    return (
      <Text size={200} className={styles.quiet}>
        Saved without a change.
      </Text>
    );
  }
  const rows = readable.changes.map(({ name, before, after }) => [name, before, after]);
  return <Rows titles={['Field', 'Before', 'After']} rows={rows} days={days} />;
}

type RowsProps = {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly days: OfficeDays;
};

function Rows({ titles, rows, days }: RowsProps) {
  const table = useSmallTableStyles();
  return (
    <table className={table.table} aria-label="Details">
      <thead>
        <tr>
          {titles.map((title, index) => (
            <th key={title} scope="col" className={mergeClasses(table.head, index === 0 && table.first)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...values]) => (
          <tr key={name}>
            <th scope="row" className={mergeClasses(table.cell, table.first)}>
              {name}
            </th>
            {values.map((value, index) => (
              <td key={titles[index + 1]} className={mergeClasses(table.cell, index === 1 && table.strong)}>
                {valueWords(value, days)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
