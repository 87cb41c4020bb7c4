import { Button, Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import type { CompanyView } from '#shared/contract/companies.ts';
import { ConnectionForm } from '../../../components/connection/ConnectionForm.tsx';
import { FactList } from '../../../components/FactList.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { LocksProvider } from '../../../components/Lockable.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { SidePanel } from '../../../components/SidePanel.tsx';
import { CompanyFields } from './CompanyFields.tsx';
import { DraftTest } from './DraftTest.tsx';
import { RemoveCompany } from './RemoveCompany.tsx';
import { useCompanyForm } from './useCompanyForm.ts';

const useStyles = makeStyles({ parts: { display: 'flex', flexDirection: 'column', rowGap: '16px' } });

const setByWords = {
  file: 'The configuration file',
  policy: 'Your organisation’s policy',
  screen: 'This list',
  sample: 'This list',
} as const;

type Props = {
  /** Null: a new one. */
  readonly company: CompanyView | null;
  readonly onDirty: (dirty: boolean) => void;
  readonly onClose: () => void;
};

/** One company: what it is called, where its books are, and its removal. What the configuration file or the policy sets can only be read. */
export function CompanyPanel({ company, onDirty, onClose }: Props) {
  const styles = useStyles();
  const form = useCompanyForm(company, onDirty, onClose);
  const { draft, problems, change } = form;
  const title = company?.name ?? 'Add a company';
  if (company !== null && company.entered === null) {
    return (
      <SidePanel title={title} open onClose={onClose}>
        <div className={styles.parts}>
          <FactList
            facts={[
              ['Short name', company.id],
              ['Books', company.place],
              ['Set by', `${setByWords[company.origin]}; it is changed there, not here`],
            ]}
          />
          {company.failure === null ? null : <FailureMessage failure={company.failure} />}
        </div>
      </SidePanel>
    );
  }
  const waits = form.busy ? 'This is being done.' : form.dirty ? null : 'Nothing has been changed here.';
  return (
    <SidePanel
      title={title}
      open
      wide
      onClose={onClose}
      footer={
        <>
          <ReasonedButton appearance="primary" reason={waits} onClick={form.save}>
            {company === null ? 'Add' : 'Save'}
          </ReasonedButton>
          <Button onClick={onClose}>Cancel</Button>
          {company === null ? null : <RemoveCompany company={company} onRemoved={onClose} />}
        </>
      }
    >
      <LocksProvider value={company?.locks ?? []}>
        <div className={styles.parts}>
          <CompanyFields company={company} form={form} />
          <Field label="Books">
            <RadioGroup
              value={draft.kind}
              disabled={company !== null}
              onChange={(_, { value }) => change({ kind: value === 'sample' ? 'sample' : 'odbc' })}
            >
              <Radio value="odbc" label="Sage 100 Contractor on SQL Server" />
              <Radio value="sample" label="The sample company, with a practice Clearstory: nothing in it is real" />
            </RadioGroup>
          </Field>
          {draft.kind === 'sample' ? null : (
            <ConnectionForm
              draft={draft.connection}
              problems={problems.connection}
              passwordStored={form.passwordStored}
              onChange={(connection) => change({ connection })}
            />
          )}
          {draft.kind === 'sample' ? null : <DraftTest id={company?.id ?? null} form={form} />}
        </div>
      </LocksProvider>
    </SidePanel>
  );
}
