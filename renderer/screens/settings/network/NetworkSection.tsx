import { makeStyles } from '@fluentui/react-components';
import { useHostRequest } from '../../../api/useHostRequest.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { Loading } from '../../../components/Loading.tsx';
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
      {network.failure === null ? null : <FailureMessage failure={network.failure} onRetry={network.refresh} />}
      {network.value === null ? (
        network.failure === null ? (
          <Loading label="Reading how the internet is reached" />
        ) : null
      ) : (
        <LocksProvider value={network.value.locks}>
          <div className={styles.parts}>
            <NetworkForm value={network.value} onDirty={onDirty} onSaved={network.refresh} />
            <HostTests />
          </div>
        </LocksProvider>
      )}
    </>
  );
}
