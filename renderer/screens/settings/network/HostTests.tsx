import { Button, makeStyles, Subtitle2, Text } from '@fluentui/react-components';
import { PlugConnected20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CheckResult } from '#shared/contract/settings.ts';
import { type HostTest, hostStepTitles } from '#shared/domain/network/hostTest.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { BusyIcon } from '../../../components/BusyIcon.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { CheckList, checksSentence } from '../CheckList.tsx';

const useStyles = makeStyles({
  test: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px 12px' },
  heading: { margin: 0 },
  host: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
});

/** Tries every host that the open companies use, with every step shown. */
export function HostTests() {
  const styles = useStyles();
  const act = useHostAct('network.test');
  const [hosts, setHosts] = useState<readonly HostTest[] | null>(null);
  const run = async () => {
    if (act.busy) return;
    const answer = await act.run({});
    setHosts(answer.ok ? answer.value.hosts : null);
  };
  return (
    <section className={styles.test} aria-label="Test of every host">
      <Subtitle2 as="h3" className={styles.heading}>
        Test
      </Subtitle2>
      <div className={styles.line}>
        <Button icon={act.busy ? <BusyIcon /> : <PlugConnected20Regular />} onClick={run}>
          {act.busy ? 'Asking every host …' : 'Test every host'}
        </Button>
        <span role="status">
          {hosts === null ? 'With what is saved. Sends no key and changes nothing.' : sentenceOf(hosts)}
        </span>
      </div>
      {act.failure === null ? null : <FailureMessage failure={act.failure} onRetry={run} />}
      {(hosts ?? []).map((host) => (
        <div key={`${host.kind} ${host.host}`} className={styles.host}>
          <Text weight="semibold">{`${host.title}, ${host.host}`}</Text>
          <CheckList label={`Steps to ${host.host}`} checks={checksOf(host)} />
        </div>
      ))}
    </section>
  );
}

function sentenceOf(hosts: readonly HostTest[]): string {
  if (hosts.length === 0) return 'The open companies only practise on this computer: nothing on the internet is used.';
  return checksSentence(hosts.flatMap(checksOf));
}

function checksOf({ kind, steps }: HostTest): readonly CheckResult[] {
  return steps.map(({ step, ms, ...found }, index) => ({
    ...found,
    id: `network.${kind}`,
    number: index + 1,
    title: hostStepTitles[step],
    ...(ms === null ? {} : { ms }),
  }));
}
