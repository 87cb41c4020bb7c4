import { Checkbox, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { CorDetail } from '#shared/contract/changeOrders.ts';
import type { LinkHealth } from '#shared/domain/link.ts';
import { useAct } from '../../../api/useAct.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import type { OfficeDays } from '../../../components/officeDays.ts';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { Section } from '../../../components/Section.tsx';
import { useSmallTableStyles } from '../../../components/smallTableStyles.ts';
import { useToast } from '../../../components/Toasts.tsx';
import { valueWords } from '../../../components/valueWords.ts';
import { Totals } from './Totals.tsx';

const useStyles = makeStyles({
  changes: { marginTop: '10px' },
  check: { width: '32px', padding: '0 8px 0 0' },
  foot: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '8px', marginTop: '10px' },
});

export const sideWords = { cor: 'Clearstory', sage: 'Sage' } as const;

type Props = { readonly detail: CorDetail; readonly health: LinkHealth; readonly days: OfficeDays };

/** What is no longer as it was pushed, and who changed it. What Sage changed can be accepted field by field. */
export function Changes({ detail, health, days }: Props) {
  const styles = useStyles();
  const table = useSmallTableStyles();
  const toast = useToast();
  const accept = useAct('cors.acceptSage');
  const sageFields = health.differences.filter(({ side }) => side === 'sage').map(({ field }) => field);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = sageFields.filter((field) => !left.has(field));
  const acceptable = sageFields.length > 0;

  const onAccept = async (): Promise<void> => {
    const answer = await accept.run({ corId: detail.cor.id, fields: chosen });
    if (answer.ok) toast(`Sage’s values of ${chosen.length === 1 ? 'one field' : `${chosen.length} fields`} accepted.`);
  };

  return (
    <Section title="Changed since the push" aside={pushedWords(detail, days)}>
      <Totals health={health} />
      <table className={mergeClasses(table.table, styles.changes)} aria-label="Changed fields">
        <thead>
          <tr>
            {acceptable ? <td className={mergeClasses(table.head, styles.check)} /> : null}
            <th scope="col" className={mergeClasses(table.head, !acceptable && table.first)}>
              Field
            </th>
            <th scope="col" className={table.head}>
              As pushed
            </th>
            <th scope="col" className={table.head}>
              Now
            </th>
            <th scope="col" className={table.head}>
              Changed in
            </th>
          </tr>
        </thead>
        <tbody>
          {health.differences.map(({ side, field, label, pushed, now }) => (
            <tr key={`${side} ${field}`}>
              {acceptable ? (
                <td className={mergeClasses(table.cell, styles.check)}>
                  {side === 'sage' ? (
                    <Checkbox
                      aria-label={`Accept Sage’s value of ${label}`}
                      checked={!left.has(field)}
                      onChange={() => setLeft(flipped(left, field))}
                    />
                  ) : null}
                </td>
              ) : null}
              <th scope="row" className={mergeClasses(table.cell, !acceptable && table.first)}>
                {label}
              </th>
              <td className={table.cell}>{valueWords(pushed, days)}</td>
              <td className={mergeClasses(table.cell, table.strong)}>{valueWords(now, days)}</td>
              <td className={table.cell}>{sideWords[side]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {acceptable ? (
        <div className={styles.foot}>
          <ReasonedButton
            size="small"
            reason={
              accept.busy ? 'This is being done.' : chosen.length === 0 ? 'Tick the fields to accept first.' : null
            }
            onClick={() => void onAccept()}
          >
            Accept Sage’s values
          </ReasonedButton>
          {accept.failure === null ? null : <FailureMessage failure={accept.failure} />}
        </div>
      ) : null}
    </Section>
  );
}

/** When it was pushed and by whom. */
export function pushedWords({ link }: CorDetail, days: OfficeDays): string | undefined {
  return link === null ? undefined : `Pushed ${days.words(link.pushedAt)} by ${link.pushedBy}`;
}

function flipped(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
