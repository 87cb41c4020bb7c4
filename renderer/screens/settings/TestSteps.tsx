import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { PlugConnected20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { CheckResult } from '#shared/contract/settings.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { BusyIcon } from '../../components/BusyIcon.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { InstantText } from '../../components/InstantText.tsx';
import { useNow } from '../../store/useNow.ts';
import { CheckList, checksSentence } from './CheckList.tsx';

const useStyles = makeStyles({
  test: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px 12px' },
  heading: { margin: 0 },
  when: { color: tokens.colorNeutralForeground3 },
});

export type TestWishes = {
  /** Tests as soon as it is shown. */
  readonly atOnce?: boolean;
  /** What every test found; null when there was nothing to test, or no answer. */
  readonly onFound?: (checks: readonly CheckResult[] | null) => void;
};

type Props = TestWishes & {
  readonly name: string;
  /** What has to be known before testing; null for nothing. */
  readonly note: string | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Null: there was nothing to test, or no answer. */
  readonly onTest: () => Promise<readonly CheckResult[] | null>;
};

/** A button that tries a connection, and every step with what was found. */
export function TestSteps({ name, note, busy, failure, onTest, atOnce = false, onFound }: Props) {
  const styles = useStyles();
  const now = useNow();
  const [last, setLast] = useState<{ readonly checks: readonly CheckResult[]; readonly at: string } | null>(null);
  const run = async () => {
    if (busy) return;
    const checks = await onTest();
    setLast(checks === null ? null : { checks, at: now });
    onFound?.(checks);
  };
  const begun = useRef(false);
  useEffect(() => {
    if (!atOnce || begun.current) return;
    begun.current = true;
    void run();
  });
  return (
    <section className={styles.test} aria-label={`Test of ${name}`}>
      <Subtitle2 as="h3" className={styles.heading}>
        Test
      </Subtitle2>
      <div className={styles.line}>
        <Button icon={busy ? <BusyIcon /> : <PlugConnected20Regular />} onClick={run}>
          {busy ? `Asking ${name} …` : `Test ${name}`}
        </Button>
        <span role="status">
          {note ?? (last === null ? 'Reads a little and changes nothing.' : checksSentence(last.checks))}
        </span>
        {last === null ? null : (
          <span className={styles.when}>
            <InstantText instant={last.at} />
          </span>
        )}
      </div>
      {failure === null ? null : <FailureMessage failure={failure} onRetry={run} />}
      {last === null ? null : <CheckList label={`Steps of the test of ${name}`} checks={last.checks} />}
    </section>
  );
}
