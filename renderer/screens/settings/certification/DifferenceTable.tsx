import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { AcceptedDifference } from '#shared/domain/certificate.ts';
import type { EntryDifference } from '#shared/domain/certification/compareChanges.ts';
import { pairsOf } from '#shared/domain/certification/pairs.ts';
import { isAbout } from '#shared/domain/certification/session.ts';
import { useAct } from '../../../api/useAct.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { useSmallTableStyles } from '../../../components/smallTableStyles.ts';
import { FieldPairs } from './FieldPairs.tsx';

type Props = {
  readonly differences: readonly EntryDifference[];
  readonly accepted: readonly AcceptedDifference[];
};

/** One line a difference: where it is on Sage's screen, both values, and who accepted it why. */
export function DifferenceTable({ differences, accepted }: Props) {
  const styles = useSmallTableStyles();
  const [asking, setAsking] = useState<EntryDifference | null>(null);
  const accept = useAct('certification.accept');
  const confirm = async (reason: string) => {
    if (asking === null) return;
    const done = await accept.run({ table: asking.table, column: asking.column, reason });
    if (done.ok) setAsking(null);
  };
  const reasonOf = ({ table, column }: EntryDifference) =>
    accepted.find((one) => one.table === table && one.column === (column ?? ''))?.reason ?? null;
  return (
    <>
      <table className={styles.table} aria-label="Differences">
        <thead>
          <tr>
            {['Where', 'Sage', 'Plumbline', 'Decision'].map((title, index) => (
              <th key={title} scope="col" className={mergeClasses(styles.head, index === 0 && styles.first)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map((difference, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a grid may differ in the same field and by the same values
            <tr key={index}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {difference.place}
                <div className={mergeClasses(styles.quiet, styles.code)}>
                  {difference.table}
                  {difference.column === null ? '' : `.${difference.column}`}
                </div>
              </th>
              <td className={styles.cell}>{difference.bySage ?? 'nothing'}</td>
              <td className={styles.cell}>{difference.byPlumbline ?? 'nothing'}</td>
              <td className={styles.cell}>
                {reasonOf(difference) === null ? (
                  <Button
                    size="small"
                    aria-label={`Accept ${difference.place} …`}
                    onClick={() => {
                      accept.clear();
                      setAsking(difference);
                    }}
                  >
                    Accept …
                  </Button>
                ) : (
                  <>
                    <StateBadge kind="ok" word="Accepted" />
                    <div>{reasonOf(difference)}</div>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        open={asking !== null}
        title="Accept this difference?"
        sentence={`${asking?.place ?? ''}. It is named in the certificate, with your name and reason, and holds for this field in every line of this entry:`}
        reasonLabel="Why it does no harm"
        confirmWord="Accept it"
        busy={accept.busy}
        failure={accept.failure}
        onConfirm={(reason) => void confirm(reason)}
        onClose={() => setAsking(null)}
      >
        <FieldPairs field={pairsOf(asking === null ? [] : differences.filter((one) => isAbout(asking, one)))} />
      </ConfirmDialog>
    </>
  );
}
