import { Field, Input, Link, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { fieldProblem } from '../../components/fieldProblem.ts';
import { InstantText } from '../../components/InstantText.tsx';
import { Lockable } from '../../components/Lockable.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { useAppStore } from '../../store/StoreContext.tsx';
import { FormFrame } from './FormFrame.tsx';
import { minutesOf } from './minutes.ts';
import { SectionHeading } from './SectionHeading.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useSettingsForm } from './useSettingsForm.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: '16px', maxWidth: '480px' },
  minutes: { width: '140px', '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
});

const timers = [
  {
    field: 'pushMinutes',
    side: 'push',
    label: 'Approved change orders into Sage, every',
    hint: 'Approving one starts this at once; the timer takes care of what had to wait.',
  },
  {
    field: 'pullMinutes',
    side: 'sage',
    label: 'Sage, Clearstory and Procore read anew, every',
    hint: 'Only what has changed is read, and everything once a night. Sync now on Home reads at any time.',
  },
] as const;

/** How often the two timers run. */
export function SchedulesSection({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const toast = useToast();
  const sides = useAppStore((state) => state.home?.sides);
  const paused = useAppStore((state) => state.home?.pausedUntil ?? null);
  const { pushMinutes, pullMinutes } = value.settings.schedule;
  const form = useSettingsForm(
    { pushMinutes: String(pushMinutes), pullMinutes: String(pullMinutes) },
    (settings, draft) => ({
      ...settings,
      schedule: {
        pushMinutes: minutesOf(draft.pushMinutes) ?? settings.schedule.pushMinutes,
        pullMinutes: minutesOf(draft.pullMinutes) ?? settings.schedule.pullMinutes,
      },
    }),
    onDirty,
  );
  const wrong = minutesOf(form.draft.pushMinutes) === null || minutesOf(form.draft.pullMinutes) === null;
  const save = async () => {
    if (await form.save(wrong)) toast('The schedules are saved.', 'success', 'They count from the next run on.');
  };
  return (
    <>
      <SectionHeading title="Schedules">
        Plumbline works by itself at these intervals, also after the computer has slept. Runs that were missed become
        one.
      </SectionHeading>
      <FormFrame
        label="Schedules"
        dirty={form.dirty}
        busy={form.busy}
        wrong={form.tried && wrong ? 'Correct the marked interval first.' : null}
        failure={form.failure}
        onSave={save}
        onDiscard={form.discard}
      >
        {paused === null ? null : (
          <MessageBar intent="warning">
            <MessageBarBody>
              Both are paused until <InstantText instant={paused} show="absolute" />.{' '}
              <Link href="#/home">Resume on Home</Link>
            </MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.fields}>
          {timers.map(({ field, side, label, hint }) => {
            const text = form.draft[field];
            const next = sides?.find((each) => each.side === side)?.nextRun ?? null;
            const problem =
              form.tried && minutesOf(text) === null ? `“${text}” is not a whole number from 1 to 1440.` : null;
            return (
              <Lockable key={field} path={`schedule.${field}`}>
                <Field
                  label={label}
                  hint={
                    <>
                      {hint}{' '}
                      {next === null || paused !== null ? null : (
                        <>
                          Next run: <InstantText instant={next} show="absolute" />.
                        </>
                      )}
                    </>
                  }
                  {...fieldProblem(problem)}
                >
                  <Input
                    className={styles.minutes}
                    inputMode="numeric"
                    contentAfter="minutes"
                    value={text}
                    onChange={(_, data) => form.change({ ...form.draft, [field]: data.value })}
                  />
                </Field>
              </Lockable>
            );
          })}
        </div>
      </FormFrame>
    </>
  );
}
