import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { succeed } from '#shared/domain/failure.ts';
import { useApi } from '../../../api/ApiContext.tsx';
import { useAct } from '../../../api/useAct.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { LookupBox } from '../../../components/LookupBox.tsx';
import type { LookupOption } from '../../../components/lookupOption.ts';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { Section } from '../../../components/Section.tsx';
import type { Search } from '../../../components/useSearch.ts';
import { useAppStore } from '../../../store/StoreContext.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '12px', maxWidth: '520px' },
  list: { margin: '0 0 12px', paddingLeft: '20px' },
});

/** Chooses the job in which the examples are typed. */
export function BeginStep() {
  const styles = useStyles();
  const api = useApi();
  const begin = useAct('certification.begin');
  const company = useAppStore((state) => state.info);
  const [confirmed, setConfirmed] = useState('');
  const [job, setJob] = useState<{ readonly number: string; readonly name: string } | null>(null);
  const search = useCallback<Search<LookupOption>>(
    async (text) => {
      const answer = await api.request('certification.jobs', { search: text.trim() });
      if (!answer.ok) return answer;
      return succeed(
        answer.value.choices.map(({ number, name, clientName, refusal }) => ({
          value: number,
          code: number,
          name,
          detail: clientName,
          mark: null,
          refusal,
        })),
      );
    },
    [api],
  );
  return (
    <Section title="Compare with hand entry">
      <ol className={styles.list}>
        <li>Connect Plumbline to Sage’s Sample Company (or a restored copy), never to the books you work in.</li>
        <li>Let nobody else work in it meanwhile: what others save would look like a difference.</li>
        <li>Choose a job that has a subcontract (6-7-1). Five short entries follow, about ten minutes.</li>
      </ol>
      <div className={styles.form}>
        <Field label="Job for the examples" hint="Change orders of this job are created, changed and voided.">
          <LookupBox
            text={job === null ? '' : `${job.number}  ${job.name}`}
            search={search}
            label="Job for the examples"
            placeholder="Number, name or client"
            nothing="No Sage job matches. Try part of its number, its name or its client."
            onChoose={(option) => setJob({ number: option.value, name: option.name })}
          />
        </Field>
        {company?.companyKind === 'live' ? (
          <Field
            label="Name of the company"
            hint={`Type ${company.company} to confirm that these are not the books you work in.`}
          >
            <Input value={confirmed} onChange={(_, data) => setConfirmed(data.value)} />
          </Field>
        ) : null}
        {begin.failure === null ? null : <FailureMessage failure={begin.failure} />}
        <div>
          <ReasonedButton
            appearance="primary"
            reason={
              begin.busy
                ? 'Every row is being read.'
                : job === null
                  ? 'Choose a job first.'
                  : company?.companyKind === 'live' && confirmed.trim() === ''
                    ? 'Type the name of the company first.'
                    : null
            }
            onClick={() => {
              if (job !== null) void begin.run({ job: job.number, confirmed });
            }}
          >
            {begin.busy ? 'Reading every row …' : 'Begin the comparison'}
          </ReasonedButton>
        </div>
      </div>
    </Section>
  );
}
