import { makeStyles } from '@fluentui/react-components';
import { useHostRequest } from '../../../api/useHostRequest.ts';
import { Asked } from '../../../components/Asked.tsx';
import { LocksProvider } from '../../../components/Lockable.tsx';
import { SectionHeading } from '../SectionHeading.tsx';
import { AlarmForm } from './AlarmForm.tsx';
import { AlarmTests } from './AlarmTests.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '28px' },
});

/** How Plumbline makes itself heard where nobody looks at its screens. */
export function AlarmsSection({ onDirty }: { readonly onDirty: (dirty: boolean) => void }) {
  const styles = useStyles();
  const alarms = useHostRequest('alarms.get', {});
  return (
    <>
      <SectionHeading title="Alarms">
        Where nobody looks at these screens, Plumbline makes itself heard, for all companies: when a side is silent or
        something waits for a person too long, again ever more rarely, and once when it is over. No names and no amounts
        are sent.
      </SectionHeading>
      <Asked asked={alarms} label="Reading the alarms">
        {(value) => (
          <LocksProvider value={value.locks}>
            <div className={styles.parts}>
              <AlarmForm value={value} onDirty={onDirty} onSaved={alarms.refresh} />
              <AlarmTests value={value} onTested={alarms.refresh} />
            </div>
          </LocksProvider>
        )}
      </Asked>
    </>
  );
}
