import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemRow } from '#shared/contract/procore.ts';
import { useAct } from '../../api/useAct.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { useToast } from '../../components/Toasts.tsx';

type Props = { readonly row: ItemRow; readonly busy: string | null };

/** Takes a job and everything of it apart: asked first, and confirmed by typing the job's number. */
export function ResetJob({ row, busy }: Props) {
  const toast = useToast();
  const reset = useAct('procore.reset');
  const [typed, setTyped] = useState<string | null>(null);
  const close = () => {
    reset.clear();
    setTyped(null);
  };
  const submit = async () => {
    const answer = await reset.run({ key: row.key, number: typed ?? '' });
    if (!answer.ok) return;
    toast(`Job ${row.sage} is reset.`);
    close();
  };
  return (
    <>
      <ReasonedButton reason={busy} onClick={() => setTyped('')}>
        Reset job
      </ReasonedButton>
      <ConfirmDialog
        open={typed !== null}
        title={`Reset job ${row.sage}?`}
        sentence="The project and its sub jobs, commitments, change orders and invoices are unlinked from Sage, all of them. Nothing is written to or deleted in Sage: what was sent stays there. Change orders and invoices that were sent are marked as posted, so that none is written twice."
        confirmWord="Reset job"
        missing={typed?.trim() === row.sage ? null : `Type ${row.sage} first.`}
        onConfirm={() => void submit()}
        onClose={close}
        busy={reset.busy}
        failure={reset.failure}
      >
        <Field label={`Type the job's number, ${row.sage}`} required>
          <Input value={typed ?? ''} onChange={(_, data) => setTyped(data.value)} />
        </Field>
      </ConfirmDialog>
    </>
  );
}
