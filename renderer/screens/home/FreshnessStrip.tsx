import { makeStyles, tokens } from '@fluentui/react-components';
import type { HomeStatus } from '#shared/contract/home.ts';
import { useAppStore } from '../../store/StoreContext.tsx';
import { useNow } from '../../store/useNow.ts';
import { SideRow } from './SideRow.tsx';
import { useStripStyles } from './stripLayout.ts';
import { TimelineAxis } from './TimelineAxis.tsx';
import { TimelineLegend } from './TimelineLegend.tsx';

const useStyles = makeStyles({
  strip: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: '4px 16px 8px',
  },
  axis: { gridColumnStart: 2, minWidth: 0 },
});

/** For each side: when it was last heard, when it runs next, and how the last day went. */
export function FreshnessStrip({ home }: { readonly home: HomeStatus }) {
  const styles = useStyles();
  const strip = useStripStyles();
  const now = useNow();
  const timeZone = useAppStore((state) => state.info?.timeZone);
  return (
    <div className={styles.strip}>
      {home.sides.map((side) => (
        <SideRow key={side.side} home={home} side={side} now={now} timeZone={timeZone} />
      ))}
      <div className={strip.columns}>
        <div className={styles.axis}>
          <TimelineAxis now={now} timeZone={timeZone} />
          <TimelineLegend />
        </div>
      </div>
    </div>
  );
}
