import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import type { ResponseOf } from '#shared/contract/requests.ts';
import { useAct } from '../../api/useAct.ts';
import { useRequest } from '../../api/useRequest.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { navigate, useRoute } from '../../navigation/route.ts';
import { Board } from './Board.tsx';
import { kindWords, tabKinds } from './kindWords.ts';
import { boardAddress, isReconcile, readBoardFilter, reconcileAddress } from './procoreRoute.ts';
import { Reconcile } from './Reconcile.tsx';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  // One line, whatever the counts: a window that is too narrow for all tabs scrolls them.
  tabs: { flexShrink: 0, overflowX: 'auto', scrollbarWidth: 'thin', marginLeft: '-6px', marginBottom: '8px' },
  tab: { flexShrink: 0, '& .fui-Tab__content, & .fui-Tab__content--reserved-space': { fontSize: '13px' } },
  panel: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '240px' },
});

type Overview = ResponseOf<'procore.overview'>;

/** Procore's items by kind: what is ready to cross, what crossed, and what is missing for the rest. */
export function ProcoreScreen() {
  const styles = useStyles();
  const overview = useRequest('procore.overview', {}, ['procore']);
  if (overview.value === null) {
    return overview.failure === null ? (
      <Loading label="Reading Procore's items" />
    ) : (
      <FailureMessage failure={overview.failure} onRetry={overview.refresh} />
    );
  }
  return (
    <div className={styles.screen}>
      <PageHeader
        title="Procore"
        sentence="What crosses between Procore and Sage, each shown before it is written."
        actions={<ReadNow overview={overview.value} />}
      />
      {overview.value.configured ? <Tabs overview={overview.value} /> : <NotConfigured />}
    </div>
  );
}

function Tabs({ overview }: { readonly overview: Overview }) {
  const styles = useStyles();
  const route = useRoute();
  const filter = readBoardFilter(route);
  const shown = isReconcile(route) ? 'reconcile' : filter.kind;
  const countsOf = new Map(overview.kinds.map(({ kind, counts }) => [kind, counts]));
  const kinds = tabKinds.filter((kind) => countsOf.has(kind));
  return (
    <>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label="Procore"
        selectedValue={shown}
        onTabSelect={(_, { value }) => {
          const kind = kinds.find((one) => one === value);
          if (value === 'reconcile') navigate(reconcileAddress);
          if (kind !== undefined) navigate(boardAddress({ ...filter, kind, list: 'all', search: '' }, null));
        }}
      >
        {kinds.map((kind) => (
          <Tab key={kind} className={styles.tab} value={kind} id={`tab-${kind}`} aria-controls="procore-panel">
            {withCount(kindWords[kind].tab, countsOf.get(kind))}
          </Tab>
        ))}
        <Tab className={styles.tab} value="reconcile" id="tab-reconcile" aria-controls="procore-panel">
          Reconcile
        </Tab>
      </TabList>
      <div className={styles.panel} role="tabpanel" id="procore-panel" aria-labelledby={`tab-${shown}`}>
        {shown === 'reconcile' ? (
          <Reconcile projects={overview.projects} />
        ) : (
          <Board key={filter.kind} filter={filter} overview={overview} />
        )}
      </div>
    </>
  );
}

/** How many wait for a person. */
function withCount(words: string, counts: Overview['kinds'][number]['counts'] | undefined): string {
  if (counts === undefined) return words;
  const { readyToImport, readyToExport, readyToUpdate, failed } = counts;
  const waiting = (readyToImport ?? 0) + (readyToExport ?? 0) + (readyToUpdate ?? 0) + (failed ?? 0);
  return waiting === 0 ? words : `${words} (${waiting.toLocaleString('en-US')})`;
}

function ReadNow({ overview }: { readonly overview: Overview }) {
  const read = useAct('sync.now');
  const reason = !overview.configured
    ? 'No Procore account is set up: see Settings, Procore.'
    : read.busy
      ? 'Procore is being read.'
      : null;
  return (
    <>
      {read.failure === null ? null : <FailureMessage failure={read.failure} />}
      <ReasonedButton
        icon={<ArrowSync20Regular />}
        reason={reason}
        onClick={() =>
          void read.run({ side: 'sage' }).then((answer) => (answer.ok ? read.run({ side: 'procore' }) : answer))
        }
      >
        Read Sage and Procore now
      </ReasonedButton>
    </>
  );
}

function NotConfigured() {
  return (
    <EmptyState
      title="Procore is not set up"
      sentence="Enter the number of your company in Procore and the credentials of its data connection app. Nothing is read or written before."
      action={
        <Button appearance="primary" as="a" href="#/settings/procore">
          Set up Procore
        </Button>
      }
    />
  );
}
