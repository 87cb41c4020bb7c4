import { Checkbox } from '@fluentui/react-components';
import type { DesktopSettings } from '#shared/contract/companies.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { Lockable } from '../../../components/Lockable.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { useDraft } from '../useDraft.ts';

type Props = {
  readonly value: DesktopSettings;
  readonly onDirty: (dirty: boolean) => void;
  readonly onSaved: () => void;
};

export function DesktopForm({ value, onDirty, onSaved }: Props) {
  const toast = useToast();
  const act = useHostAct('desktop.save');
  const { startAtLogin, notifyDone } = value;
  const form = useDraft({ startAtLogin, notifyDone }, onDirty);
  const { draft } = form;
  const discard = () => {
    form.forget();
    act.clear();
  };
  const save = async () => {
    if (!(await act.run(draft)).ok) return;
    discard();
    onSaved();
    toast('How Plumbline behaves on this computer is saved.');
  };
  return (
    <FormFrame
      label="This computer"
      dirty={form.dirty}
      busy={act.busy}
      wrong={null}
      failure={act.failure}
      onSave={save}
      onDiscard={discard}
    >
      {startAtLogin === null ? null : (
        <Lockable path="startAtLogin">
          <Checkbox
            label="Start with Windows, in the background"
            checked={draft.startAtLogin === true}
            onChange={(_, { checked }) => form.change({ ...draft, startAtLogin: checked === true })}
          />
        </Lockable>
      )}
      <Lockable path="notifyDone">
        <Checkbox
          label="Also notify me of what was written into Sage"
          checked={draft.notifyDone}
          onChange={(_, { checked }) => form.change({ ...draft, notifyDone: checked === true })}
        />
      </Lockable>
    </FormFrame>
  );
}
