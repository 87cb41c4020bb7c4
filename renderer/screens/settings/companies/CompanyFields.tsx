import { Checkbox, Field, Input } from '@fluentui/react-components';
import type { CompanyView } from '#shared/contract/companies.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { fieldProblem } from '../../../components/fieldProblem.ts';
import { Lockable } from '../../../components/Lockable.tsx';
import type { CompanyForm } from './useCompanyForm.ts';

type Props = {
  /** Null: a new one. */
  readonly company: CompanyView | null;
  readonly form: CompanyForm;
};

/** What a company is called, and what stood in the way of it so far. */
export function CompanyFields({ company, form }: Props) {
  const { draft, problems } = form;
  return (
    <>
      {company === null || company.failure === null ? null : <FailureMessage failure={company.failure} />}
      {form.failure === null ? null : <FailureMessage failure={form.failure} />}
      {form.dataKept ? (
        <Checkbox
          label="This is that company: go on with its data"
          checked={form.takeUp}
          onChange={(_, { checked }) => form.setTakeUp(checked === true)}
        />
      ) : null}
      <Lockable path="company.name">
        <Field label="Name" hint="As people here call the company." {...fieldProblem(problems.name)}>
          <Input maxLength={100} value={draft.name} onChange={(_, { value }) => form.rename(value)} />
        </Field>
      </Lockable>
      <Field
        label="Short name"
        hint={
          company === null
            ? 'Part of everything that is remembered of the company; it never changes.'
            : 'It never changes.'
        }
        {...fieldProblem(problems.id)}
      >
        <Input
          maxLength={40}
          spellCheck={false}
          readOnly={company !== null}
          value={draft.id}
          onChange={(_, { value }) => form.change({ id: value })}
        />
      </Field>
    </>
  );
}
