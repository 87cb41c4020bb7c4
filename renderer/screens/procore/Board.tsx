import { Button, makeStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ItemRow } from '#shared/contract/procore.ts';
import type { ResponseOf } from '#shared/contract/requests.ts';
import type { ItemKind } from '#shared/domain/procore/item.ts';
import { useRequest } from '../../api/useRequest.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Pager } from '../../components/Pager.tsx';
import { RefreshBar } from '../../components/RefreshBar.tsx';
import { navigate, useRoute } from '../../navigation/route.ts';
import { BoardFilters } from './BoardFilters.tsx';
import { boardColumns } from './boardColumns.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { kindWords } from './kindWords.ts';
import { type BoardFilter, boardAddress } from './procoreRoute.ts';
import { SeveralActs } from './SeveralActs.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px', flexShrink: 0, marginBottom: '8px' },
  rest: { marginLeft: 'auto' },
});

const pageSize = 100;

type Props = { readonly filter: BoardFilter; readonly overview: ResponseOf<'procore.overview'> };

/** The items of one kind: one list of them at a time, several can be dealt with at once, one is open beside. */
export function Board({ filter, overview }: Props) {
  const styles = useStyles();
  const openId = useRoute().query.get('item');
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const address = boardAddress(filter, null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter starts at its first page with nothing selected
  useEffect(() => {
    setOffset(0);
    setSelected(new Set());
  }, [address]);
  const list = useRequest('procore.list', { ...filter, offset, limit: pageSize }, ['procore']);
  const latest = useRef(filter);
  latest.current = filter;
  const onFilter = useCallback((change: Partial<BoardFilter>) => {
    navigate(boardAddress({ ...latest.current, ...change }, null), { replace: true });
  }, []);
  const counts = overview.kinds.find(({ kind }) => kind === filter.kind);
  const rows = list.value?.rows ?? [];
  // An item that left the list leaves the selection.
  const chosen = rows.filter(({ key }) => selected.has(key.id));
  const close = () => navigate(address, { replace: true });
  return (
    <>
      <BoardFilters filter={filter} counts={counts} projects={overview.projects} onFilter={onFilter} />
      {list.failure === null ? null : <FailureMessage failure={list.failure} onRetry={list.refresh} />}
      {list.value === null && list.failure === null ? <Loading label="Reading the list" /> : null}
      {list.value === null ? null : (
        <>
          <div className={styles.bar}>
            <SeveralActs rows={chosen} onDone={() => setSelected(new Set())} />
            <div className={styles.rest}>
              <Pager
                offset={offset}
                limit={pageSize}
                total={list.value.total}
                nouns={kindWords[filter.kind].nouns}
                onChange={setOffset}
              />
            </div>
          </div>
          <RefreshBar shown={list.refreshing} label="Reading the list" />
          {rows.length === 0 ? (
            <Nothing filter={filter} onClear={() => onFilter({ list: 'all', search: '', project: '' })} />
          ) : (
            <ListTable<ItemRow>
              label={kindWords[filter.kind].tab}
              columns={boardColumns(filter.kind)}
              rows={rows}
              rowKey={({ key }) => key.id}
              rowLabel={({ number, title }) => `${number} ${title}`.trim()}
              openKey={openId}
              onOpen={({ key }) => navigate(boardAddress(filter, key.id), { replace: true })}
              selection={{ keys: new Set(chosen.map(({ key }) => key.id)), onChange: setSelected }}
            />
          )}
        </>
      )}
      {openId === null ? null : <ItemPanel key={openId} itemKey={{ kind: filter.kind, id: openId }} onClose={close} />}
    </>
  );
}

/** Kinds that Procore is asked for only where the project has its job. */
const ofLinkedProjects: ReadonlySet<ItemKind> = new Set([
  'subJob',
  'budget',
  'commitment',
  'commitmentChange',
  'invoice',
]);

function Nothing({ filter, onClear }: { readonly filter: BoardFilter; readonly onClear: () => void }) {
  const narrowed = filter.list !== 'all' || filter.search !== '' || filter.project !== '';
  const [, many] = kindWords[filter.kind].nouns;
  return narrowed ? (
    <EmptyState
      title={`No ${many} here`}
      sentence="Nothing matches this filter."
      action={<Button onClick={onClear}>{`Show all ${many}`}</Button>}
    />
  ) : (
    <EmptyState
      title={`No ${many} yet`}
      sentence={
        ofLinkedProjects.has(filter.kind)
          ? 'They are read for projects of Procore that are linked with a job of Sage.'
          : 'They appear when Sage and Procore have been read.'
      }
      {...(ofLinkedProjects.has(filter.kind)
        ? {
            action: (
              <Button appearance="primary" as="a" href="#/procore/project">
                Link a project
              </Button>
            ),
          }
        : {})}
    />
  );
}
