import { Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import type { HostResponseOf } from '#shared/contract/companies.ts';
import type { NetworkSettings } from '#shared/domain/network/settings.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { Lockable } from '../../../components/Lockable.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { useDraft } from '../useDraft.ts';
import { draftOf, problemOf, settingsOf } from './networkDraft.ts';
import { PacField, ProxyFields } from './ProxyFields.tsx';

const useStyles = makeStyles({ file: { overflowWrap: 'anywhere' } });

type Value = HostResponseOf<'network.get'>;
type Props = {
  readonly value: Value;
  readonly onDirty: (dirty: boolean) => void;
  readonly onSaved: () => void;
};

/** The choice, and what belongs to it. What is not shown keeps its value. */
export function NetworkForm({ value, onDirty, onSaved }: Props) {
  const styles = useStyles();
  const toast = useToast();
  const act = useHostAct('network.save');
  const form = useDraft(draftOf(value.settings), onDirty);
  const { draft, tried } = form;
  const problem = problemOf(draft);
  const discard = () => {
    form.forget();
    act.clear();
  };
  const save = async () => {
    form.markTried();
    if (problem !== null) return;
    const { password } = draft;
    const answer = await act.run({ settings: settingsOf(draft), password: password === '' ? null : password });
    if (!answer.ok) return;
    discard();
    onSaved();
    toast(
      'The network is saved.',
      'success',
      'It counts from the next call on. Test every host to see whether it works.',
    );
  };
  const parts = { draft, problem: tried ? problem : null, onChange: form.change };
  return (
    <FormFrame
      label="Network"
      dirty={form.dirty}
      busy={act.busy}
      wrong={tried ? (problem?.sentence ?? null) : null}
      failure={act.failure}
      onSave={save}
      onDiscard={discard}
    >
      <Lockable path="network.mode">
        <Field label="How the internet is reached">
          <RadioGroup
            value={draft.mode}
            onChange={(_, { value: mode }) => form.change({ ...draft, mode: mode as NetworkSettings['mode'] })}
          >
            <Radio value="system" label={`As this computer does${value.hasStack ? '' : ' (HTTPS_PROXY, NO_PROXY)'}`} />
            <Radio value="explicit" label="Through this proxy" />
            <Radio value="pac" label="As this PAC file says" disabled={!value.hasStack && draft.mode !== 'pac'} />
            <Radio value="none" label="Directly, without a proxy" />
          </RadioGroup>
        </Field>
      </Lockable>
      {value.hasStack ? null : <div>A PAC file needs the desktop program, and this Plumbline runs without it.</div>}
      {draft.mode === 'explicit' ? <ProxyFields {...parts} passwordStored={value.passwordStored} /> : null}
      {draft.mode === 'pac' ? <PacField {...parts} /> : null}
      {value.caFile === null ? null : (
        <div className={styles.file}>
          Besides the authorities of this computer, those in {value.caFile} are trusted. IT names that file.
        </div>
      )}
    </FormFrame>
  );
}
