import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemRow } from '#shared/contract/procore.ts';
import { useApi } from '../../api/ApiContext.tsx';
import { useAct } from '../../api/useAct.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { acceptAsProposed } from './acceptAsProposed.ts';
import { useDecide } from './useDecide.ts';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' } });

type Props = { readonly rows: readonly ItemRow[]; readonly onDone: () => void };

/** So many go through one request. */
const mostAtOnce = 50;

/** Deals with several items at once: each succeeds or fails alone. */
export function SeveralActs({ rows, onDone }: Props) {
  const styles = useStyles();
  const api = useApi();
  const toast = useToast();
  const decide = useDecide();
  const link = useAct('procore.link');
  const [accepting, setAccepting] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const keys = rows.map(({ key }) => key);
  const suggested = rows.filter(({ suggestion, refusals }) => suggestion !== null && refusals.link === null);
  const accept = async () => {
    setAccepting(true);
    const { accepted, refused } = await acceptAsProposed(api, rows);
    setAccepting(false);
    if (accepted > 0) toast(accepted === 1 ? 'One item accepted.' : `${accepted} items accepted.`);
    for (const { title, sentence } of refused.slice(0, 3)) toast(`${title}: ${sentence}`, 'error');
    if (refused.length > 3) toast(`${refused.length - 3} more were not accepted: open each to see why.`, 'error');
    onDone();
  };
  const linkAll = async () => {
    const pairs = suggested.map(({ key, suggestion }) => ({ key, sageKey: suggestion?.sageKey ?? '' }));
    const answer = await link.run({ pairs });
    if (!answer.ok) return;
    const failed = answer.value.results.flatMap(({ failure }) => failure ?? []);
    toast(`${pairs.length - failed.length} linked.`);
    for (const { sentence } of failed.slice(0, 3)) toast(sentence, 'error');
    onDone();
  };
  const busy = accepting || decide.busy || link.busy ? 'Wait until this is done.' : null;
  return (
    <div className={styles.acts}>
      <ReasonedButton appearance="primary" reason={busy ?? acceptReason(rows)} onClick={() => void accept()}>
        {rows.length < 2 ? 'Accept' : `Accept ${rows.length}`}
      </ReasonedButton>
      <ReasonedButton reason={busy ?? firstReason(rows, 'reject')} onClick={() => setRejecting(true)}>
        Reject
      </ReasonedButton>
      <ReasonedButton
        reason={busy ?? firstReason(rows, 'archive')}
        onClick={() => void decide.say(keys, 'archive', '').then(onDone)}
      >
        Archive
      </ReasonedButton>
      {suggested.length === 0 ? null : (
        <ReasonedButton reason={busy} onClick={() => void linkAll()}>
          {`Link ${suggested.length} suggested`}
        </ReasonedButton>
      )}
      <ConfirmDialog
        open={rejecting}
        title={
          rows.length === 1
            ? `Reject ${rows[0]?.number ?? ''} ${rows[0]?.title ?? ''}?`
            : `Reject ${rows.length} items?`
        }
        sentence="They stay in Procore as they are and are not written into Sage. They can be sent again."
        confirmWord="Reject"
        reasonLabel="Reason"
        onConfirm={(reason) =>
          void decide.say(keys, 'reject', reason).then((ok) => {
            if (!ok) return;
            setRejecting(false);
            onDone();
          })
        }
        onClose={() => setRejecting(false)}
        busy={decide.busy}
        failure={decide.failure}
      />
    </div>
  );
}

function acceptReason(rows: readonly ItemRow[]): string | null {
  if (rows.length > mostAtOnce)
    return `At most ${mostAtOnce} at once: take ${rows.length - mostAtOnce} off the selection.`;
  return firstReason(rows, 'accept');
}

function firstReason(rows: readonly ItemRow[], act: 'accept' | 'reject' | 'archive'): string | null {
  if (rows.length === 0) return 'Select at least one item first.';
  const barred = rows.find(({ refusals }) => refusals[act] !== null);
  return barred === undefined ? null : `${barred.number} ${barred.title}: ${barred.refusals[act] ?? ''}`.trim();
}
