import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { RequestOf } from '#shared/contract/requests.ts';
import { doubtWords } from '#shared/domain/transfer.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import type { QueueActs } from './useQueueActs.ts';

type To = RequestOf<'queue.giveUp'>['to'];
type Props = {
  readonly id: string;
  readonly title: string;
  readonly open: boolean;
  readonly acts: QueueActs;
  readonly onClose: () => void;
};

/** The way out of a doubt about a company that nobody can ask any more: with a reason, and the words that say what it means. */
export function GiveUpDialog({ id, title, open, acts, onClose }: Props) {
  const [to, setTo] = useState<To>('needsAttention');
  const [confirmation, setConfirmation] = useState('');
  useEffect(() => {
    if (!open) return;
    setTo('needsAttention');
    setConfirmation('');
  }, [open]);
  const close = () => {
    acts.giveUp.clear();
    onClose();
  };
  const confirmed = confirmation.trim().toLowerCase() === doubtWords.toLowerCase();
  return (
    <ConfirmDialog
      open={open}
      title={`Give up asking about ${title}?`}
      sentence="Only when Sage's server is gone for good: it is asked once more, and while it answers, its answer counts. Nobody can tell then whether this was saved: adding it again may double it in Sage."
      confirmWord="Give up the doubt"
      reasonLabel="Why can nobody ask that server any more?"
      missing={confirmed ? null : `Type the words first: ${doubtWords}.`}
      busy={acts.giveUp.busy}
      failure={acts.giveUp.failure}
      onConfirm={async (reason) => {
        if ((await acts.giveUp.run({ id, to, reason, confirmation })).ok) close();
      }}
      onClose={close}
    >
      <RadioGroup aria-label="What becomes of it" value={to} onChange={(_, data) => setTo(data.value as To)}>
        <Radio value="needsAttention" label="It needs attention: somebody looks for it where the books are now" />
        <Radio value="dropped" label="Drop it: its CORs count as not in Sage again" />
      </RadioGroup>
      <Field label={`Type: ${doubtWords}`} required>
        <Input value={confirmation} maxLength={100} onChange={(_, data) => setConfirmation(data.value)} />
      </Field>
    </ConfirmDialog>
  );
}
