import { useCallback, useEffect, useState } from 'react';
import { succeed } from '#shared/domain/failure.ts';
import { useApi } from '../../../api/ApiContext.tsx';
import type { LookupOption } from '../../../components/lookupOption.ts';
import type { Search } from '../../../components/useSearch.ts';
import { LookupCell } from '../fields/LookupCell.tsx';
import type { CellProps } from '../fields/TextCell.tsx';

type Props = CellProps & { readonly onChoose: (vendor: string) => void };

/** Type-ahead over Sage's vendors (4-4) by number or name. */
export function VendorCell({ onChoose, ...cell }: Props) {
  const api = useApi();
  const [name, setName] = useState<{ readonly number: string; readonly name: string } | null>(null);
  const search = useCallback<Search<LookupOption>>(
    async (text) => {
      const answer = await api.request('lookups.vendors', { search: text.trim() });
      if (!answer.ok) return answer;
      return succeed(
        answer.value.vendors.map((vendor) => ({
          value: vendor.number,
          code: vendor.number,
          name: vendor.name,
          detail: vendor.type,
          mark: null,
          refusal: vendor.inactive ? 'Inactive in Sage.' : null,
        })),
      );
    },
    [api],
  );
  const known = name?.number === cell.value;
  useEffect(() => {
    if (known || !/^\d+$/.test(cell.value)) return;
    let superseded = false;
    void api.request('lookups.vendors', { search: cell.value }).then((answer) => {
      const found = answer.ok ? answer.value.vendors.find(({ number }) => number === cell.value) : undefined;
      if (!superseded && found !== undefined) setName({ number: found.number, name: found.name });
    });
    return () => {
      superseded = true;
    };
  }, [api, cell.value, known]);
  return (
    <LookupCell
      {...cell}
      search={search}
      placeholder="Number or name"
      nothing="No vendor in Sage matches. Try part of a number or of a name."
      note={known ? name.name : undefined}
      onChoose={(option) => {
        setName({ number: option.value, name: option.name });
        onChoose(option.value);
      }}
    />
  );
}
