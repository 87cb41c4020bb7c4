import { makeStyles, tokens, useId } from '@fluentui/react-components';
import { RunMark } from './RunMark.tsx';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '16px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
  },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: '6px' },
  shape: { width: '16px', height: '16px' },
  hatch: {
    stroke: tokens.colorStatusWarningForeground3,
    strokeWidth: '1.25px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  gap: { stroke: tokens.colorStatusWarningForeground3, strokeDasharray: '3 3' },
});

const outcomes = [
  ['ok', 'went well'],
  ['partial', 'partly'],
  ['failed', 'failed'],
] as const;

/** What the shapes mean. */
export function TimelineLegend() {
  const styles = useStyles();
  const hatchId = useId('hatch');
  return (
    <div className={styles.legend} aria-hidden="true">
      {outcomes.map(([outcome, word]) => (
        <span key={outcome} className={styles.entry}>
          <svg className={styles.shape} viewBox="-8 -8 16 16" aria-hidden="true">
            <RunMark outcome={outcome} />
          </svg>
          {word}
        </span>
      ))}
      <span className={styles.entry}>
        <svg className={styles.shape} viewBox="0 0 16 16" aria-hidden="true">
          <defs>
            <pattern id={hatchId} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path className={styles.hatch} d="M0 0v5" />
            </pattern>
          </defs>
          <rect className={styles.gap} fill={`url(#${hatchId})`} x="1" y="3" width="14" height="10" />
        </svg>
        no run although one was due
      </span>
    </div>
  );
}
