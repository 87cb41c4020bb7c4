import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useAct } from '../../../api/useAct.ts';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { FormFrame } from '../FormFrame.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
  },
});

type Props = { readonly stored: boolean; readonly onDirty: (dirty: boolean) => void };

const nothing = { clientId: '', secret: '' };

/** The credentials of the data connection app. They can be written and replaced here, never read. */
export function ProcoreCredentialsForm({ stored, onDirty }: Props) {
  const styles = useStyles();
  const toast = useToast();
  const act = useAct('procore.setCredentials');
  const [typed, setTyped] = useState(nothing);
  const [tried, setTried] = useState(false);
  const dirty = typed.clientId !== '' || typed.secret !== '';
  useEffect(() => {
    onDirty(dirty);
    return () => onDirty(false);
  }, [dirty, onDirty]);
  const missing = typed.clientId.trim() === '' || typed.secret.trim() === '';
  const forget = () => {
    setTyped(nothing);
    setTried(false);
    act.clear();
  };
  const save = async () => {
    setTried(true);
    if (missing) return;
    const answer = await act.run({ clientId: typed.clientId.trim(), secret: typed.secret.trim() });
    if (!answer.ok) return;
    forget();
    toast('The credentials are stored.', 'success', 'They cannot be shown again. Press Test to try them.');
  };
  return (
    <FormFrame
      label="Credentials of Procore"
      title="Credentials"
      dirty={dirty}
      busy={act.busy}
      wrong={tried && missing ? 'Enter the client ID and the client secret: they are replaced together.' : null}
      failure={act.failure}
      onSave={save}
      onDiscard={forget}
    >
      <StateBadge
        kind={stored ? 'ok' : 'warning'}
        word={
          stored
            ? 'Credentials are stored. What you enter here replaces them.'
            : 'No credentials are stored yet: Procore cannot be read.'
        }
      />
      <div className={styles.fields}>
        <Field label="Client ID">
          <Input
            spellCheck={false}
            autoComplete="off"
            maxLength={200}
            placeholder={stored ? 'Stored, not shown' : ''}
            value={typed.clientId}
            onChange={(_, { value }) => setTyped({ ...typed, clientId: value })}
          />
        </Field>
        <Field label="Client secret" hint="Kept encrypted or in a file only its owner can read; never shown again.">
          <Input
            type="password"
            autoComplete="new-password"
            maxLength={500}
            placeholder={stored ? 'Stored, not shown' : ''}
            value={typed.secret}
            onChange={(_, { value }) => setTyped({ ...typed, secret: value })}
          />
        </Field>
      </div>
    </FormFrame>
  );
}
