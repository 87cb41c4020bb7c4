import { makeStyles } from '@fluentui/react-components';
import { useCallback } from 'react';
import { FilterChip } from '../../components/FilterChip.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import type { QueueFilter } from './queueRoute.ts';
import { openStates, stateWords } from './stateWords.ts';
import type { Queue } from './useQueue.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', marginBottom: '10px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: 0, padding: 0, border: 'none' },
});

type Props = {
  readonly filter: QueueFilter;
  readonly queue: Queue;
  readonly onFilter: (change: Partial<QueueFilter>) => void;
};

/** One state at a time, or everything that is not finished. */
export function QueueFilters({ filter, queue, onFilter }: Props) {
  const styles = useStyles();
  const search = useCallback((text: string) => onFilter({ search: text }), [onFilter]);
  const flip = (state: QueueFilter['state']): void => onFilter({ state: filter.state === state ? '' : state });
  return (
    <search className={styles.line}>
      <SearchBox label="Search COR, job, title" value={filter.search} onChange={search} />
      <fieldset className={styles.chips} aria-label="Filter by state">
        {openStates.map((state) => (
          <FilterChip
            key={state}
            kind={stateWords[state].kind}
            word={stateWords[state].word}
            count={queue.counts === null ? null : (queue.counts[state] ?? 0)}
            on={filter.state === state}
            onFlip={() => flip(state)}
          />
        ))}
        <FilterChip
          kind={stateWords.done.kind}
          word="Done today"
          count={queue.doneToday}
          on={filter.state === 'done'}
          onFlip={() => flip('done')}
        />
      </fieldset>
    </search>
  );
}
