import { Text } from '@fluentui/react-components';
import type { ResponseOf } from '#shared/contract/requests.ts';
import { useSmallTableStyles } from '../../components/smallTableStyles.ts';

export type Candidate = ResponseOf<'entry.found'>['candidates'][number];

/** A change order in Sage beside what was approved: only the fields that differ. `typed`: what the last column is called. */
export function Differences({ candidate, typed }: { readonly candidate: Candidate; readonly typed: string }) {
  const table = useSmallTableStyles();
  const { number, description, differences, more } = candidate;
  return (
    <>
      <Text>
        Change order <b>{number}</b>, {description === '' ? 'without a description' : description}:{' '}
        {differences.length === 0 ? 'equal in every field.' : 'not as approved.'}
      </Text>
      {differences.length === 0 ? null : (
        <table className={table.table} aria-label={`Differences of change order ${number}`}>
          <thead>
            <tr>
              {['Where', 'Field', 'Approved', typed].map((title) => (
                <th key={title} scope="col" className={table.head}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map((one) => (
              <tr key={`${one.place} ${one.label} ${one.planned}`}>
                <td className={table.cell}>{one.place}</td>
                <th scope="row" className={table.cell}>
                  {one.label}
                </th>
                <td className={table.cell}>{one.planned === '' ? 'empty' : one.planned}</td>
                <td className={table.cell}>{one.typed === '' ? 'empty' : one.typed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more === 0 ? null : <Text size={200}>And {more} more.</Text>}
    </>
  );
}
