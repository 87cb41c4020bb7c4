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

/** What an entry keeps beside its sentence: its fields, with before and after where they changed, or plain text. */
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
  const { facts, more } = readable;
  const changes = facts.some(({ before }) => before !== null);
  const rows = facts.map(({ name, before, value }) => (changes ? [name, before ?? '', value] : [name, value]));
  return (
    <>
      <Rows titles={changes ? ['Field', 'Before', 'After'] : ['Field', 'Value']} rows={rows} days={days} />
      {more === 0 ? null : (
        <Text size={200} className={styles.quiet}>
          {`And ${more} more, for which there was no room.`}
        </Text>
      )}
    </>
  );
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
