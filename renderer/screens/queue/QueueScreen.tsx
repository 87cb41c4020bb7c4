import { Button, makeStyles } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef, useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { RefreshBar } from '../../components/RefreshBar.tsx';
import { navigate, useRoute } from '../../navigation/route.ts';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueTable } from './QueueTable.tsx';
import { type QueueFilter, queueAddress, readQueueFilter } from './queueRoute.ts';
import { TransferPanel } from './TransferPanel.tsx';
import { pageSize, useQueue } from './useQueue.ts';
import { useQueueActs } from './useQueueActs.ts';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

/** Every transfer that is not finished: what it waits for, what happens next, and what a person can do. */
export function QueueScreen() {
  const styles = useStyles();
  const { query } = useRoute();
  const id = query.get('id');
  const filter = readQueueFilter(query);
  const address = queueAddress(filter, null);
  const [offset, setOffset] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter starts at its first page
  useEffect(() => setOffset(0), [address]);
  const queue = useQueue(filter, offset);
  const acts = useQueueActs();

  const latest = useRef({ filter, id });
  latest.current = { filter, id };
  const onFilter = useCallback((change: Partial<QueueFilter>) => {
    navigate(queueAddress({ ...latest.current.filter, ...change }, latest.current.id), { replace: true });
  }, []);
  const nothing = queue.status === 'ready' && queue.rows.length === 0;

  return (
    <div className={styles.screen}>
      <PageHeader
        title="Queue"
        sentence="What is on its way into Sage, what it waits for, and what happens next."
        actions={filter.state === 'awaitingEntry' ? <AllPages ids={queue.rows.map((row) => row.id)} /> : null}
      />
      <QueueFilters filter={filter} queue={queue} onFilter={onFilter} />
      {queue.failure === null ? null : <FailureMessage failure={queue.failure} onRetry={queue.refresh} />}
      {queue.status === 'loading' ? <Loading label="Reading the queue" /> : null}
      {nothing ? <Nothing filter={filter} onClear={() => onFilter({ state: '', search: '' })} /> : null}
      {queue.status === 'ready' && !nothing ? (
        <>
          <RefreshBar shown={queue.refreshing} label="Reading the queue" />
          <QueueTable
            rows={queue.rows}
            openId={id}
            onOpen={(row) => navigate(queueAddress(filter, row.id))}
            acts={acts}
          />
          <Pager
            offset={offset}
            limit={pageSize}
            total={queue.total}
            nouns={['transfer', 'transfers']}
            onChange={setOffset}
          />
        </>
      ) : null}
      <TransferPanel id={id} acts={acts} onClose={() => navigate(address, { replace: true })} />
    </div>
  );
}

/** Everything of the list that a person has to type, a page each, to print at once. */
function AllPages({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length < 2) return null;
  return (
    <Button icon={<Print20Regular />} as="a" href={`#/entry/${ids.join(',')}`}>
      {`All ${ids.length} pages for Sage`}
    </Button>
  );
}

function Nothing({ filter, onClear }: { readonly filter: QueueFilter; readonly onClear: () => void }) {
  if (filter.state === 'done' && filter.search === '') {
    return (
      <EmptyState
        title="Nothing was written today"
        sentence="What was written before is in History."
        action={
          <Button as="a" href="#/history">
            Open History
          </Button>
        }
      />
    );
  }
  if (filter.state !== '' || filter.search !== '') {
    return (
      <EmptyState
        title="Nothing matches"
        sentence="No transfer matches this filter."
        action={<Button onClick={onClear}>Show everything that is not finished</Button>}
      />
    );
  }
  return (
    <EmptyState
      title="The queue is empty"
      sentence="Nothing that was approved in Plumbline waits. What is approved in Clearstory and not in Sage yet stands in the Change Order Log."
      action={
        <Button appearance="primary" as="a" href="#/change-orders?sage=notInSage">
          Open the Change Order Log
        </Button>
      }
    />
  );
}
