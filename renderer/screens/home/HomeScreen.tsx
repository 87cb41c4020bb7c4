import { makeStyles, Subtitle2 } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useAppStore, useRefreshStatus } from '../../store/StoreContext.tsx';
import { CountLinks } from './CountLinks.tsx';
import { CutOff } from './CutOff.tsx';
import { FreshnessStrip } from './FreshnessStrip.tsx';
import { Hindered } from './Hindered.tsx';
import { HomeHeader } from './HomeHeader.tsx';
import { NewerVersion } from './NewerVersion.tsx';
import { PolicyProblems } from './PolicyProblems.tsx';
import { SetupChecklist } from './SetupChecklist.tsx';
import { Watching } from './Watching.tsx';

const useStyles = makeStyles({
  section: { marginTop: '20px' },
  heading: { display: 'block', margin: '0 0 8px' },
});

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
}

export function HomeScreen() {
  const home = useAppStore((state) => state.home);
  // A lost connection is said by the bar above all screens.
  const failure = useAppStore((state) => (state.connected ? state.failure : null));
  const connected = useAppStore((state) => state.connected);
  const refresh = useRefreshStatus();
  if (home === null) {
    if (!connected) return null;
    if (failure === null) return <Loading label="Reading the status" />;
    return <FailureMessage failure={failure} onRetry={refresh} />;
  }
  const left = home.checklist.filter((step) => !step.done).length;
  return (
    <>
      <HomeHeader home={home} />
      {failure === null ? null : <FailureMessage failure={failure} onRetry={refresh} />}
      <Watching />
      <CutOff />
      <NewerVersion />
      <PolicyProblems />
      {home.hindered === null ? null : <Hindered {...home.hindered} />}
      {home.checklist.length === 0 ? null : (
        <Section title={`Set up: ${left} of ${home.checklist.length} steps left`}>
          <SetupChecklist steps={home.checklist} />
        </Section>
      )}
      <Section title="Freshness">
        <FreshnessStrip home={home} />
      </Section>
      {home.counts.length === 0 ? null : (
        <Section title="Where things stand">
          <CountLinks counts={home.counts} />
        </Section>
      )}
    </>
  );
}
