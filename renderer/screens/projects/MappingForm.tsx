import { Field, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { DefaultsFields } from '../../components/mappingDefaults/DefaultsFields.tsx';
import { StatusMapFields } from '../../components/mappingDefaults/StatusMapFields.tsx';
import { TemplateGrid } from '../../components/mappingDefaults/TemplateGrid.tsx';
import { JobPicker } from './JobPicker.tsx';
import type { MappingFormState } from './useMappingForm.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '20px' },
});

type Props = { readonly projectId: string; readonly form: MappingFormState };

/** Chooses the Sage job of a project and the defaults for its change orders. */
export function MappingForm({ projectId, form }: Props) {
  const styles = useStyles();
  const { formId, job, draft, lists, problems, attempts, failure, change, choose, submit } = form;
  const element = useRef<HTMLFormElement>(null);
  // After a try to save that found something wrong, one is where it can be put right.
  useEffect(() => {
    if (attempts > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);
  return (
    <form ref={element} id={formId} className={styles.form} onSubmit={submit} noValidate>
      {failure === null ? null : <FailureMessage failure={failure} />}
      <Field label="Sage job" required>
        <JobPicker projectId={projectId} job={job} onChoose={choose} />
      </Field>
      {lists.status === 'loading' ? <Loading label="Reading the job" /> : null}
      {lists.failure === null ? null : <FailureMessage failure={lists.failure} onRetry={lists.refresh} />}
      {draft === null || job === null || lists.value === null ? null : (
        <>
          <DefaultsFields
            draft={draft}
            lists={lists.value}
            job={job.number}
            problem={problems?.primeCostCode}
            onChange={change}
          />
          <StatusMapFields draft={draft} onChange={change} />
          <TemplateGrid
            draft={draft}
            job={job.number}
            costTypes={lists.value.costTypes}
            problems={problems?.template}
            onChange={change}
          />
        </>
      )}
    </form>
  );
}
