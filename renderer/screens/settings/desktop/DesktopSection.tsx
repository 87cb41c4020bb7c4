import { Text } from '@fluentui/react-components';
import { useHostRequest } from '../../../api/useHostRequest.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { LocksProvider } from '../../../components/Lockable.tsx';
import { SectionHeading } from '../SectionHeading.tsx';
import { DesktopForm } from './DesktopForm.tsx';

/** How Plumbline behaves on this person's desktop, for all companies. */
export function DesktopSection({ onDirty }: { readonly onDirty: (dirty: boolean) => void }) {
  const desktop = useHostRequest('desktop.get', {});
  return (
    <>
      <SectionHeading title="This computer">
        How Plumbline behaves for you on this computer. Closing its window never ends it: it goes on beside the clock.
      </SectionHeading>
      {desktop.failure === null ? null : <FailureMessage failure={desktop.failure} onRetry={desktop.refresh} />}
      {desktop.value === null ? (
        desktop.failure === null ? (
          <Loading label="Reading how Plumbline behaves here" />
        ) : null
      ) : desktop.value.available ? (
        <LocksProvider value={desktop.value.locks}>
          <DesktopForm value={desktop.value} onDirty={onDirty} onSaved={desktop.refresh} />
        </LocksProvider>
      ) : (
        <Text>Plumbline runs here without its desktop, so that there is nothing of it to set.</Text>
      )}
    </>
  );
}
