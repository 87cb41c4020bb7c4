import { makeStyles } from '@fluentui/react-components';
import type { CorLog } from '#shared/domain/corLog.ts';
import type { SageState } from '#shared/domain/link.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { FilterChip } from '../../../components/FilterChip.tsx';
import { type LogFilter, wholeLog } from '../log/logQuery.ts';
import { sageWords } from '../log/sageWords.ts';
import { MoreStates } from './MoreStates.tsx';

/** What somebody has to look at; all other states are under *More*. */
const chipStates: readonly SageState[] = ['notInSage', 'changedSincePush', 'failed', 'conflict', 'voidPending'];

/** All the others, in the order in which a COR meets them. */
const moreStates: readonly SageState[] = [
  'inSync',
  'draft',
  'waiting',
  'changedInSage',
  'locked',
  'orphaned',
  'external',
  'notMapped',
];

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center', margin: 0, padding: 0, border: 'none' },
});

type Props = {
  readonly filter: LogFilter;
  readonly counts: CorLog['counts'] | null;
  readonly onFilter: (change: Partial<LogFilter>) => void;
};

/** Filters by what the Sage column says; several together mean any of them. */
export function SageChips({ filter, counts, onFilter }: Props) {
  const styles = useStyles();
  const approved = useRequest('cors.list', { ...wholeLog, approvedNotInSage: true, offset: 0, limit: 1 }, ['cors']);
  const chosen = new Set(filter.sageStates);
  const flip = (state: SageState): void => {
    onFilter({
      sageStates: chosen.has(state) ? filter.sageStates.filter((other) => other !== state) : [...chosen, state],
    });
  };
  const others = filter.sageStates.filter((state) => !chipStates.includes(state));
  const chip = (state: SageState) => (
    <FilterChip
      key={state}
      kind={sageWords[state].kind}
      word={sageWords[state].word}
      title={sageWords[state].meaning}
      count={counts === null ? null : (counts[state] ?? 0)}
      on={chosen.has(state)}
      onFlip={() => flip(state)}
    />
  );
  return (
    <fieldset className={styles.chips} aria-label="Filter by state in Sage">
      {chip('notInSage')}
      {chip('changedSincePush')}
      <FilterChip
        kind="warning"
        word="Approved in Clearstory, not in Sage"
        title="Approved in Clearstory, and not in step with a change order in Sage."
        count={approved.value?.total ?? null}
        on={filter.approvedNotInSage}
        onFlip={() => onFilter({ approvedNotInSage: !filter.approvedNotInSage })}
      />
      {chip('failed')}
      {chip('conflict')}
      {chip('voidPending')}
      {others.map(chip)}
      <MoreStates states={moreStates} counts={counts} chosen={chosen} onFlip={flip} />
    </fieldset>
  );
}
