import type { CompanyView } from '#shared/contract/companies.ts';
import { ConnectionForm } from '../../../components/connection/ConnectionForm.tsx';
import { LocksProvider } from '../../../components/Lockable.tsx';
import { FormFrame } from '../FormFrame.tsx';
import type { TestWishes } from '../TestSteps.tsx';
import { DraftTest } from './DraftTest.tsx';
import { useCompanyForm } from './useCompanyForm.ts';

type Props = TestWishes & { readonly company: CompanyView; readonly onDirty: (dirty: boolean) => void };

/** How the company that is shown reaches its SQL Server: changed, tried and saved in place. */
export function SageConnectionForm({ company, onDirty, ...wishes }: Props) {
  const form = useCompanyForm(company, onDirty, noMore);
  const { draft, problems } = form;
  const wrong = Object.keys(problems.connection).length;
  return (
    <FormFrame
      label="Connection to SQL Server"
      title="Connection to SQL Server"
      dirty={form.dirty}
      busy={form.busy}
      wrong={wrong === 0 ? null : `${wrong === 1 ? 'One field needs' : `${wrong} fields need`} correcting first.`}
      failure={form.failure}
      onSave={form.save}
      onDiscard={form.discard}
    >
      <LocksProvider value={company.locks}>
        <ConnectionForm
          draft={draft.connection}
          problems={problems.connection}
          passwordStored={form.passwordStored}
          onChange={(connection) => form.change({ connection })}
        />
      </LocksProvider>
      <DraftTest id={company.id} form={form} {...wishes} />
    </FormFrame>
  );
}

/** The company is connected anew, and everything on the screen with it. */
function noMore(): void {}
