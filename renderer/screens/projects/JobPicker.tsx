import { useCallback } from 'react';
import type { ProjectRow } from '#shared/contract/projects.ts';
import { succeed } from '#shared/domain/failure.ts';
import { formatMoney, parseMoney } from '#shared/domain/money.ts';
import { useApi } from '../../api/ApiContext.tsx';
import { LookupBox } from '../../components/LookupBox.tsx';
import type { LookupOption } from '../../components/lookupOption.ts';
import type { Search } from '../../components/useSearch.ts';

export type ChosenJob = { readonly number: string; readonly name: string };

type Props = {
  readonly projectId: ProjectRow['project']['id'];
  readonly job: ChosenJob | null;
  readonly onChoose: (job: ChosenJob) => void;
};

/** Contract amounts come from Sage as it keeps them; what is no amount to the cent is shown as it is. */
function contractWords(contract: string): string {
  const amount = parseMoney(contract);
  return amount === null ? contract : formatMoney(amount);
}

/** Chooses a Sage job by number, name or client. Jobs that cannot be taken say why; a likely one says so and waits. */
export function JobPicker({ projectId, job, onChoose }: Props) {
  const api = useApi();
  const search = useCallback<Search<LookupOption>>(
    async (text) => {
      const answer = await api.request('projects.jobChoices', { projectId, search: text.trim() });
      if (!answer.ok) return answer;
      return succeed(
        answer.value.choices.map(
          ({ job: { number, name, clientName, contract }, statusWords, refusal, suggested }) => ({
            value: number,
            code: number,
            name,
            detail: [clientName, statusWords, contractWords(contract)].filter((word) => word !== '').join(' · '),
            mark: suggested === null ? null : `Likely match: ${suggested}`,
            refusal,
          }),
        ),
      );
    },
    [api, projectId],
  );
  return (
    <LookupBox
      autoFocus
      text={job === null ? '' : `${job.number}  ${job.name}`}
      search={search}
      placeholder="Number, name or client"
      nothing="No Sage job matches. Try part of its number, its name or its client."
      onChoose={(option) => onChoose({ number: option.value, name: option.name })}
    />
  );
}
