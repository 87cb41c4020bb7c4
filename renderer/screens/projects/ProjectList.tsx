import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProjectRow } from '#shared/contract/projects.ts';
import { useRequest } from '../../api/useRequest.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Pager } from '../../components/Pager.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { navigate, useRoute } from '../../navigation/route.ts';
import { ProjectPanel } from './ProjectPanel.tsx';
import { mappedColumns, notMappedColumns } from './projectColumns.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px',
    flexShrink: 0,
    marginBottom: '8px',
  },
});

/** So many rows of full mappings stay far below what one message may weigh. */
const pageSize = 100;

type Tab = 'mapped' | 'notMapped';

/** The projects of one tab; the one named in the address (`?project=` after `path`) is open in the panel. */
export function ProjectList({ tab, path }: { readonly tab: Tab; readonly path: string }) {
  const styles = useStyles();
  const { query } = useRoute();
  const [search, setSearch] = useState('');
  const [offset, setOffset] = useState(0);
  const list = useRequest('projects.list', { tab, search, offset, limit: pageSize }, ['projects', 'cors']);
  const openId = query.get('project');
  const close = () => navigate(path, { replace: true });
  const searchFor = (text: string) => {
    setSearch(text);
    setOffset(0);
  };
  if (list.value === null) {
    return list.failure === null ? (
      <Loading label="Reading the projects" />
    ) : (
      <FailureMessage failure={list.failure} onRetry={list.refresh} />
    );
  }
  const { rows, total } = list.value;
  const open = rows.find((row) => row.project.id === openId);
  return (
    <>
      <div className={styles.bar}>
        <SearchBox label="Find by number, name, client" value={search} onChange={searchFor} />
        <Pager offset={offset} limit={pageSize} total={total} nouns={['project', 'projects']} onChange={setOffset} />
      </div>
      {list.failure === null ? null : <FailureMessage failure={list.failure} onRetry={list.refresh} />}
      {rows.length === 0 ? (
        <NoProjects tab={tab} search={search} onClear={() => searchFor('')} />
      ) : (
        <ListTable<ProjectRow>
          label={tab === 'mapped' ? 'Mapped projects' : 'Projects that are not mapped'}
          columns={tab === 'mapped' ? mappedColumns : notMappedColumns}
          rows={rows}
          rowKey={(row) => row.project.id}
          rowLabel={(row) => row.project.title}
          openKey={openId}
          onOpen={(row) => navigate(`${path}?project=${encodeURIComponent(row.project.id)}`, { replace: true })}
        />
      )}
      {open === undefined ? null : <ProjectPanel key={open.project.id} row={open} onClose={close} />}
    </>
  );
}

type NoProjectsProps = { readonly tab: Tab; readonly search: string; readonly onClear: () => void };

function NoProjects({ tab, search, onClear }: NoProjectsProps) {
  if (search !== '') {
    return (
      <EmptyState
        title={`Nothing matches “${search}”`}
        sentence="Try part of a number, of a name or of a client."
        action={<Button onClick={onClear}>Clear the search</Button>}
      />
    );
  }
  if (tab === 'notMapped') {
    return (
      <EmptyState
        title="Every project has its Sage job"
        sentence="New projects in Clearstory appear here by themselves."
      />
    );
  }
  return (
    <EmptyState
      title="No project is mapped yet"
      sentence="Change order requests reach Sage only for projects that are mapped to a Sage job."
      action={
        <Button appearance="primary" onClick={() => navigate('#/projects/not-mapped')}>
          Map a project
        </Button>
      }
    />
  );
}
