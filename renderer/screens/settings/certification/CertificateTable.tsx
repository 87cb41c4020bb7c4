import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ResponseOf } from '#shared/contract/requests.ts';
import type { CertifiedPart } from '#shared/domain/certificate.ts';
import { fieldOf, pairWords } from '#shared/domain/certification/pairs.ts';
import { uncomparedWords } from '#shared/domain/certification/snapshot.ts';
import { kindWords } from '#shared/domain/writeHindrances.ts';
import { InstantText } from '../../../components/InstantText.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { useSmallTableStyles } from '../../../components/smallTableStyles.ts';

export type ListedCertificate = ResponseOf<'certificates.list'>['certificates'][number];

const partWords: Readonly<Record<CertifiedPart, string>> = {
  status: 'any status',
  subcontract: 'changes of subcontracts',
};

const columns = ['Covers', 'Made', 'Differences accepted', 'For these tables'];

/** One line a certificate. `act`: what can be done with it. */
export function CertificateTable(props: {
  readonly certificates: readonly ListedCertificate[];
  readonly act: (one: ListedCertificate) => ReactNode;
}) {
  const styles = useSmallTableStyles();
  return (
    <table className={styles.table} aria-label="Certificates">
      <thead>
        <tr>
          {columns.map((title, index) => (
            <th key={title} scope="col" className={mergeClasses(styles.head, index === 0 && styles.first)}>
              {title}
            </th>
          ))}
          <td className={styles.head} />
        </tr>
      </thead>
      <tbody>
        {props.certificates.map((one) => {
          const { id, kinds, parts, by, at, database, accepted, uncompared } = one.certificate;
          return (
            <tr key={id}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {kinds.map((kind) => kindWords[kind]).join(', ')}
                <div className={styles.quiet}>
                  {parts.length === 0 ? '2-Open, plain budget lines' : parts.map((part) => partWords[part]).join(', ')}
                </div>
              </th>
              <td className={styles.cell}>
                <InstantText instant={at} />
                <div className={styles.quiet}>
                  {by}, {database}
                </div>
              </td>
              <td className={styles.cell}>
                {accepted.length === 0
                  ? 'None'
                  : accepted.map((difference) => (
                      <div key={`${difference.table}.${difference.column}`}>
                        {difference.place}
                        <div className={styles.quiet}>
                          {pairWords(fieldOf(difference)).join('; ')}. {difference.reason}
                        </div>
                      </div>
                    ))}
                <div className={styles.quiet}>{uncomparedWords(uncompared)}</div>
              </td>
              <td className={styles.cell}>
                <Validity valid={one.valid} />
              </td>
              <td className={mergeClasses(styles.cell, styles.narrow)}>{props.act(one)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Validity({ valid }: { readonly valid: boolean | null }) {
  if (valid === null) return <StateBadge kind="neutral" word="Not inspected yet" />;
  return valid ? <StateBadge kind="ok" word="Valid" /> : <StateBadge kind="warning" word="Void: other tables" />;
}
