import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useRequest } from '../../api/useRequest.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { navigate, useRoute } from '../../navigation/route.ts';
import { ImportedTab } from './ImportedTab.tsx';
import { ProjectList } from './ProjectList.tsx';

const useStyles = makeStyles({
  tabs: { flexShrink: 0, marginLeft: '-10px', marginBottom: '8px' },
  panel: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '240px' },
});

const tabs = ['mapped', 'not-mapped', 'imported'] as const;
type TabName = (typeof tabs)[number];

/** The smallest question that brings the counts of all tabs. */
const countsRequest = { tab: 'mapped', search: '', offset: 0, limit: 1 } as const;

function withCount(words: string, count: number | undefined): string {
  return count === undefined ? words : `${words} (${count.toLocaleString('en-US')})`;
}

export function ProjectsScreen() {
  const styles = useStyles();
  const { parts } = useRoute();
  const counts = useRequest('projects.list', countsRequest, ['projects']).value?.counts;
  const current: TabName = tabs.find((tab) => tab === parts[0]) ?? 'mapped';
  const words: Readonly<Record<TabName, string>> = {
    mapped: withCount('Mapped', counts?.mapped),
    'not-mapped': withCount('Not mapped', counts?.notMapped),
    imported: withCount('Imported projects', counts?.imported),
  };
  return (
    <>
      <PageHeader title="Projects" sentence="Which Clearstory project belongs to which Sage job." />
      <TabList
        className={styles.tabs}
        aria-label="Projects"
        selectedValue={current}
        onTabSelect={(_, { value }) => navigate(`#/projects/${String(value)}`)}
      >
        {tabs.map((tab) => (
          <Tab key={tab} value={tab} id={`tab-${tab}`} aria-controls="projects-panel">
            {words[tab]}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" id="projects-panel" aria-labelledby={`tab-${current}`}>
        {current === 'imported' ? (
          <ImportedTab rejected={counts?.rejected ?? 0} />
        ) : (
          <ProjectList
            key={current}
            tab={current === 'mapped' ? 'mapped' : 'notMapped'}
            path={`#/projects/${current}`}
          />
        )}
      </div>
    </>
  );
}
