import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { HomeStatus } from '#shared/contract/home.ts';
import { useAct } from '../api/useAct.ts';
import { useRequest } from '../api/useRequest.ts';
import { FactList } from '../components/FactList.tsx';
import { FailureMessage } from '../components/FailureMessage.tsx';
import { Loading } from '../components/Loading.tsx';
import { SyncButton } from '../screens/home/SyncButton.tsx';
import { useAppStore, useRefreshStatus } from '../store/StoreContext.tsx';
import { SideTable } from './SideTable.tsx';
import { StepFrame } from './StepFrame.tsx';

const useStyles = makeStyles({ acts: { display: 'flex' } });

/** So often it is looked how far a reading has come. */
const lookMs = 1_000;

/** Only the counts are looked at. */
const fewest = { tab: 'notMapped', search: '', offset: 0, limit: 1 } as const;

/** Everything is read for the first time; what has come so far is counted as it comes. */
export function ReadingStep() {
  const styles = useStyles();
  const home = useAppStore((state) => state.home);
  const refreshStatus = useRefreshStatus();
  const { run, busy, failure } = useAct('sync.now');
  const projects = useRequest('projects.list', fewest, ['status', 'projects']);
  const unread = home?.sides.some(({ side, state }) => side !== 'push' && state === 'never') ?? false;
  const begun = useRef(false);
  useEffect(() => {
    if (!unread || begun.current) return;
    begun.current = true;
    void run({ side: 'all' }).then(refreshStatus);
  }, [unread, run, refreshStatus]);
  const working = busy || (home?.sides.some(({ state }) => state === 'working') ?? false);
  const look = projects.refresh;
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => {
      look();
      refreshStatus();
    }, lookMs);
    return () => clearInterval(timer);
  }, [working, look, refreshStatus]);
  const counts = projects.value?.counts;
  return (
    <StepFrame
      step="reading"
      sentence="Plumbline reads everything once; from then on only what changed, every half hour. Nothing is written anywhere."
    >
      {failure === null ? null : <FailureMessage failure={failure} />}
      {home === null ? (
        <Loading label="Reading the status" />
      ) : (
        <>
          <SideTable sides={home.sides.filter(({ side }) => side !== 'push')} />
          <FactList facts={countFacts(home, counts)} />
          {home.sides.some(({ state }) => state === 'failed') ? (
            <div className={styles.acts}>
              <SyncButton home={home} side="all" name="everything" />
            </div>
          ) : null}
        </>
      )}
    </StepFrame>
  );
}

type Counts = { readonly mapped: number; readonly notMapped: number; readonly imported: number };

function countFacts(home: HomeStatus, counts: Counts | undefined): readonly (readonly [string, string])[] {
  const words = (count: number) => count.toLocaleString('en-US');
  const cors = home.counts.reduce((sum, { count }) => sum + count, 0);
  return [
    ['Clearstory projects', counts === undefined ? '' : words(counts.mapped + counts.notMapped)],
    ['Jobs without project', counts === undefined ? '' : words(counts.imported)],
    ...(cors === 0 ? [] : ([['Change order requests', words(cors)]] as const)),
  ];
}
