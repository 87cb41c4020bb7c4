import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Receipt } from '#shared/domain/plan.ts';
import { useRequest } from '../../api/useRequest.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Pager } from '../../components/Pager.tsx';
import { Section } from '../../components/Section.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useSmallTableStyles } from '../../components/smallTableStyles.ts';
import { differs, fieldWords, gridWords, writtenWords } from './receiptWords.ts';

/** A row has up to thirty fields: more of them at once is no reading. */
const pageSize = 20;

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, fontSize: '13px' },
  summary: { padding: '6px 0', cursor: 'pointer', lineHeight: '18px' },
  key: { color: tokens.colorNeutralForeground3, marginLeft: '8px' },
  fields: { padding: '0 0 10px 18px' },
});

/** The proof: every row as it was planned and as it was read back from Sage, in the same transaction or where its proof was found. */
export function ReceiptRows({ id }: { readonly id: string }) {
  const styles = useStyles();
  const [offset, setOffset] = useState(0);
  const answer = useRequest('queue.receipt', { id, offset, limit: pageSize }, []);
  const receipt = answer.value?.receipt ?? null;
  const total = answer.value?.rows ?? 0;
  const equal = receipt?.differences === 0;
  return (
    <Section
      title="Receipt"
      aside={
        receipt === null ? undefined : (
          <StateBadge
            kind={equal ? 'ok' : 'warning'}
            word={equal ? `${total} rows read back equal` : `${receipt.differences} values differ`}
          />
        )
      }
    >
      {answer.failure === null ? null : <FailureMessage failure={answer.failure} onRetry={answer.refresh} />}
      {answer.status === 'loading' ? <Loading label="Reading the receipt" /> : null}
      {answer.status === 'ready' && receipt === null ? (
        <span>No receipt was kept: the write was found in Sage by its marker after the connection had been lost.</span>
      ) : null}
      {receipt?.rows.map((row) => (
        <details key={row.step} className={styles.row}>
          <summary className={styles.summary}>
            {gridWords(row.table)}
            <span className={styles.key}>{keyWords(row)}</span>
          </summary>
          <div className={styles.fields}>
            <RowFields row={row} />
          </div>
        </details>
      ))}
      {total > pageSize ? (
        <Pager offset={offset} limit={pageSize} total={total} nouns={['row', 'rows']} onChange={setOffset} />
      ) : null}
    </Section>
  );
}

type ReceiptRow = Receipt['rows'][number];

function keyWords({ table, key }: ReceiptRow): string {
  return Object.entries(key)
    .map(([column, value]) => `${fieldWords(table, column)} ${value}`)
    .join(', ');
}

function RowFields({ row }: { readonly row: ReceiptRow }) {
  const table = useSmallTableStyles();
  return (
    <table className={table.table} aria-label={`Values of ${gridWords(row.table)}, ${keyWords(row)}`}>
      <thead>
        <tr>
          {['Field', 'Planned', 'Read back'].map((title) => (
            <th key={title} scope="col" className={table.head}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row.columns.map((value) => (
          <tr key={value.column}>
            <th scope="row" className={table.cell} title={`${row.table}.${value.column}`}>
              {fieldWords(row.table, value.column)}
            </th>
            <td className={table.cell}>{writtenWords(row.table, value.column, value.planned)}</td>
            <td className={mergeClasses(table.cell, differs(row.table, value) && table.strong)}>
              {writtenWords(row.table, value.column, value.readBack)}
              {differs(row.table, value) ? ' (differs)' : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
