import { Field, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { HostResponseOf } from '#shared/contract/companies.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { InstantText } from '../../../components/InstantText.tsx';
import { useToast } from '../../../components/Toasts.tsx';

type Props = {
  readonly id: CompanyId;
  readonly company: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** What a restore would change, by name; done only when the company's name was typed. */
export function RestoreDialog({ id, company, name, onClose, onDone }: Props) {
  const preview = useHostAct('backups.preview');
  const restore = useHostAct('backups.restore');
  const toast = useToast();
  const [shown, setShown] = useState<HostResponseOf<'backups.preview'> | null>(null);
  const [typed, setTyped] = useState('');
  const { run } = preview;
  useEffect(() => {
    void run({ id, name }).then((answer) => {
      if (answer.ok) setShown(answer.value);
    });
  }, [run, id, name]);
  const confirm = async () => {
    const done = await restore.run({ id, name, confirmation: typed });
    if (!done.ok) return;
    toast('The backup was restored. What was there before is kept.');
    onClose();
    onDone();
  };
  const isTyped = typed.trim().toLowerCase() === company.trim().toLowerCase();
  return (
    <ConfirmDialog
      open
      title="Restore this backup?"
      sentence="It takes the place of what Plumbline remembers of this company now; that is kept aside and never deleted. Sage and Clearstory are not changed. Nothing is pushed before the restored data has been compared with Sage."
      confirmWord="Restore"
      missing={isTyped ? null : `Type ${company} first.`}
      busy={restore.busy}
      failure={restore.failure ?? preview.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {shown === null ? null : <Lost shown={shown} />}
      <Field label={`Type the company’s name: ${company}`}>
        <Input value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
    </ConfirmDialog>
  );
}

function Lost({ shown }: { readonly shown: HostResponseOf<'backups.preview'> }) {
  const { backup, lost } = shown;
  return (
    <>
      <p>
        Made <InstantText instant={backup.at} show="absolute" />, with {backup.counts.transfers} transfers and{' '}
        {backup.counts.links} links.
      </p>
      {lost === null ? (
        <p>What is there now cannot be read, so that nobody can say what would be lost.</p>
      ) : lost.length === 0 ? (
        <p>Nothing was pushed since.</p>
      ) : (
        <>
          <p>Pushed since. They stay in Sage, are found there after the restore, and are linked again by you:</p>
          <ul>
            {lost.map(({ title, at }) => (
              <li key={`${title} ${at}`}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
