import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CheckResult } from '#shared/contract/settings.ts';
import { StateBadge, type StateKind } from '../../components/StateBadge.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  check: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 96px',
    columnGap: '10px',
    alignItems: 'start',
    padding: '8px 12px',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  sentence: { color: tokens.colorNeutralForeground2 },
  remedy: { marginTop: '2px' },
});

const results: Readonly<Record<CheckResult['result'], { readonly kind: StateKind; readonly word: string }>> = {
  ok: { kind: 'ok', word: 'In order' },
  warn: { kind: 'warning', word: 'Look at it' },
  fail: { kind: 'failed', word: 'Failed' },
  notTried: { kind: 'neutral', word: 'Not tried' },
};

/** Numbered checks, each with what was found and, where something is to be done, what. */
export function CheckList({ label, checks }: { readonly label: string; readonly checks: readonly CheckResult[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={label}>
      {checks.map(({ number, title, result, sentence, remedy, ms }) => (
        <li key={number} className={styles.check}>
          <span className={styles.number}>{number}</span>
          <div className={styles.words}>
            <span>
              <Text weight="semibold">{title}</Text>
              {ms === undefined ? null : <span className={styles.time}> {ms.toLocaleString('en-US')} ms</span>}
            </span>
            <span className={styles.sentence}>{sentence}</span>
            {remedy === '' ? null : (
              <span className={styles.remedy}>{result === 'ok' ? remedy : `What to do: ${remedy}`}</span>
            )}
          </div>
          <StateBadge {...results[result]} />
        </li>
      ))}
    </ol>
  );
}

/** The checks in one sentence: `All 8 checks are in order.`, or how many are not, and how many could not be tried. */
export function checksSentence(checks: readonly CheckResult[]): string {
  const failed = checks.filter(({ result }) => result === 'fail').length;
  const warned = checks.filter(({ result }) => result === 'warn').length;
  const untried = checks.filter(({ result }) => result === 'notTried').length;
  if (failed + warned + untried === 0)
    return checks.length === 1 ? 'In order.' : `All ${checks.length} checks are in order.`;
  if (checks.length === 1) return failed === 1 ? 'It failed.' : 'There is something to look at.';
  const words = [
    failed > 0 ? `${failed} failed` : '',
    warned > 0 ? `${warned} to look at` : '',
    untried > 0 ? `${untried} not tried` : '',
  ];
  return `${words.filter((word) => word !== '').join(', ')}, of ${checks.length} checks.`;
}
