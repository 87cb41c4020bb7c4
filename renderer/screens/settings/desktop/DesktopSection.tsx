import { Text } from '@fluentui/react-components';
import { useHostRequest } from '../../../api/useHostRequest.ts';
import { Asked } from '../../../components/Asked.tsx';
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
      <Asked asked={desktop} label="Reading how Plumbline behaves here">
        {(value) =>
          value.available ? (
            <LocksProvider value={value.locks}>
              <DesktopForm value={value} onDirty={onDirty} onSaved={desktop.refresh} />
            </LocksProvider>
          ) : (
            <Text>Plumbline runs here without its desktop, so that there is nothing of it to set.</Text>
          )
        }
      </Asked>
    </>
  );
}
