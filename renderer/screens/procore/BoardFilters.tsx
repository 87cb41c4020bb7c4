import { makeStyles, Select } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { ResponseOf } from '#shared/contract/requests.ts';
import { itemLists } from '#shared/domain/procore/item.ts';
import { FilterChip } from '../../components/FilterChip.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { listWords } from './listWords.ts';
import type { BoardFilter, BoardList } from './procoreRoute.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', marginBottom: '8px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: 0, padding: 0, border: 'none' },
  project: { maxWidth: '240px' },
});

type Overview = ResponseOf<'procore.overview'>;
type Props = {
  readonly filter: BoardFilter;
  readonly counts: Overview['kinds'][number] | undefined;
  readonly projects: Overview['projects'];
  readonly onFilter: (change: Partial<BoardFilter>) => void;
};

const companyWide = new Set(['project', 'vendor']);

/** One list at a time, or all items; by project and by words. */
export function BoardFilters({ filter, counts, projects, onFilter }: Props) {
  const styles = useStyles();
  const search = useCallback((text: string) => onFilter({ search: text }), [onFilter]);
  const chip = (list: Exclude<BoardList, 'all'>, count: number) => (
    <FilterChip
      key={list}
      kind={listWords[list].kind}
      word={listWords[list].word}
      count={count}
      on={filter.list === list}
      onFlip={() => onFilter({ list: filter.list === list ? 'all' : list })}
    />
  );
  const shown = itemLists.filter((list) => (counts?.counts[list] ?? 0) > 0 || filter.list === list);
  return (
    <search className={styles.line}>
      <SearchBox label="Find by number, name" value={filter.search} onChange={search} />
      {companyWide.has(filter.kind) ? null : (
        <Select
          className={styles.project}
          aria-label="Project"
          value={filter.project}
          onChange={(_, { value }) => onFilter({ project: value })}
        >
          <option value="">All projects</option>
          {projects.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      )}
      <fieldset className={styles.chips} aria-label="Filter by list">
        {shown.map((list) => chip(list, counts?.counts[list] ?? 0))}
        {(counts?.discrepancies ?? 0) > 0 ? chip('discrepancies', counts?.discrepancies ?? 0) : null}
      </fieldset>
    </search>
  );
}
