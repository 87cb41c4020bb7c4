import { useCallback } from 'react';
import { succeed } from '#shared/domain/failure.ts';
import { timeWords } from '../../components/instantWords.ts';
import { LookupBox } from '../../components/LookupBox.tsx';
import type { LookupOption } from '../../components/lookupOption.ts';
import type { Search } from '../../components/useSearch.ts';
import { useNow } from '../../store/useNow.ts';
import { timeZoneNames, zoneWords } from './timeZones.ts';

type Props = { readonly value: string; readonly onChange: (name: string) => void };

/** So many lines are enough to see that one has to type more. */
const shownAtMost = 50;

/** A time zone, typed or chosen by place or by name. */
export function TimeZoneBox({ value, onChange }: Props) {
  const now = useNow();
  const search = useCallback<Search<LookupOption>>(
    async (text) => {
      const wanted = text.trim().toLowerCase().replaceAll(' ', '_');
      const found: LookupOption[] = [];
      for (const name of timeZoneNames()) {
        if (found.length >= shownAtMost) break;
        const words = zoneWords(name, now);
        const place = name.toLowerCase();
        if (!place.includes(wanted) && !words.toLowerCase().replaceAll(' ', '_').includes(wanted)) continue;
        found.push({
          value: name,
          code: '',
          name,
          detail: `${words}, now ${timeWords(now, name)}`,
          mark: null,
          refusal: null,
        });
      }
      return succeed(found);
    },
    [now],
  );
  return (
    <LookupBox
      text={value}
      search={search}
      placeholder="Place or zone"
      nothing="No time zone has this name. Try the next big city."
      onType={onChange}
      onChoose={(option) => onChange(option.value)}
    />
  );
}
