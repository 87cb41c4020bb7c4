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

type SettleWords = {
  readonly side: 'cor' | 'sage';
  readonly check: string;
  readonly button: string;
  readonly note?: string;
};

const leaveSage: SettleWords = {
  side: 'cor',
  check: 'Leave Sage as it is for',
  button: 'Leave Sage as it is',
  note: 'The ticked changes stay in Clearstory only and no longer count as differences.',
};

/** What can be settled here, by state. Conflicts are decided field by field elsewhere. */
const settleWords: Partial<Record<LinkHealth['state'], SettleWords>> = {
  changedInSage: { side: 'sage', check: 'Accept Sage’s value of', button: 'Accept Sage’s values' },
  changedSincePush: leaveSage,
  locked: leaveSage,
};

export const sideWords = { cor: 'Clearstory', sage: 'Sage' } as const;

type Props = { readonly detail: CorDetail; readonly health: LinkHealth; readonly days: OfficeDays };

/**
 * What is no longer as it was pushed, and who changed it. Field by field it can be settled in Sage's favour: what Sage changed is
 * accepted, and what Clearstory changed is left out of Sage (a title, for instance, is never written again).
 */
export function Changes({ detail, health, days }: Props) {
  const styles = useStyles();
  const table = useSmallTableStyles();
  const toast = useToast();
  const accept = useAct('cors.acceptSage');
  const words = settleWords[health.state];
  const fields = health.differences.filter(({ side }) => side === words?.side).map(({ field }) => field);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = fields.filter((field) => !left.has(field));
  const acceptable = fields.length > 0;

  const onAccept = async (): Promise<void> => {
    const answer = await accept.run({ corId: detail.cor.id, fields: chosen });
    if (answer.ok)
      toast(`${chosen.length === 1 ? 'One field' : `${chosen.length} fields`} settled: Sage stays as it is.`);
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
                  {side === words?.side ? (
                    <Checkbox
                      aria-label={`${words.check} ${label}`}
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
              accept.busy ? 'This is being done.' : chosen.length === 0 ? 'Tick the fields to settle first.' : null
            }
            onClick={() => void onAccept()}
          >
            {words?.button}
          </ReasonedButton>
          {words?.note === undefined ? null : <span>{words.note}</span>}
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
