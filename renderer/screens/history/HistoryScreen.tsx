import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ResponseOf } from '#shared/contract/requests.ts';
import { type HistoryEntry, historyPage } from '#shared/domain/records.ts';
import { useApi } from '../../api/ApiContext.tsx';
import { useRowWindows } from '../../api/useRowWindows.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { officeDays } from '../../components/officeDays.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RefreshBar } from '../../components/RefreshBar.tsx';
import { ExportMenu } from '../../export/ExportMenu.tsx';
import { navigate, useRoute } from '../../navigation/route.ts';
import { useAppStore } from '../../store/StoreContext.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { HistoryFilters } from './HistoryFilters.tsx';
import { HistoryGrid } from './HistoryGrid.tsx';
import { exportColumns } from './historyColumns.ts';
import { type HistoryFilter, historyAddress, isLife, readHistoryFilter, wholeHistory } from './historyRoute.ts';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  life: { marginBottom: '8px', flexShrink: 0 },
  count: { minHeight: '32px', display: 'flex', alignItems: 'center', fontSize: '12px' },
});

/** Everything that happened: the newest first, or one record's life from its beginning. */
export function HistoryScreen() {
  const styles = useStyles();
  const api = useApi();
  const { query } = useRoute();
  const filter = useMemo(() => readHistoryFilter(query), [query]);
  const question = historyAddress(filter);
  const fetchPage = (offset: number, limit: number) => api.request('history.list', { ...filter, offset, limit });
  const list = useRowWindows<HistoryEntry, ResponseOf<'history.list'>>(question, fetchPage, ['history'], historyPage);
  const [entry, setEntry] = useState<HistoryEntry | null>(null);

  const timeZone = useAppStore((state) => state.info?.timeZone);
  const days = useMemo(() => officeDays(timeZone), [timeZone]);
  const when = useMemo(() => {
    const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone });
    return (instant: string) => format.format(Date.parse(instant));
  }, [timeZone]);

  const latest = useRef(filter);
  latest.current = filter;
  const onFilter = useCallback((change: Partial<HistoryFilter>) => {
    navigate(historyAddress({ ...latest.current, ...change }), { replace: true });
  }, []);

  const { total, rowAt, want } = list;
  const life = isLife(filter);
  // A life is read from its beginning; the engine counts from its end.
  const place = (index: number): number => (life ? total - 1 - index : index);
  const wantPlaces = useCallback(
    (first: number, last: number) =>
      life ? want(Math.max(0, total - 1 - last), Math.max(0, total - 1 - first)) : want(first, last),
    [life, want, total],
  );
  const nothing = list.status === 'ready' && total === 0;

  return (
    <div className={styles.screen}>
      <PageHeader
        title="History"
        sentence="Everything that happened, when, and who did it. Nothing here can be changed."
        actions={
          <ExportMenu
            list={{ title: 'History', columns: exportColumns(when), fetchPage, pageSize: historyPage }}
            reason={total === 0 ? 'There is nothing in the list to export.' : null}
          />
        }
      />
      <HistoryFilters filter={filter} onFilter={onFilter} />
      {life ? <Life filter={filter} sample={rowAt(0)} onAll={() => navigate(historyAddress(wholeHistory))} /> : null}
      {list.failure === null ? null : <FailureMessage failure={list.failure} onRetry={list.refresh} />}
      {list.status === 'loading' ? <Loading label="Reading the history" /> : null}
      {nothing ? <Nothing narrowed={question !== '#/history'} onClear={() => onFilter(wholeHistory)} /> : null}
      {list.status === 'ready' && !nothing ? (
        <>
          <RefreshBar shown={list.refreshing} label="Reading the history" />
          <HistoryGrid
            total={total}
            question={question}
            busy={list.refreshing}
            entryAt={(index) => rowAt(place(index))}
            want={wantPlaces}
            when={when}
            onOpen={setEntry}
          />
          <div className={styles.count}>{`${total.toLocaleString('en-US')} ${total === 1 ? 'entry' : 'entries'}`}</div>
        </>
      ) : null}
      <EntryPanel entry={entry} days={days} when={when} onClose={() => setEntry(null)} />
    </div>
  );
}

type LifeProps = {
  readonly filter: HistoryFilter;
  readonly sample: HistoryEntry | undefined;
  readonly onAll: () => void;
};

function Life({ filter, sample, onAll }: LifeProps) {
  const styles = useStyles();
  const number = sample?.cors.find(({ id }) => id === filter.corId)?.number;
  const name = filter.corId === '' ? 'one transfer' : number ? `COR ${number}` : 'one change order request';
  return (
    <MessageBar className={styles.life} intent="info">
      <MessageBarBody>The whole life of {name}, on both sides, from its beginning.</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onAll}>
          Show everything
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Nothing({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: () => void }) {
  if (!narrowed) {
    return (
      <EmptyState
        title="Nothing has happened yet"
        sentence="Every mapping, push and change from now on is kept here, with who did it and when."
      />
    );
  }
  return (
    <EmptyState
      title="Nothing matches"
      sentence="No entry matches all of these filters."
      action={<Button onClick={onClear}>Clear filters</Button>}
    />
  );
}
