import { Add20Regular, ArrowUpload20Regular, LinkDismiss20Regular, Prohibited20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CorDetail } from '#shared/contract/changeOrders.ts';
import { useAct } from '../../../api/useAct.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { navigate } from '../../../navigation/route.ts';
import { type StepMode, stepWords } from '../log/nextStep.ts';
import { detailRefusals } from './detailSteps.ts';

/** What can be done with one COR. */
export function DetailActions({ detail }: { readonly detail: CorDetail }) {
  const toast = useToast();
  const open = useAct('drafts.open');
  const unlink = useAct('cors.unlink');
  const [asking, setAsking] = useState(false);
  const { cor, link, health } = detail;
  const refusals = detailRefusals(detail);
  const busy = open.busy ? 'The draft is being opened.' : null;

  const start = async (mode: StepMode): Promise<void> => {
    const answer = await open.run({ corIds: [cor.id], mode });
    if (answer.ok) navigate(`#/add/${answer.value.id}/1`);
    else toast(answer.failure.sentence, 'error', answer.failure.remedy);
  };
  const onUnlink = async (reason: string): Promise<void> => {
    const answer = await unlink.run({ corId: cor.id, reason });
    if (!answer.ok) return;
    setAsking(false);
    toast(`COR ${cor.number} is unlinked. Nothing was changed in Sage.`);
  };

  if (link === null) {
    return (
      <ReasonedButton
        appearance="primary"
        icon={<Add20Regular />}
        reason={busy ?? refusals.push}
        onClick={() => void start('push')}
      >
        {stepWords.push}
      </ReasonedButton>
    );
  }
  const voids = health?.state === 'voidPending';
  return (
    <>
      <ReasonedButton
        appearance={voids ? 'secondary' : 'primary'}
        icon={<ArrowUpload20Regular />}
        reason={busy ?? refusals.update}
        onClick={() => void start('update')}
      >
        {stepWords.update}
      </ReasonedButton>
      <ReasonedButton
        appearance={voids ? 'primary' : 'secondary'}
        icon={<Prohibited20Regular />}
        reason={busy ?? refusals.void}
        onClick={() => void start('void')}
      >
        {stepWords.void}
      </ReasonedButton>
      <ReasonedButton icon={<LinkDismiss20Regular />} reason={refusals.unlink} onClick={() => setAsking(true)}>
        Unlink…
      </ReasonedButton>
      <ConfirmDialog
        open={asking}
        title={`Unlink COR ${cor.number} from change order ${link.number}?`}
        sentence={`Nothing is deleted: change order ${link.number} and its lines stay in Sage as they are, and the COR stays in Clearstory. Plumbline stops comparing them, and the COR counts as not in Sage. Adding it again enters its amount a second time, unless its lines are removed in Sage 6-4-1 first.`}
        confirmWord="Unlink"
        reasonLabel="Why is it unlinked?"
        busy={unlink.busy}
        failure={unlink.failure}
        onConfirm={(reason) => void onUnlink(reason)}
        onClose={() => {
          setAsking(false);
          unlink.clear();
        }}
      />
    </>
  );
}
