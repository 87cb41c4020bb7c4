import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ImportedRow } from '#shared/contract/projects.ts';
import { useRequest } from '../../api/useRequest.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { jobsWords } from './jobsWords.ts';
import { ProposalFields } from './ProposalFields.tsx';
import { type Accepting, useAccept } from './useAccept.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  hint: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
});

type Props = { readonly rows: readonly ImportedRow[]; readonly onClose: () => void };

function projectsWords(count: number): string {
  return count === 1 ? 'project' : `${count} projects`;
}

/** Why nothing can be created now; null when it can. */
function refusal({ busy, left, problems }: Accepting): string | null {
  if (busy) return `Creating ${projectsWords(left.length)} in Clearstory.`;
  if (left.length === 0) return 'The projects are being prepared.';
  if (problems.size === 0) return null;
  return `Correct ${jobsWords([...problems.keys()])} first.`;
}

/** Shows what will be created in Clearstory for each job, all of it editable, before anything is created. */
export function AcceptPanel({ rows, onClose }: Props) {
  const styles = useStyles();
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  // The jobs as they were chosen: accepted ones leave the list behind this panel.
  const [chosen] = useState(rows);
  const jobs = chosen.map((row) => row.job.number);
  const preview = useRequest('imported.preview', { jobs }, []);
  const accepting = useAccept(preview.value, (count) => {
    toast(count === 1 ? 'The project is created and mapped.' : `${count} projects are created and mapped.`);
    onClose();
  });
  const { formId, drafts, outcomes, problems, attempts, left, busy, failure, change, submit } = accepting;
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);
  const tried = outcomes.size > 0;
  return (
    <SidePanel
      title={`Accept ${jobsWords(jobs)}`}
      open
      wide
      onClose={onClose}
      footer={
        <>
          <ReasonedButton appearance="primary" type="submit" form={formId} reason={refusal(accepting)}>
            {busy ? 'Creating …' : tried ? `Try ${left.length} again` : `Create ${projectsWords(left.length)}`}
          </ReasonedButton>
          <Button onClick={onClose}>{tried ? 'Close' : 'Cancel'}</Button>
        </>
      }
    >
      {preview.status === 'loading' ? <Loading label="Preparing the projects" /> : null}
      {preview.failure === null ? null : <FailureMessage failure={preview.failure} onRetry={preview.refresh} />}
      {preview.value === null ? null : (
        <>
          <p className={styles.hint}>
            Each project is created in Clearstory and mapped to its Sage job. Its office cannot be changed afterwards.
          </p>
          <form ref={form} id={formId} className={styles.form} onSubmit={submit} noValidate>
            {failure === null ? null : <FailureMessage failure={failure} />}
            {drafts.map((draft) => (
              <ProposalFields
                key={draft.job}
                draft={draft}
                warning={chosen.find((row) => row.job.number === draft.job)?.warning ?? null}
                offices={preview.value?.offices ?? []}
                outcome={outcomes.get(draft.job)}
                problems={problems.get(draft.job)}
                onChange={change}
              />
            ))}
          </form>
        </>
      )}
    </SidePanel>
  );
}
