import { useAct } from '../../api/useAct.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { jobsWords } from './jobsWords.ts';

type Props = {
  readonly jobs: readonly string[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onRejected: () => void;
};

/** Rejects jobs with a reason; nothing changes in Sage. */
export function RejectDialog({ jobs, open, onClose, onRejected }: Props) {
  const reject = useAct('imported.reject');
  const toast = useToast();
  const confirm = async (reason: string) => {
    const answer = await reject.run({ jobs: [...jobs], reason });
    if (!answer.ok) return;
    toast(`Rejected ${jobsWords(jobs)}.`);
    onClose();
    onRejected();
  };
  return (
    <ConfirmDialog
      open={open}
      title={`Reject ${jobsWords(jobs)}?`}
      sentence="No project is created in Clearstory. Nothing changes in Sage. Rejected jobs stay in a list of their own and can be restored."
      confirmWord="Reject"
      reasonLabel="Reason"
      onConfirm={confirm}
      onClose={() => {
        reject.clear();
        onClose();
      }}
      busy={reject.busy}
      failure={reject.failure}
    />
  );
}
