import { Checkbox, makeStyles } from '@fluentui/react-components';
import type { HostResponseOf } from '#shared/contract/companies.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { Lockable } from '../../../components/Lockable.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { useDraft } from '../useDraft.ts';
import { LineField, MailFields } from './AlarmFields.tsx';
import { draftOf, problemsOf, settingsOf } from './alarmDraft.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: '16px', maxWidth: '560px' },
});

type Props = {
  readonly value: HostResponseOf<'alarms.get'>;
  readonly onDirty: (dirty: boolean) => void;
  readonly onSaved: () => void;
};

/** When an alarm is due, and the ways on which it is sent. */
export function AlarmForm({ value, onDirty, onSaved }: Props) {
  const styles = useStyles();
  const toast = useToast();
  const act = useHostAct('alarms.save');
  const form = useDraft(draftOf(value.settings), onDirty);
  const { draft, tried } = form;
  const problems = problemsOf(draft);
  const [wrong = null] = Object.values(problems);
  const discard = () => {
    form.forget();
    act.clear();
  };
  const save = async () => {
    form.markTried();
    if (wrong !== null) return;
    const { webhookKey, password } = draft;
    const answer = await act.run({
      settings: settingsOf(draft),
      webhookKey: webhookKey === '' ? null : webhookKey,
      mailPassword: password === '' ? null : password,
    });
    if (!answer.ok) return;
    discard();
    onSaved();
    toast('The alarms are saved.', 'success', 'Send a test to see whether they arrive.');
  };
  const parts = { draft, problems: tried ? problems : {}, onChange: form.change };
  return (
    <FormFrame
      label="Alarms"
      dirty={form.dirty}
      busy={act.busy}
      wrong={tried ? wrong : null}
      failure={act.failure}
      onSave={save}
      onDiscard={discard}
    >
      <div className={styles.fields}>
        <LineField
          {...parts}
          field="silentMinutes"
          path="alarms.silentMinutes"
          label="When nothing was heard from a side for"
        />
        <LineField
          {...parts}
          field="personMinutes"
          path="alarms.personMinutes"
          label="When something has waited for a person for"
        />
        {value.hasEventLog ? (
          <Lockable path="alarms.eventLog">
            <Checkbox
              label="Write into the Windows event log, at once"
              checked={draft.eventLog}
              onChange={(_, { checked }) => form.change({ ...draft, eventLog: checked === true })}
            />
          </Lockable>
        ) : null}
        <LineField
          {...parts}
          field="webhook"
          path="alarms.webhook.url"
          label="Webhook"
          hint="An https address that takes small JSON. Empty: none."
        />
        {draft.webhook.trim() === '' ? null : (
          <LineField
            {...parts}
            field="webhookKey"
            path="alarms.webhookKey"
            label="Key of its signature"
            stored={value.webhookKeyStored}
          />
        )}
        <MailFields {...parts} passwordStored={value.mailPasswordStored} />
        <LineField
          {...parts}
          field="heartbeat"
          path="alarms.heartbeat.url"
          label="Heartbeat"
          hint="An https address that is called after every run, so that a watch outside notices when Plumbline itself is gone. Empty: none."
        />
      </div>
    </FormFrame>
  );
}
