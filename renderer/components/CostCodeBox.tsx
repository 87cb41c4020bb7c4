import { useCallback } from 'react';
import { displayCostCode } from '#shared/domain/costCode.ts';
import { succeed } from '#shared/domain/failure.ts';
import { useApi } from '../api/ApiContext.tsx';
import { LookupBox } from './LookupBox.tsx';
import type { LookupOption } from './lookupOption.ts';
import type { Search } from './useSearch.ts';

type Props = {
  readonly label?: string;
  /** As typed, or a code in Sage's spelling. */
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly job: string;
  readonly phase: string;
  readonly size?: 'small' | 'medium';
  readonly invalid?: boolean;
};

/** A Sage cost code, typed or chosen from Sage's list (6-5) by code or name. Inactive codes are shown, not offered. */
export function CostCodeBox({ value, onChange, job, phase, ...box }: Props) {
  const api = useApi();
  const search = useCallback<Search<LookupOption>>(
    async (text) => {
      const answer = await api.request('lookups.costCodes', { job, phase, search: text.trim() });
      if (!answer.ok) return answer;
      return succeed(
        answer.value.codes.map((code) => ({
          value: code.code,
          code: displayCostCode(code.code),
          name: code.name,
          detail: [code.divisionName, code.budgeted ? 'in the job’s budget' : '']
            .filter((word) => word !== '')
            .join(' · '),
          mark: null,
          refusal: code.inactive ? 'Inactive in Sage.' : null,
        })),
      );
    },
    [api, job, phase],
  );
  return (
    <LookupBox
      {...box}
      text={displayCostCode(value)}
      search={search}
      placeholder="Code or name"
      nothing="No cost code in Sage matches."
      onType={(text) => onChange(text.trim())}
      onChoose={(option) => onChange(option.value)}
    />
  );
}
