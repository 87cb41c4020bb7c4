import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { FormFrame } from './FormFrame.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
  },
});

type Props = {
  readonly stored: boolean;
  readonly practice: boolean;
  readonly onDirty: (dirty: boolean) => void;
};

const nothing = { keyId: '', secret: '' };

/** The two halves of Clearstory's key. They can be written and replaced here, never read. */
export function KeyForm({ stored, practice, onDirty }: Props) {
  const styles = useStyles();
  const toast = useToast();
  const act = useAct('settings.setClearstoryKey');
  const [typed, setTyped] = useState(nothing);
  const [tried, setTried] = useState(false);
  const dirty = typed.keyId !== '' || typed.secret !== '';
  useEffect(() => {
    onDirty(dirty);
    return () => onDirty(false);
  }, [dirty, onDirty]);
  const missing = typed.keyId.trim() === '' || typed.secret.trim() === '';
  const problemOf = (half: string) =>
    tried && half.trim() === ''
      ? {
          validationMessage: 'Both halves are needed: a key is replaced as a whole.',
          validationState: 'error' as const,
        }
      : {};
  const forget = () => {
    setTyped(nothing);
    setTried(false);
    act.clear();
  };
  const save = async () => {
    setTried(true);
    if (missing) return;
    const answer = await act.run({ keyId: typed.keyId.trim(), secret: typed.secret.trim() });
    if (!answer.ok) return;
    forget();
    toast('The key is stored.', 'success', 'It cannot be shown again. Press Test to try it.');
  };
  return (
    <FormFrame
      label="Key of Clearstory"
      title="Key"
      dirty={dirty}
      busy={act.busy}
      wrong={tried && missing ? 'Enter both halves of the key first.' : null}
      failure={act.failure}
      onSave={save}
      onDiscard={forget}
    >
      <StateBadge
        kind={stored ? 'ok' : 'warning'}
        word={
          stored
            ? 'A key is stored. What you enter here replaces it.'
            : 'No key is stored yet: Clearstory cannot be read.'
        }
      />
      <div className={styles.fields}>
        <Field label="Key ID" {...problemOf(typed.keyId)}>
          <Input
            spellCheck={false}
            autoComplete="off"
            maxLength={200}
            placeholder={stored ? 'Stored, not shown' : ''}
            value={typed.keyId}
            onChange={(_, { value }) => setTyped({ ...typed, keyId: value })}
          />
        </Field>
        <Field
          label="Secret"
          hint={
            practice
              ? 'The practice Clearstory has its key already; another one is forgotten at the next start.'
              : 'Kept encrypted or in a file only its owner can read; never shown again.'
          }
          {...problemOf(typed.secret)}
        >
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
