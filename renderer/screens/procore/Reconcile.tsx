import { Link, makeStyles, Select, Text } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { ResponseOf } from '#shared/contract/requests.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { type Level, levels, type ReconcileRow } from '#shared/domain/procore/reconcile.ts';
import { useApi } from '../../api/ApiContext.tsx';
import { useRequest } from '../../api/useRequest.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { ListTable } from '../../components/ListTable.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Pager } from '../../components/Pager.tsx';
import { RefreshBar } from '../../components/RefreshBar.tsx';
import { ExportMenu } from '../../export/ExportMenu.tsx';
import { levelWords, reconcileColumns, reconcileExport, rowName } from './reconcileColumns.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', flexShrink: 0, marginBottom: '8px' },
  project: { maxWidth: '240px' },
  rest: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '8px' },
  verdict: { flexShrink: 0, marginBottom: '8px' },
});

const pageSize = 100;

type Props = { readonly projects: ResponseOf<'procore.overview'>['projects'] };

/** Procore and Sage added up next to each other: equal, or a line with the reason. */
export function Reconcile({ projects }: Props) {
  const styles = useStyles();
  const { request } = useApi();
  const [project, setProject] = useState('');
  const [level, setLevel] = useState<Level>('job');
  const [offset, setOffset] = useState(0);
  const asked = useRequest('procore.reconcile', { project, level, offset, limit: pageSize }, ['procore']);
  const fetchPage = useCallback(
    (from: number, limit: number) => request('procore.reconcile', { project, level: 'all', offset: from, limit }),
    [request, project],
  );
  const answer = asked.value;
  return (
    <>
      <div className={styles.bar}>
        <Select
          aria-label="What is added up"
          value={level}
          onChange={(_, { value }) => {
            setLevel(levels.find((one) => one === value) ?? 'job');
            setOffset(0);
          }}
        >
          {levels.map((one) => (
            <option key={one} value={one}>
              {levelWords[one]}
            </option>
          ))}
        </Select>
        <Select
          className={styles.project}
          aria-label="Project"
          value={project}
          onChange={(_, { value }) => {
            setProject(value);
            setOffset(0);
          }}
        >
          <option value="">All linked projects</option>
          {projects.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
        <div className={styles.rest}>
          {answer === null ? null : (
            <Pager
              offset={offset}
              limit={pageSize}
              total={answer.total}
              nouns={['line', 'lines']}
              onChange={setOffset}
            />
          )}
          <ExportMenu
            list={{ title: 'Procore and Sage', columns: reconcileExport, fetchPage }}
            reason={answer === null || answer.jobs === 0 ? 'No project is linked with a job yet.' : null}
          />
        </div>
      </div>
      {asked.failure === null ? null : <FailureMessage failure={asked.failure} onRetry={asked.refresh} />}
      {answer === null && asked.failure === null ? <Loading label="Adding up both sides" /> : null}
      {answer === null ? null : (
        <>
          <Verdict answer={answer} onDifferences={() => setLevel('difference')} />
          <RefreshBar shown={asked.refreshing} label="Adding up both sides" />
          {answer.rows.length === 0 ? (
            <EmptyState title={nothingWords[level].title} sentence={nothingWords[level].sentence} />
          ) : (
            <ListTable<ReconcileRow>
              label={levelWords[level]}
              columns={reconcileColumns(level)}
              rows={answer.rows}
              rowKey={({ id }) => id}
              rowLabel={(row) => `Job ${row.job} ${rowName(row)}`.trim()}
            />
          )}
        </>
      )}
    </>
  );
}

const nothingYet = {
  title: 'Nothing to add up yet',
  sentence: 'Link a project with its job, then send its budget, commitments and invoices.',
};
const nothingWords: Readonly<Record<Level, { readonly title: string; readonly sentence: string }>> = {
  job: nothingYet,
  coding: nothingYet,
  vendor: nothingYet,
  difference: { title: 'No differences', sentence: 'Everything that is linked is equal on both sides, to the cent.' },
  apart: { title: 'Nothing on one side only', sentence: 'Everything of the linked projects is on both sides.' },
};

/** Equal or not, in one sentence that can be read without the table. */
function Verdict(props: { readonly answer: ResponseOf<'procore.reconcile'>; readonly onDifferences: () => void }) {
  const styles = useStyles();
  const { jobs, differences, difference } = props.answer;
  const of = `${jobs.toLocaleString('en-US')} linked ${jobs === 1 ? 'project' : 'projects'}`;
  if (jobs === 0) return <Text className={styles.verdict}>No project is linked: nothing has been compared.</Text>;
  if (differences === 0) {
    return (
      <Text className={styles.verdict}>{`What is linked is equal on both sides in ${of}: difference $0.00.`}</Text>
    );
  }
  const lines = `${differences.toLocaleString('en-US')} ${differences === 1 ? 'difference' : 'differences'}`;
  return (
    <Text className={styles.verdict}>
      {`${formatMoney(difference)} apart in ${of}: `}
      <Link as="button" onClick={props.onDifferences}>
        {lines}
      </Link>
      {', each with its reason.'}
    </Text>
  );
}
