import { Field, Input, makeStyles } from '@fluentui/react-components';
import { fieldProblem } from '../../components/fieldProblem.ts';
import { Lockable } from '../../components/Lockable.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { FormFrame } from './FormFrame.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useSettingsForm } from './useSettingsForm.ts';

const useStyles = makeStyles({ field: { maxWidth: '480px' } });

const usual = 'https://web-api.clearstory.build';

/** The base address of Clearstory's Web API. */
export function AddressForm({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const toast = useToast();
  const form = useSettingsForm(
    value.settings.clearstory.baseUrl,
    (settings, baseUrl) => ({ ...settings, clearstory: { baseUrl: baseUrl.trim() } }),
    onDirty,
  );
  const empty = form.draft.trim() === '' ? `Enter an address; it is usually ${usual}.` : null;
  const refused = form.failure?.code === 'settings.value' ? form.failure.sentence : null;
  const problem = (form.tried ? empty : null) ?? refused;
  const save = async () => {
    if (await form.save(empty !== null)) toast('The address of Clearstory is saved.');
  };
  return (
    <FormFrame
      label="Address of Clearstory"
      title="Address"
      dirty={form.dirty}
      busy={form.busy}
      wrong={form.tried ? empty : null}
      failure={refused === null ? form.failure : null}
      onSave={save}
      onDiscard={form.discard}
    >
      <Lockable path="clearstory.baseUrl">
        <Field
          label="Web address"
          className={styles.field}
          hint={`Usually ${usual}. Only encrypted addresses are taken. At another one the stored key is forgotten.`}
          {...fieldProblem(problem)}
        >
          <Input
            type="url"
            spellCheck={false}
            autoComplete="off"
            value={form.draft}
            onChange={(_, data) => form.change(data.value)}
          />
        </Field>
      </Lockable>
    </FormFrame>
  );
}
