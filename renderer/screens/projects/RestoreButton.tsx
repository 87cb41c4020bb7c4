import { useAct } from '../../api/useAct.ts';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { jobsWords } from './jobsWords.ts';

type Props = { readonly jobs: readonly string[]; readonly refusal: string | null; readonly onRestored: () => void };

/** Puts rejected jobs back among those that wait for an answer. */
export function RestoreButton({ jobs, refusal, onRestored }: Props) {
  const restore = useAct('imported.restore');
  const toast = useToast();
  const run = async () => {
    const answer = await restore.run({ jobs: [...jobs] });
    if (!answer.ok) {
      toast(answer.failure.sentence, 'error', answer.failure.remedy);
      return;
    }
    toast(`Restored ${jobsWords(jobs)}: waiting for an answer again.`);
    onRestored();
  };
  return (
    <ReasonedButton reason={refusal ?? (restore.busy ? 'This is being done.' : null)} onClick={run}>
      {jobs.length === 0 ? 'Restore' : `Restore ${jobs.length}`}
    </ReasonedButton>
  );
}
