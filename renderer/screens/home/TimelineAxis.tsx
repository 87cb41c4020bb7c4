import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { hourTicks } from './timeline.ts';

const useStyles = makeStyles({
  axis: { display: 'block', width: '100%', height: '18px', overflow: 'visible' },
  tick: { stroke: tokens.colorNeutralStroke1 },
  // Where the hours would run into each other, every other one is left out.
  minor: { '@media (max-width: 1099px)': { display: 'none' } },
  word: {
    fill: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    fontFamily: tokens.fontFamilyBase,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
});

/** Too near to `now` to be written beside it. */
const lastPlace = 0.91;
const firstPlace = 0.015;

/** The hours under the timelines. Their runs are told with their times elsewhere, so readers that listen skip it. */
export function TimelineAxis({ now, timeZone }: { readonly now: string; readonly timeZone: string | undefined }) {
  const styles = useStyles();
  return (
    <svg className={styles.axis} aria-hidden="true">
      {hourTicks(now, timeZone).map(({ at, label, major }) => (
        <svg key={at} x={`${(at * 100).toFixed(2)}%`} overflow="visible" aria-hidden="true">
          <line className={styles.tick} y1="0" y2="4" />
          {at < lastPlace && at > firstPlace ? (
            <text className={mergeClasses(styles.word, !major && styles.minor)} textAnchor="middle" y="15">
              {label}
            </text>
          ) : null}
        </svg>
      ))}
      <text className={styles.word} textAnchor="end" x="100%" y="15">
        now
      </text>
    </svg>
  );
}
