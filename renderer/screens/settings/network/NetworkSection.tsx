import { makeStyles } from '@fluentui/react-components';
import { useHostRequest } from '../../../api/useHostRequest.ts';
import { Asked } from '../../../components/Asked.tsx';
import { LocksProvider } from '../../../components/Lockable.tsx';
import { SectionHeading } from '../SectionHeading.tsx';
import { HostTests } from './HostTests.tsx';
import { NetworkForm } from './NetworkForm.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '28px' },
});

/** How this installation reaches the internet, and whether it does. */
export function NetworkSection({ onDirty }: { readonly onDirty: (dirty: boolean) => void }) {
  const styles = useStyles();
  const network = useHostRequest('network.get', {});
  return (
    <>
      <SectionHeading title="Network">
        How Plumbline reaches Clearstory and Procore from this computer, for all companies. Connections go out only, to
        port 443. Sage is inside the office and is never reached through a proxy.
      </SectionHeading>
      <Asked asked={network} label="Reading how the internet is reached">
        {(value) => (
          <LocksProvider value={value.locks}>
            <div className={styles.parts}>
              <NetworkForm value={value} onDirty={onDirty} onSaved={network.refresh} />
              <HostTests />
            </div>
          </LocksProvider>
        )}
      </Asked>
    </>
  );
}
