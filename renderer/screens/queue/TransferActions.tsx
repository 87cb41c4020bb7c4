import { Button } from '@fluentui/react-components';
import {
  ArrowClockwise20Regular,
  ArrowUndo20Regular,
  Delete20Regular,
  Edit20Regular,
  PlugDisconnected20Regular,
  Print20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { TransferView } from '#shared/contract/queue.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { fixWord } from './fixWord.ts';
import { GiveUpDialog } from './GiveUpDialog.tsx';
import type { QueueActs } from './useQueueActs.ts';

/** What can be done with a transfer; what cannot says why. */
export function TransferActions({ transfer, acts }: { readonly transfer: TransferView; readonly acts: QueueActs }) {
  const [asking, setAsking] = useState(false);
  const [givingUp, setGivingUp] = useState(false);
  const { id, state, refusals } = transfer;
  const busy = acts.busy ? 'This is being done.' : null;
  const draft = state.name === 'draft';
  const back =
    transfer.item === null
      ? 'Its CORs count as not in Sage again and can be added anew.'
      : 'It stands under Procore again and can be accepted anew.';
  return (
    <>
      {state.name === 'awaitingEntry' ? (
        <Button appearance="primary" icon={<Print20Regular />} as="a" href={`#/entry/${id}`}>
          Page for Sage
        </Button>
      ) : null}
      <ReasonedButton
        appearance={draft || state.name === 'needsAttention' ? 'primary' : 'secondary'}
        icon={<Edit20Regular />}
        reason={busy ?? refusals.fix}
        onClick={() => void acts.fix(transfer)}
      >
        {fixWord(transfer)}
      </ReasonedButton>
      <ReasonedButton
        appearance={state.name === 'waiting' ? 'primary' : 'secondary'}
        icon={<ArrowClockwise20Regular />}
        reason={busy ?? refusals.retry}
        onClick={() => void acts.retry(id)}
      >
        Retry now
      </ReasonedButton>
      <ReasonedButton
        icon={<ArrowUndo20Regular />}
        reason={busy ?? refusals.withdraw}
        onClick={() => void acts.withdraw(transfer)}
      >
        Withdraw
      </ReasonedButton>
      <ReasonedButton icon={<Delete20Regular />} reason={busy ?? refusals.drop} onClick={() => setAsking(true)}>
        Drop…
      </ReasonedButton>
      {refusals.giveUp === null ? (
        <ReasonedButton icon={<PlugDisconnected20Regular />} reason={busy} onClick={() => setGivingUp(true)}>
          Server gone for good…
        </ReasonedButton>
      ) : null}
      <GiveUpDialog id={id} title={transfer.title} open={givingUp} acts={acts} onClose={() => setGivingUp(false)} />
      <ConfirmDialog
        open={asking}
        title={`Drop ${transfer.title}?`}
        sentence={`It leaves the queue and is not written to Sage. ${back} What was dropped stays in History with your reason.`}
        confirmWord="Drop"
        reasonLabel="Why is it dropped?"
        busy={acts.busy}
        failure={acts.dropFailure}
        onConfirm={(reason) => void acts.drop(id, reason).then((done) => (done ? setAsking(false) : undefined))}
        onClose={() => {
          setAsking(false);
          acts.clearDrop();
        }}
      />
    </>
  );
}
