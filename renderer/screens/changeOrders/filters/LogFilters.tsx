import { Button, makeStyles, Tooltip } from '@fluentui/react-components';
import { FilterDismiss20Regular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import type { CorLog } from '#shared/domain/corLog.ts';
import { DateRange } from '../../../components/DateRange.tsx';
import { SearchBox } from '../../../components/SearchBox.tsx';
import { isFiltered, type LogFilter, wholeLog } from '../log/logQuery.ts';
import { ProjectFilter } from './ProjectFilter.tsx';
import { SageChips } from './SageChips.tsx';
import { StatusFilter } from './StatusFilter.tsx';

const useStyles = makeStyles({
  filters: { display: 'flex', flexDirection: 'column', rowGap: '8px', marginBottom: '8px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

type Props = {
  readonly filter: LogFilter;
  readonly counts: CorLog['counts'] | null;
  readonly onFilter: (change: Partial<LogFilter>) => void;
};

/** Everything by which the log can be narrowed. */
export function LogFilters({ filter, counts, onFilter }: Props) {
  const styles = useStyles();
  const search = useCallback((text: string) => onFilter({ search: text }), [onFilter]);
  return (
    <div className={styles.filters}>
      <search className={styles.line}>
        <SearchBox label="Search number, title, reference" value={filter.search} onChange={search} />
        <ProjectFilter projectId={filter.projectId} onProject={(projectId) => onFilter({ projectId })} />
        <StatusFilter statuses={filter.statuses} onStatuses={(statuses) => onFilter({ statuses })} />
        <DateRange
          label="Submitted"
          from={filter.submittedFrom}
          to={filter.submittedTo}
          onChange={(submittedFrom, submittedTo) => onFilter({ submittedFrom, submittedTo })}
        />
        {isFiltered(filter) ? (
          <Tooltip content="Clear filters" relationship="label">
            <Button
              appearance="subtle"
              icon={<FilterDismiss20Regular />}
              onClick={() => onFilter({ ...wholeLog, sort: filter.sort })}
            />
          </Tooltip>
        ) : null}
      </search>
      <SageChips filter={filter} counts={counts} onFilter={onFilter} />
    </div>
  );
}
