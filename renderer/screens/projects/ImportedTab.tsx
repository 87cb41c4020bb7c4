import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useRequest } from '../../api/useRequest.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Pager } from '../../components/Pager.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { navigate, useRoute } from '../../navigation/route.ts';
import { AcceptPanel } from './AcceptPanel.tsx';
import { rejectedColumns, waitingColumns } from './importedColumns.tsx';
import { NoImported } from './NoImported.tsx';
import { RejectDialog } from './RejectDialog.tsx';
import { RestoreButton } from './RestoreButton.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px', flexShrink: 0, marginBottom: '8px' },
  rest: { display: 'flex', alignItems: 'center', columnGap: '12px', marginLeft: 'auto' },
});

const pageSize = 100;
/** So many go through one request; each becomes a project of its own. */
const mostAtOnce = 50;

/** Why nothing can be done with the chosen jobs; null when it can. */
function refusal(chosen: number): string | null {
  if (chosen === 0) return 'Select at least one job first.';
  return chosen > mostAtOnce ? `At most ${mostAtOnce} at once: take ${chosen - mostAtOnce} off the selection.` : null;
}

/** Jobs that exist in Sage and in no project: accept them, reject them, or take back a rejection. */
export function ImportedTab({ rejected }: { readonly rejected: number }) {
  const { query } = useRoute();
  const state = query.get('show') === 'rejected' ? 'rejected' : 'waiting';
  return <ImportedList key={state} state={state} rejected={rejected} />;
}

type Props = { readonly state: 'waiting' | 'rejected'; readonly rejected: number };

function ImportedList({ state, rejected }: Props) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<'accept' | 'reject' | null>(null);
  const list = useRequest('imported.list', { state, search, offset, limit: pageSize }, ['projects']);
  const waiting = state === 'waiting';
  const searchFor = (text: string) => {
    setSearch(text);
    setOffset(0);
    setSelected(new Set());
  };
  if (list.value === null) {
    return list.failure === null ? (
      <Loading label="Reading the imported jobs" />
    ) : (
      <FailureMessage failure={list.failure} onRetry={list.refresh} />
    );
  }
  const { rows, total } = list.value;
  // A job that left the list leaves the selection.
  const chosen = rows.filter((row) => selected.has(row.job.number));
  const jobs = chosen.map((row) => row.job.number);
  const done = () => setSelected(new Set());
  return (
    <>
      <div className={styles.bar}>
        <SearchBox label="Find by number, name, client" value={search} onChange={searchFor} />
        {waiting ? (
          <>
            <ReasonedButton appearance="primary" reason={refusal(jobs.length)} onClick={() => setDoing('accept')}>
              {jobs.length === 0 ? 'Accept' : `Accept ${jobs.length}`}
            </ReasonedButton>
            <ReasonedButton reason={refusal(jobs.length)} onClick={() => setDoing('reject')}>
              {jobs.length === 0 ? 'Reject' : `Reject ${jobs.length}`}
            </ReasonedButton>
          </>
        ) : (
          <RestoreButton jobs={jobs} refusal={refusal(jobs.length)} onRestored={done} />
        )}
        <div className={styles.rest}>
          <Pager offset={offset} limit={pageSize} total={total} nouns={['job', 'jobs']} onChange={setOffset} />
          <Button
            appearance="subtle"
            onClick={() => navigate(waiting ? '#/projects/imported?show=rejected' : '#/projects/imported')}
          >
            {waiting ? `Show rejected (${rejected})` : 'Show waiting'}
          </Button>
        </div>
      </div>
      {list.failure === null ? null : <FailureMessage failure={list.failure} onRetry={list.refresh} />}
      {rows.length === 0 ? (
        <NoImported state={state} search={search} onClear={() => searchFor('')} />
      ) : (
        <ListTable
          label={waiting ? 'Jobs waiting for an answer' : 'Rejected jobs'}
          columns={waiting ? waitingColumns : rejectedColumns}
          rows={rows}
          rowKey={(row) => row.job.number}
          rowLabel={(row) => `job ${row.job.number} ${row.job.name}`}
          selection={{ keys: new Set(jobs), onChange: setSelected }}
        />
      )}
      {doing === 'accept' ? (
        <AcceptPanel
          rows={chosen}
          onClose={() => {
            setDoing(null);
            done();
          }}
        />
      ) : null}
      <RejectDialog jobs={jobs} open={doing === 'reject'} onClose={() => setDoing(null)} onRejected={done} />
    </>
  );
}
