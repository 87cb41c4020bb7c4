import { makeStyles, tokens, useId } from '@fluentui/react-components';
import { timeWords } from '../../components/instantWords.ts';
import { RunMark } from './RunMark.tsx';
import { type Timeline, timelineWords } from './timeline.ts';

const useStyles = makeStyles({
  drawing: { display: 'block', width: '100%', height: '28px', overflow: 'visible' },
  base: { stroke: tokens.colorNeutralStroke2 },
  hatch: {
    stroke: tokens.colorStatusWarningForeground3,
    strokeWidth: '1.25px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  gap: {
    stroke: tokens.colorStatusWarningForeground3,
    strokeDasharray: '3 3',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
/** Trouble is drawn last, so that no good run hides it. */
const order = ['ok', 'partial', 'failed'] as const;

type Props = { readonly name: string; readonly timeline: Timeline; readonly timeZone: string | undefined };

/** The last 24 hours of one side, told apart by shape as well as by colour. The same is said in words and listed as a table. */
export function RunTimeline({ name, timeline, timeZone }: Props) {
  const styles = useStyles();
  const hatchId = useId('hatch');
  return (
    <svg className={styles.drawing} role="img" aria-label={timelineWords(name, timeline)}>
      <defs>
        <pattern id={hatchId} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className={styles.hatch} d="M0 0v6" />
        </pattern>
      </defs>
      <line className={styles.base} x1="0" x2="100%" y1="14" y2="14" />
      {timeline.gaps.map((gap) => (
        <rect
          key={gap.startedAt}
          className={styles.gap}
          fill={`url(#${hatchId})`}
          x={percent(gap.from)}
          width={percent(gap.to - gap.from)}
          y="8"
          height="12"
        >
          <title>{`No run from ${timeWords(gap.startedAt, timeZone)} to ${timeWords(gap.endedAt, timeZone)}`}</title>
        </rect>
      ))}
      {order.map((outcome) =>
        timeline.marks
          .filter(({ run }) => run.outcome === outcome)
          .map(({ run, at }) => (
            <svg key={run.startedAt} x={percent(at)} y="14" overflow="visible" aria-hidden="true">
              <RunMark outcome={outcome} words={`${timeWords(run.startedAt, timeZone)}: ${run.sentence}`} />
            </svg>
          )),
      )}
    </svg>
  );
}
