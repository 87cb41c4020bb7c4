import { Button, makeStyles } from '@fluentui/react-components';
import { Copy20Regular, Stethoscope20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CheckResult } from '#shared/contract/settings.ts';
import { useAct } from '../../api/useAct.ts';
import { BusyIcon } from '../../components/BusyIcon.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { useAppStore } from '../../store/StoreContext.tsx';
import { CheckList, checksSentence } from './CheckList.tsx';
import { checksText } from './checksText.ts';
import { LogSection } from './diagnostics/LogSection.tsx';
import { SupportPackageSection } from './diagnostics/SupportPackageSection.tsx';
import { SectionHeading } from './SectionHeading.tsx';
import { UnreadableRecords } from './UnreadableRecords.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '28px' },
  checks: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px 12px' },
});

/** The self-checks, from this computer to both sides, and what could not be read. */
export function DiagnosticsSection() {
  const styles = useStyles();
  const toast = useToast();
  const info = useAppStore((state) => state.info);
  const run = useAct('diagnostics.run');
  const [checks, setChecks] = useState<readonly CheckResult[] | null>(null);
  const start = async () => {
    if (run.busy) return;
    const answer = await run.run({});
    setChecks(answer.ok ? answer.value.checks : null);
  };
  const copy = async () => {
    if (checks === null) return;
    const copied = await navigator.clipboard.writeText(checksText(checks, info?.version ?? '')).then(
      () => true,
      () => false,
    );
    if (copied)
      toast('The results are copied.', 'success', 'Paste them into your message to support. They hold no secrets.');
    else toast('The results could not be copied.', 'error', 'Mark them with the mouse and copy them with Ctrl+C.');
  };
  return (
    <>
      <SectionHeading title="Diagnostics">
        Plumbline checks itself, from this computer to both sides, and says what to do where something is not in order.
        Nothing is changed.
      </SectionHeading>
      <div className={styles.parts}>
        <section className={styles.checks} aria-label="Self-checks">
          <div className={styles.line}>
            <Button appearance="primary" icon={run.busy ? <BusyIcon /> : <Stethoscope20Regular />} onClick={start}>
              {run.busy ? 'Checking …' : checks === null ? 'Run the checks' : 'Run them again'}
            </Button>
            {checks === null ? null : (
              <Button icon={<Copy20Regular />} onClick={copy}>
                Copy for support
              </Button>
            )}
            <span role="status">
              {checks === null
                ? 'Takes a few seconds; a side that does not answer, a little longer.'
                : checksSentence(checks)}
            </span>
          </div>
          {run.failure === null ? null : <FailureMessage failure={run.failure} onRetry={start} />}
          {checks === null ? null : <CheckList label="Results of the checks" checks={checks} />}
        </section>
        <SupportPackageSection />
        <LogSection />
        <UnreadableRecords />
      </div>
    </>
  );
}
