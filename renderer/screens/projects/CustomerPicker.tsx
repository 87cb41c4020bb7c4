import { useCallback } from 'react';
import { succeed } from '#shared/domain/failure.ts';
import { useApi } from '../../api/ApiContext.tsx';
import { LookupBox } from '../../components/LookupBox.tsx';
import type { LookupOption } from '../../components/lookupOption.ts';
import type { Search } from '../../components/useSearch.ts';
import type { ProposalDraft } from './proposalDraft.ts';

type Props = {
  readonly officeId: string;
  readonly customer: ProposalDraft['customer'];
  readonly onChoose: (customer: ProposalDraft['customer']) => void;
};

const nobody: LookupOption = { value: '', code: '', name: 'No customer', detail: '', mark: null, refusal: null };

/** Chooses one of the customers that an office has in Clearstory, or none. */
export function CustomerPicker({ officeId, customer, onChoose }: Props) {
  const api = useApi();
  const search = useCallback<Search<LookupOption>>(
    async (text) => {
      const answer = await api.request('imported.customers', { officeId, search: text.trim() });
      if (!answer.ok) return answer;
      const found = answer.value.customers.map(({ id, name, internalId }) => ({
        value: id,
        code: '',
        name,
        detail: internalId === null ? '' : `Client ${internalId} in Sage`,
        mark: null,
        refusal: null,
      }));
      return succeed(text.trim() === '' ? [nobody, ...found] : found);
    },
    [api, officeId],
  );
  return (
    <LookupBox
      text={customer?.name ?? ''}
      search={search}
      placeholder="Name of the customer"
      nothing="No customer of this office matches."
      onChoose={(option) => onChoose(option.value === '' ? null : { id: option.value, name: option.name })}
    />
  );
}
