import { Button, Field, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import type { ProjectRow } from '#shared/contract/projects.ts';
import { useAct } from '../../api/useAct.ts';
import { useRequest } from '../../api/useRequest.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { DefaultsFields } from './DefaultsFields.tsx';
import { JobPicker } from './JobPicker.tsx';
import { countProblems, defaultsOf, draftOf, type MappingDraft, problemsOf } from './mappingDraft.ts';
import { StatusMapFields } from './StatusMapFields.tsx';
import { TemplateGrid } from './TemplateGrid.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '20px' },
});

type Props = {
  readonly row: ProjectRow;
  readonly onDirty: (dirty: boolean) => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
  readonly onSaved: (job: string) => void;
};

/** Chooses the Sage job of a project and the defaults for its change orders. */
export function MappingForm({ row, onDirty, onCancel, onClose, onSaved }: Props) {
  const styles = useStyles();
  const formId = useId();
  const save = useAct('projects.map');
  const { project, mapping } = row;
  const [job, setJob] = useState<MappingDraft['job']>(
    mapping === null ? null : { number: mapping.job, name: row.job?.name ?? '' },
  );
  const [edited, setEdited] = useState<MappingDraft | null>(mapping === null ? null : draftOf(null, mapping.defaults));
  const [tried, setTried] = useState(false);
  const lists = useRequest('projects.mappingLists', job === null ? null : { job: job.number }, []);
  // A first mapping starts from the company's defaults, as soon as they are known.
  const base = edited ?? (lists.value === null ? null : draftOf(null, lists.value.defaults));
  const draft = base === null ? null : { ...base, job };
  const problems = draft === null ? null : problemsOf(draft);
  const wrong = problems === null ? 0 : countProblems(problems);

  const change = (next: MappingDraft) => {
    setEdited(next);
    onDirty(true);
  };
  const choose = (chosen: NonNullable<MappingDraft['job']>) => {
    setJob(chosen);
    onDirty(true);
    // Another job has other phases.
    if (draft !== null && chosen.number !== job?.number)
      change({ ...draft, defaults: { ...draft.defaults, phase: '0' } });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft === null || job === null || wrong > 0 || save.busy) return;
    const answer = await save.run({ projectId: project.id, job: job.number, defaults: defaultsOf(draft) });
    if (answer.ok) onSaved(job.number);
  };
  const reason =
    job === null
      ? 'Choose the Sage job first.'
      : draft === null
        ? 'The lists of this job are being read.'
        : tried && wrong > 0
          ? `${wrong === 1 ? 'One field needs' : `${wrong} fields need`} correcting first.`
          : save.busy
            ? 'The mapping is being saved.'
            : null;

  return (
    <SidePanel
      title={`Sage 100: ${project.title}`}
      open
      wide
      onClose={onClose}
      footer={
        <>
          <ReasonedButton appearance="primary" type="submit" form={formId} reason={reason}>
            Save
          </ReasonedButton>
          <Button onClick={onCancel}>Cancel</Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        {save.failure === null ? null : <FailureMessage failure={save.failure} />}
        <Field label="Sage job" required>
          <JobPicker projectId={project.id} job={job} onChoose={choose} />
        </Field>
        {job !== null && lists.value === null && lists.failure === null ? <Loading label="Reading the job" /> : null}
        {lists.failure === null ? null : <FailureMessage failure={lists.failure} onRetry={lists.refresh} />}
        {draft === null || job === null || lists.value === null ? null : (
          <>
            <DefaultsFields
              draft={draft}
              lists={lists.value}
              job={job.number}
              problem={tried ? problems?.primeCostCode : undefined}
              onChange={change}
            />
            <StatusMapFields draft={draft} onChange={change} />
            <TemplateGrid
              draft={draft}
              job={job.number}
              costTypes={lists.value.costTypes}
              problems={tried ? problems?.template : undefined}
              onChange={change}
            />
          </>
        )}
      </form>
    </SidePanel>
  );
}
