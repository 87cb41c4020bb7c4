import { Text } from '@fluentui/react-components';
import type { ResponseOf } from '#shared/contract/requests.ts';
import { capital } from '#shared/domain/text.ts';
import { useSmallTableStyles } from '../../components/smallTableStyles.ts';

export type Candidate = ResponseOf<'entry.found'>['candidates'][number];

type Props = {
  /** What it is in Sage: `change order`. */
  readonly what: string;
  readonly candidate: Candidate;
  /** What the last column is called. */
  readonly typed: string;
};

/** A record in Sage beside what was approved: only the fields that differ. */
export function Differences({ what, candidate, typed }: Props) {
  const table = useSmallTableStyles();
  const { number, description, differences, more } = candidate;
  return (
    <>
      <Text>
        {capital(what)} <b>{number}</b>, {description === '' ? 'without a description' : description}:{' '}
        {differences.length === 0 ? 'equal in every field.' : 'not as approved.'}
      </Text>
      {differences.length === 0 ? null : (
        <table className={table.table} aria-label={`Differences of ${what} ${number}`}>
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
