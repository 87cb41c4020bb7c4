import { Button, Dropdown, makeStyles, Option, Tooltip } from '@fluentui/react-components';
import { FilterDismiss20Regular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import { historyKinds } from '#shared/domain/records.ts';
import { DateRange } from '../../components/DateRange.tsx';
import { historyWords } from '../../components/historyWords.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { TextFilter } from '../../components/TextFilter.tsx';
import { type HistoryFilter, historyAddress, isLife, wholeHistory } from './historyRoute.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', marginBottom: '8px' },
  kinds: { minWidth: '150px', width: '170px' },
});

type Props = { readonly filter: HistoryFilter; readonly onFilter: (change: Partial<HistoryFilter>) => void };

/** Narrows the timeline by record or text, kind, job, person and days. */
export function HistoryFilters({ filter, onFilter }: Props) {
  const styles = useStyles();
  const search = useCallback((text: string) => onFilter({ search: text }), [onFilter]);
  const byJob = useCallback((job: string) => onFilter({ job }), [onFilter]);
  const byPerson = useCallback((by: string) => onFilter({ by }), [onFilter]);
  const { kinds } = filter;
  const narrowed = historyAddress(filter) !== '#/history' && !isLife(filter);
  return (
    <search className={styles.line}>
      <SearchBox label="Search record or text" value={filter.search} onChange={search} />
      <Dropdown
        className={styles.kinds}
        aria-label="Kind"
        multiselect
        value={kindsWords(kinds)}
        selectedOptions={[...kinds]}
        onOptionSelect={(_, { selectedOptions }) =>
          onFilter({ kinds: historyKinds.filter((kind) => selectedOptions.includes(kind)) })
        }
      >
        {historyKinds.map((kind) => (
          <Option key={kind} value={kind}>
            {historyWords[kind].word}
          </Option>
        ))}
      </Dropdown>
      <TextFilter label="Job" value={filter.job} onChange={byJob} />
      <TextFilter label="Person" value={filter.by} onChange={byPerson} />
      <DateRange label="Date" from={filter.from} to={filter.to} onChange={(from, to) => onFilter({ from, to })} />
      {narrowed ? (
        <Tooltip content="Clear filters" relationship="label">
          <Button appearance="subtle" icon={<FilterDismiss20Regular />} onClick={() => onFilter(wholeHistory)} />
        </Tooltip>
      ) : null}
    </search>
  );
}

function kindsWords(kinds: readonly string[]): string {
  const [only] = historyKinds.filter((kind) => kinds.includes(kind));
  if (only === undefined) return 'All kinds';
  return kinds.length === 1 ? historyWords[only].word : `${kinds.length} kinds`;
}
