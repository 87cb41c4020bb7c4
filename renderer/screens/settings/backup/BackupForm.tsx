import { Field, Input, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import type { HostResponseOf } from '#shared/contract/companies.ts';
import { folderProblem, folderWarning } from '#shared/domain/backups.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { fieldProblem } from '../../../components/fieldProblem.ts';
import { Lockable, LocksProvider } from '../../../components/Lockable.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { useDraft } from '../useDraft.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: '16px', maxWidth: '560px' },
  number: { width: '140px', '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
});

type Props = {
  readonly value: Pick<HostResponseOf<'backups.list'>, 'folder' | 'settings' | 'locks'>;
  readonly onDirty: (dirty: boolean) => void;
  readonly onSaved: () => void;
};

/** Where the backups of all companies lie, and how many of each are kept. */
export function BackupForm({ value: { settings, locks }, onDirty, onSaved }: Props) {
  const styles = useStyles();
  const toast = useToast();
  const act = useHostAct('backups.save');
  const form = useDraft({ folder: settings.folder, keep: String(settings.keep) }, onDirty);
  const { draft, tried } = form;
  const isCount = /^\d{1,3}$/.test(draft.keep.trim()) && Number(draft.keep) >= 1 && Number(draft.keep) <= 365;
  const problems = {
    folder: folderProblem(draft.folder),
    keep: isCount ? null : `“${draft.keep}” is not a whole number from 1 to 365.`,
  };
  const wrong = problems.folder ?? problems.keep;
  const warning = folderWarning(draft.folder);
  const discard = () => {
    form.forget();
    act.clear();
  };
  const save = async () => {
    form.markTried();
    if (wrong !== null) return;
    const done = await act.run({ settings: { folder: draft.folder.trim(), keep: Number(draft.keep) } });
    if (!done.ok) return;
    discard();
    onSaved();
    toast('Saved.', 'success', 'It counts from the next backup on. Back up now to see whether the folder can be used.');
  };
  const said = (problem: string | null) => fieldProblem(tried ? problem : null);
  return (
    <LocksProvider value={locks}>
      <FormFrame
        label="Backups"
        title="Where, and how many"
        dirty={form.dirty}
        busy={act.busy}
        wrong={tried ? wrong : null}
        failure={act.failure}
        onSave={save}
        onDiscard={discard}
      >
        <div className={styles.fields}>
          <Lockable path="backups.folder">
            <Field
              label="Folder"
              hint="For all companies. Empty: in the folder of Plumbline's data. Backups in another folder stay where they are."
              {...said(problems.folder)}
            >
              <Input
                spellCheck={false}
                maxLength={400}
                value={draft.folder}
                onChange={(_, { value }) => form.change({ ...draft, folder: value })}
              />
            </Field>
          </Lockable>
          {warning === null ? null : (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{warning}</MessageBarBody>
            </MessageBar>
          )}
          <Lockable path="backups.keep">
            <Field label="Kept of each company" {...said(problems.keep)}>
              <Input
                className={styles.number}
                inputMode="numeric"
                contentAfter="backups"
                value={draft.keep}
                onChange={(_, { value }) => form.change({ ...draft, keep: value })}
              />
            </Field>
          </Lockable>
        </div>
      </FormFrame>
    </LocksProvider>
  );
}
