import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { HomeStatus, SideStatus } from '#shared/contract/home.ts';
import { InstantText } from '../../components/InstantText.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { RunTable } from './RunTable.tsx';
import { RunTimeline } from './RunTimeline.tsx';
import { SyncButton } from './SyncButton.tsx';
import { sideWords } from './sideWords.ts';
import { useStripStyles } from './stripLayout.ts';
import { timelineOf } from './timeline.ts';

const useStyles = makeStyles({
  row: {
    minHeight: '56px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  side: { display: 'flex', flexDirection: 'column', rowGap: '2px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  times: {
    display: 'grid',
    gridTemplateColumns: '68px 1fr',
    columnGap: '4px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, whiteSpace: 'nowrap' },
  buttons: { display: 'flex', justifyContent: 'flex-end', columnGap: '4px' },
  sentence: { gridColumn: '1 / -1', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', paddingBottom: '4px' },
});

/** States that say all there is to say in their word. */
const quiet: readonly SideStatus['state'][] = ['ok', 'paused'];

type Props = {
  readonly home: HomeStatus;
  readonly side: SideStatus;
  readonly now: string;
  readonly timeZone: string | undefined;
};

export function SideRow({ home, side, now, timeZone }: Props) {
  const styles = useStyles();
  const strip = useStripStyles();
  const [listing, setListing] = useState(false);
  const timeline = useMemo(() => timelineOf(side, now), [side, now]);
  return (
    <section className={mergeClasses(strip.columns, styles.row)} aria-label={side.name}>
      <div className={styles.side}>
        <span className={styles.name}>{side.name}</span>
        <StateBadge {...sideWords[side.state]} />
      </div>
      <RunTimeline name={side.name} timeline={timeline} timeZone={timeZone} />
      <dl className={styles.times}>
        <dt className={styles.term}>{side.side === 'push' ? 'Last run' : 'Last heard'}</dt>
        <dd className={styles.value}>
          <InstantText instant={side.lastHeard} none="never" />
        </dd>
        <dt className={styles.term}>Next run</dt>
        <dd className={styles.value}>
          <NextRun side={side} now={now} />
        </dd>
      </dl>
      <div className={styles.buttons}>
        <SyncButton home={home} side={side.side} name={side.name} />
        <Button
          size="small"
          appearance="subtle"
          aria-label={`List the runs of ${side.name}`}
          onClick={() => setListing(true)}
        >
          Runs
        </Button>
      </div>
      {quiet.includes(side.state) ? null : <div className={styles.sentence}>{side.sentence}</div>}
      <SidePanel title={`${side.name}: the last 24 hours`} open={listing} onClose={() => setListing(false)}>
        <RunTable side={side} timeline={timeline} />
      </SidePanel>
    </section>
  );
}

function NextRun({ side, now }: { readonly side: SideStatus; readonly now: string }) {
  if (side.state === 'working') return 'running now';
  if (side.nextRun !== null && Date.parse(side.nextRun) < Date.parse(now)) {
    return (
      <>
        due <InstantText instant={side.nextRun} />
      </>
    );
  }
  return <InstantText instant={side.nextRun} show="coming" none="not planned" />;
}
