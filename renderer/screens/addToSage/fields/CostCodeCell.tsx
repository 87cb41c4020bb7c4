import { useCallback } from 'react';
import { displayCostCode } from '#shared/domain/costCode.ts';
import { succeed } from '#shared/domain/failure.ts';
import { useApi } from '../../../api/ApiContext.tsx';
import type { LookupOption } from '../../../components/lookupOption.ts';
import type { Search } from '../../../components/useSearch.ts';
import { LookupCell } from './LookupCell.tsx';
import type { CellProps } from './TextCell.tsx';

type Props = CellProps & {
  readonly job: string;
  readonly phase: string;
  readonly name: string | undefined;
  /** A code was taken from the list: with its name, for an empty description. */
  readonly onChoose: (code: string, name: string) => void;
};

/** Type-ahead over Sage's cost codes by code, name or division; says which are in the job's budget. */
export function CostCodeCell({ job, phase, name, onChoose, value, ...cell }: Props) {
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
          detail: `${code.divisionName}${code.budgeted ? ' · in the job’s budget' : ''}`,
          mark: null,
          refusal: code.inactive ? 'Inactive in Sage.' : null,
        })),
      );
    },
    [api, job, phase],
  );
  return (
    <LookupCell
      {...cell}
      value={displayCostCode(value)}
      search={search}
      placeholder="Code or name"
      nothing="No cost code in Sage matches. Try part of a number or of a name."
      note={name}
      onChoose={(option) => onChoose(option.value, option.name)}
    />
  );
}
