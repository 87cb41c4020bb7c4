import { Button, makeStyles } from '@fluentui/react-components';
import { useTable } from '@tanstack/react-table';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CorLog, CorLogRow } from '#shared/domain/corLog.ts';
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
import { DetailPanel } from './detail/DetailPanel.tsx';
import { LogFilters } from './filters/LogFilters.tsx';
import { AddButton } from './log/AddButton.tsx';
import { ColumnChooser } from './log/ColumnChooser.tsx';
import { LogFooter } from './log/LogFooter.tsx';
import { LogGrid } from './log/LogGrid.tsx';
import { exportColumns } from './log/logColumns.tsx';
import { isFiltered, type LogFilter, logAddress, nextSort, readFilter, wholeLog } from './log/logQuery.ts';
import { logFeatures, tableColumns } from './log/logTable.ts';
import { nothingSelected, renew } from './log/selection.ts';
import { useColumnChoice } from './log/useColumnChoice.ts';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

/** The Change Order Log: CORs of mapped projects and where each stands in Sage. */
export function ChangeOrdersScreen() {
  const styles = useStyles();
  const api = useApi();
  const { query } = useRoute();
  const corId = query.get('cor');
  const filter = useMemo(() => readFilter(query), [query]);
  const question = logAddress(filter, null);
  const list = useRowWindows<CorLogRow, CorLog>(
    question,
    (offset, limit) => api.request('cors.list', { ...filter, offset, limit }),
    ['cors', 'transfers'],
  );

  const timeZone = useAppStore((state) => state.info?.timeZone);
  const days = useMemo(() => officeDays(timeZone), [timeZone]);
  const [columnVisibility, chooseColumns] = useColumnChoice();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows that are here change exactly when a page arrives
  const data = useMemo(() => [...list.loaded()], [list.page]);
  const table = useTable({
    features: logFeatures,
    columns: tableColumns,
    data,
    getRowId: (row) => row.id,
    meta: useMemo(() => ({ days }), [days]),
    state: { columnVisibility },
    onColumnVisibilityChange: (update) =>
      chooseColumns(typeof update === 'function' ? update(columnVisibility) : update),
  });

  const [selection, setSelection] = useState(nothingSelected);
  useEffect(() => setSelection((before) => renew(before, data)), [data]);
  const selected = [...selection.rows.values()];

  const latest = useRef({ filter, corId });
  latest.current = { filter, corId };
  const onFilter = useCallback((change: Partial<LogFilter>) => {
    navigate(logAddress({ ...latest.current.filter, ...change }, latest.current.corId), { replace: true });
  }, []);
  const onOpen = useCallback((row: CorLogRow) => navigate(logAddress(latest.current.filter, row.id)), []);

  const exported = {
    title: 'Change orders',
    columns: exportColumns(days),
    fetchPage: (offset: number, limit: number) => api.request('cors.list', { ...filter, offset, limit }),
  };
  const nothing = list.status === 'ready' && list.total === 0;

  return (
    <div className={styles.screen}>
      <PageHeader
        title="Change orders"
        sentence="Change order requests of mapped projects, and where each stands in Sage."
        actions={
          <>
            <ColumnChooser table={table} />
            <ExportMenu list={exported} reason={list.total === 0 ? 'There is nothing in the list to export.' : null} />
            <AddButton rows={selected} />
          </>
        }
      />
      <LogFilters filter={filter} counts={list.page?.counts ?? null} onFilter={onFilter} />
      {list.failure === null ? null : <FailureMessage failure={list.failure} onRetry={list.refresh} />}
      {list.status === 'loading' ? <Loading label="Reading change order requests" /> : null}
      {nothing ? <Nothing filtered={isFiltered(filter)} onClear={() => onFilter(wholeLog)} /> : null}
      {list.status === 'ready' && !nothing ? (
        <>
          <RefreshBar shown={list.refreshing} label="Reading change order requests" />
          <LogGrid
            list={list}
            question={question}
            table={table}
            sort={filter.sort}
            onSort={(column) => onFilter({ sort: nextSort(filter.sort, column) })}
            selection={selection}
            onSelection={setSelection}
            onOpen={onOpen}
          />
          <LogFooter total={list.total} rows={selected} onClear={() => setSelection(nothingSelected)} />
        </>
      ) : null}
      <DetailPanel corId={corId} onClose={() => navigate(logAddress(filter, null), { replace: true })} />
    </div>
  );
}

function Nothing({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  if (filtered) {
    return (
      <EmptyState
        title="Nothing matches"
        sentence="No change order request matches all of these filters."
        action={<Button onClick={onClear}>Clear filters</Button>}
      />
    );
  }
  return (
    <EmptyState
      title="No change order requests yet"
      sentence="Change order requests of mapped projects appear here after Clearstory has been read. Map a project to a Sage job first."
      action={
        <Button appearance="primary" as="a" href="#/projects/not-mapped">
          Map a project
        </Button>
      }
    />
  );
}
