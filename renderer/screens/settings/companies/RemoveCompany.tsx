import { useState } from 'react';
import type { CompanyView } from '#shared/contract/companies.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { useCompanies } from '../../../companies/CompaniesContext.tsx';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { useToast } from '../../../components/Toasts.tsx';

type Props = { readonly company: CompanyView; readonly onRemoved: () => void };

/** Takes a company out of this installation. What was remembered of it stays on the disk. */
export function RemoveCompany({ company, onRemoved }: Props) {
  const toast = useToast();
  const { companies, current } = useCompanies();
  const act = useHostAct('companies.remove');
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    const answer = await act.run({ id: company.id });
    if (!answer.ok) return;
    toast(`${company.name} was removed.`, 'success', `Its data is kept in ${answer.value.keptFile}.`);
    onRemoved();
  };
  return (
    <>
      <ReasonedButton
        reason={
          companies.length === 1
            ? 'This is the only company: add the other one first.'
            : company.id === current.id
              ? 'You are working in this company: go to another one first, at the top left.'
              : null
        }
        onClick={() => {
          act.clear();
          setAsking(true);
        }}
      >
        Remove …
      </ReasonedButton>
      <ConfirmDialog
        open={asking}
        title={`Remove ${company.name}?`}
        sentence="Plumbline stops reading and writing it, and forgets its password and Clearstory key. Everything else that was remembered of it is kept on this computer, so that it can be added again under the same short name. Nothing in Sage or Clearstory is touched."
        confirmWord="Remove"
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
        busy={act.busy}
        failure={act.failure}
      />
    </>
  );
}
