import { Button, makeStyles, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { HostRequestOf, HostResponseOf } from '#shared/contract/companies.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { BusyIcon } from '../../../components/BusyIcon.tsx';
import { InstantText } from '../../../components/InstantText.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: { margin: 0 },
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px 12px' },
});

type Value = HostResponseOf<'alarms.get'>;
type Way = HostRequestOf<'alarms.test'>['way'];

const words: Readonly<Record<Way, string>> = { webhook: 'Webhook', email: 'E-mail', heartbeat: 'Heartbeat' };

/** Sends a test on each way that is saved, and says how the last message on it went. */
export function AlarmTests({ value, onTested }: { readonly value: Value; readonly onTested: () => void }) {
  const styles = useStyles();
  const act = useHostAct('alarms.test');
  const [running, setRunning] = useState<Way | null>(null);
  const { webhook, heartbeat, email } = value.settings;
  const set: Readonly<Record<Way, boolean>> = {
    webhook: webhook.url !== '',
    email: email.server !== '',
    heartbeat: heartbeat.url !== '',
  };
  const ways = (['webhook', 'email', 'heartbeat'] as const).filter((way) => set[way]);
  const test = async (way: Way) => {
    setRunning(way);
    await act.run({ way });
    setRunning(null);
    onTested();
  };
  if (ways.length === 0) return null;
  return (
    <section className={styles.section} aria-label="Test of the alarms">
      <Subtitle2 as="h3" className={styles.heading}>
        Test
      </Subtitle2>
      {ways.map((way) => {
        const last = value.last[way];
        return (
          <div key={way} className={styles.line}>
            <Button icon={running === way ? <BusyIcon /> : null} disabled={running !== null} onClick={() => test(way)}>
              Test {words[way]}
            </Button>
            {last === null ? null : (
              <>
                <StateBadge
                  kind={last.failure === null ? 'ok' : 'failed'}
                  word={
                    last.failure === null ? 'Sent' : `${last.failure.sentence} ${last.failure.remedy ?? ''}`.trimEnd()
                  }
                />
                <InstantText instant={last.at} />
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}
