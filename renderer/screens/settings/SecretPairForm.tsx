import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '#shared/domain/failure.ts';
import { fieldProblem } from '../../components/fieldProblem.ts';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { FormFrame } from './FormFrame.tsx';
import { useReportDirty } from './useReportDirty.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
  },
});

type SecretPair = { readonly id: string; readonly secret: string };

type Props = {
  /** For those who hear the form, and its heading. */
  readonly label: string;
  readonly title: string;
  readonly idLabel: string;
  readonly secretLabel: string;
  readonly secretHint: string;
  readonly stored: boolean;
  readonly storedWords: string;
  readonly missingWords: string;
  /** Said when only one half was entered, under the fields and on the button. */
  readonly bothWords: string;
  readonly savedWords: string;
  readonly savedHint: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onClear: () => void;
  /** Out: whether both were stored. */
  readonly onStore: (typed: SecretPair) => Promise<boolean>;
  readonly onDirty: (dirty: boolean) => void;
};

const nothing: SecretPair = { id: '', secret: '' };

/** The two halves of what opens a cloud. They can be written and replaced here, never read. */
export function SecretPairForm(props: Props) {
  const { stored, busy, failure, onClear, onStore, onDirty, bothWords } = props;
  const styles = useStyles();
  const toast = useToast();
  const [typed, setTyped] = useState(nothing);
  const [tried, setTried] = useState(false);
  const dirty = typed.id !== '' || typed.secret !== '';
  useReportDirty(dirty, onDirty);
  const missing = typed.id.trim() === '' || typed.secret.trim() === '';
  const problemOf = (half: string) => fieldProblem(tried && half.trim() === '' ? bothWords : null);
  const forget = () => {
    setTyped(nothing);
    setTried(false);
    onClear();
  };
  const save = async () => {
    setTried(true);
    if (missing || !(await onStore({ id: typed.id.trim(), secret: typed.secret.trim() }))) return;
    forget();
    toast(props.savedWords, 'success', props.savedHint);
  };
  return (
    <FormFrame
      label={props.label}
      title={props.title}
      dirty={dirty}
      busy={busy}
      wrong={tried && missing ? bothWords : null}
      failure={failure}
      onSave={save}
      onDiscard={forget}
    >
      <StateBadge kind={stored ? 'ok' : 'warning'} word={stored ? props.storedWords : props.missingWords} />
      <div className={styles.fields}>
        <Field label={props.idLabel} {...problemOf(typed.id)}>
          <Input
            spellCheck={false}
            autoComplete="off"
            maxLength={200}
            placeholder={stored ? 'Stored, not shown' : ''}
            value={typed.id}
            onChange={(_, { value }) => setTyped({ ...typed, id: value })}
          />
        </Field>
        <Field label={props.secretLabel} hint={props.secretHint} {...problemOf(typed.secret)}>
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
