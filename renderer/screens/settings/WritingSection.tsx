import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { Settings } from '#shared/domain/settings.ts';
import { InstantText } from '../../components/InstantText.tsx';
import { Lockable } from '../../components/Lockable.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { FormFrame } from './FormFrame.tsx';
import { Hindrances } from './Hindrances.tsx';
import { SectionHeading } from './SectionHeading.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useSettingsForm } from './useSettingsForm.ts';
import { chosenWords, markerChoices, modeChoices } from './writingWords.ts';

const useStyles = makeStyles({
  label: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  words: { color: tokens.colorNeutralForeground2, maxWidth: '76ch', display: 'block' },
  who: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** How approved change orders get into Sage, and everything that stands in the way of what was chosen. */
export function WritingSection({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const toast = useToast();
  const { decision, markerTable, inspectedAt } = value.writing;
  const { mode, markers, by, at } = value.settings.writing;
  const form = useSettingsForm<Pick<Settings['writing'], 'mode' | 'markers'>>(
    { mode: mode ?? decision.chosen, markers },
    (settings, draft) => ({ ...settings, writing: { ...settings.writing, ...draft } }),
    onDirty,
  );
  const save = async () => {
    if (await form.save(false)) toast('How change orders get into Sage is saved.');
  };
  return (
    <>
      <SectionHeading title="Writing into Sage">
        What happens with a change order once it is approved. It counts for everything that has not been written yet.
      </SectionHeading>
      <Hindrances decision={decision} inspectedAt={inspectedAt} />
      <FormFrame
        label="Writing into Sage"
        dirty={form.dirty}
        busy={form.busy}
        wrong={null}
        failure={form.failure}
        onSave={save}
        onDiscard={form.discard}
      >
        <Lockable path="writing.mode">
          <Field label="Approved change orders">
            <RadioGroup
              value={form.draft.mode ?? ''}
              onChange={(_, picked) => {
                const choice = modeChoices.find(({ id }) => id === picked.value);
                if (choice !== undefined) form.change({ ...form.draft, mode: choice.id });
              }}
            >
              {modeChoices.map(({ id, label, words }) => (
                <Radio key={id} value={id} label={<Choice label={label} words={words} />} />
              ))}
            </RadioGroup>
          </Field>
        </Lockable>
        <Lockable path="writing.markers">
          <Field label="Proofs of what was written">
            <RadioGroup
              value={form.draft.markers}
              onChange={(_, picked) =>
                form.change({ ...form.draft, markers: picked.value === 'recordFields' ? 'recordFields' : 'table' })
              }
            >
              {markerChoices(markerTable).map(({ id, label, words }) => (
                <Radio key={id} value={id} label={<Choice label={label} words={words} />} />
              ))}
            </RadioGroup>
          </Field>
        </Lockable>
        <p className={styles.who}>
          {chosenWords(by)}
          {at === null ? null : (
            <>
              , <InstantText instant={at} show="absolute" />
            </>
          )}
        </p>
      </FormFrame>
    </>
  );
}

function Choice({ label, words }: { readonly label: string; readonly words: string }) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.words}>{words}</span>
    </>
  );
}
