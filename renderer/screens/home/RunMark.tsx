import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Run } from '#shared/domain/records.ts';

const useStyles = makeStyles({
  ok: { fill: tokens.colorStatusSuccessBackground3, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  partial: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorStatusWarningForeground3,
    strokeWidth: '1.75px',
    strokeLinejoin: 'round',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  failed: {
    stroke: tokens.colorStatusDangerForeground1,
    strokeWidth: '2.25px',
    strokeLinecap: 'round',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  halo: {
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '5px',
    '@media (forced-colors: active)': { stroke: 'Canvas' },
  },
});

type Props = { readonly outcome: Run['outcome']; readonly words?: string };

/** One run, drawn around (0, 0): a bar went well, a triangle went partly, a cross failed. */
export function RunMark({ outcome, words }: Props) {
  const styles = useStyles();
  return (
    <g>
      {words === undefined ? null : <title>{words}</title>}
      {outcome === 'ok' ? <rect className={styles.ok} x="-1" y="-6" width="2" height="12" /> : null}
      {outcome === 'partial' ? <path className={styles.partial} d="M0-6 6 5H-6z" /> : null}
      {outcome === 'failed' ? (
        <>
          <path className={mergeClasses(styles.failed, styles.halo)} d="M-4-4 4 4M4-4-4 4" />
          <path className={styles.failed} d="M-4-4 4 4M4-4-4 4" />
        </>
      ) : null}
    </g>
  );
}
