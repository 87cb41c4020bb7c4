import { checksOfSteps } from '#shared/contract/connectionChecks.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { TestSteps, type TestWishes } from '../TestSteps.tsx';
import type { CompanyForm } from './useCompanyForm.ts';

type Props = TestWishes & {
  /** Null: a new company. */
  readonly id: CompanyId | null;
  readonly form: CompanyForm;
};

/** Tries the connection as it stands in the form, saved or not. */
export function DraftTest({ id, form, ...wishes }: Props) {
  const test = useHostAct('companies.test');
  const onTest = async () => {
    const asked = form.connectionToTest();
    if (asked === null) return null;
    const answer = await test.run({ id, ...asked });
    return answer.ok
      ? checksOfSteps(answer.value.steps).map((check, index) => ({ ...check, number: index + 1 }))
      : null;
  };
  const wrong = Object.keys(form.problems.connection).length;
  return (
    <TestSteps
      name="this connection"
      note={
        wrong === 0
          ? null
          : wrong === 1
            ? 'One field needs correcting first.'
            : `${wrong} fields need correcting first.`
      }
      busy={test.busy}
      failure={test.failure}
      onTest={onTest}
      {...wishes}
    />
  );
}
