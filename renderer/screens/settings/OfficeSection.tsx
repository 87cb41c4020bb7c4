import { Field, makeStyles } from '@fluentui/react-components';
import { fieldProblem } from '../../components/fieldProblem.ts';
import { instantWords } from '../../components/instantWords.ts';
import { Lockable } from '../../components/Lockable.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { useNow } from '../../store/useNow.ts';
import { FormFrame } from './FormFrame.tsx';
import { SectionHeading } from './SectionHeading.tsx';
import type { SectionProps } from './sectionProps.ts';
import { TimeZoneBox } from './TimeZoneBox.tsx';
import { isTimeZone } from './timeZones.ts';
import { useSettingsForm } from './useSettingsForm.ts';

const useStyles = makeStyles({ field: { maxWidth: '360px' } });

/** Where the office is: Sage's dates are dates there. */
export function OfficeSection({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const toast = useToast();
  const now = useNow();
  const form = useSettingsForm(
    value.settings.timeZone,
    (settings, timeZone) => ({ ...settings, timeZone: timeZone.trim() }),
    onDirty,
  );
  const zone = form.draft.trim();
  const refused = form.failure?.code === 'settings.value' ? form.failure.sentence : null;
  const save = async () => {
    if (await form.save(false)) toast(`The office is in ${zone}.`);
  };
  return (
    <>
      <SectionHeading title="Office">
        Sage keeps dates without a place. Plumbline dates change orders as the calendar stands in this time zone,
        whatever this computer’s own is.
      </SectionHeading>
      <FormFrame
        label="Office"
        dirty={form.dirty}
        busy={form.busy}
        wrong={null}
        failure={refused === null ? form.failure : null}
        onSave={save}
        onDiscard={form.discard}
      >
        <Lockable path="timeZone">
          <Field
            label="Time zone"
            className={styles.field}
            hint={
              isTimeZone(zone) ? `There it is now ${instantWords(now, zone)}.` : 'A name such as America/Los_Angeles.'
            }
            {...fieldProblem(refused)}
          >
            <TimeZoneBox value={form.draft} onChange={form.change} />
          </Field>
        </Lockable>
      </FormFrame>
    </>
  );
}
