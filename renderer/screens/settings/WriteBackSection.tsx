import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Lockable } from '../../components/Lockable.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { FormFrame } from './FormFrame.tsx';
import { SectionHeading } from './SectionHeading.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useSettingsForm } from './useSettingsForm.ts';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', maxWidth: '84ch' },
  // In line with the words of the check box.
  words: { paddingLeft: '36px', color: tokens.colorNeutralForeground2 },
});

const choices = [
  {
    field: 'labels',
    label: 'Label pushed CORs with their change order, such as “Sage CO 12”',
    words:
      'Everybody in your company who can open the COR in Clearstory sees the label, and can filter by it. Each number is a new label in your company’s list there, and Clearstory lets nobody delete labels through its interface: Plumbline can take one off a COR, but its name stays in the list.',
  },
  {
    field: 'jobNumber',
    label: 'Enter the Sage job number on mapped projects that have none',
    words:
      'Everybody in your company sees it as the job number of the project in Clearstory. A number that is there already is never changed.',
  },
] as const;

/** The only two things that Plumbline may write in Clearstory, both off until somebody wants them. */
export function WriteBackSection({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const toast = useToast();
  const id = useId();
  const form = useSettingsForm(
    value.settings.writeBack,
    (settings, writeBack) => ({ ...settings, writeBack }),
    onDirty,
  );
  const save = async () => {
    if (await form.save(false)) toast('What may be written in Clearstory is saved.');
  };
  return (
    <>
      <SectionHeading title="Write-back">
        What Plumbline may write in Clearstory. There is nothing else: amounts, statuses and texts of a COR are never
        changed there.
      </SectionHeading>
      <FormFrame
        label="Write-back"
        dirty={form.dirty}
        busy={form.busy}
        wrong={null}
        failure={form.failure}
        onSave={save}
        onDiscard={form.discard}
      >
        {choices.map(({ field, label, words }) => (
          <Lockable key={field} path={`writeBack.${field}`}>
            <div className={styles.choice}>
              <Checkbox
                label={label}
                aria-describedby={`${id}-${field}`}
                checked={form.draft[field]}
                onChange={(_, { checked }) => form.change({ ...form.draft, [field]: checked === true })}
              />
              <span id={`${id}-${field}`} className={styles.words}>
                {words}
              </span>
            </div>
          </Lockable>
        ))}
      </FormFrame>
    </>
  );
}
