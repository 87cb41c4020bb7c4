import { useAct } from '../../api/useAct.ts';
import { SecretPairForm } from './SecretPairForm.tsx';

type Props = {
  readonly stored: boolean;
  readonly practice: boolean;
  readonly onDirty: (dirty: boolean) => void;
};

/** The two halves of Clearstory's key. */
export function KeyForm({ stored, practice, onDirty }: Props) {
  const act = useAct('settings.setClearstoryKey');
  return (
    <SecretPairForm
      label="Key of Clearstory"
      title="Key"
      idLabel="Key ID"
      secretLabel="Secret"
      secretHint={
        practice
          ? 'The practice Clearstory has its key already; another one is forgotten at the next start.'
          : 'Kept encrypted or in a file only its owner can read; never shown again.'
      }
      stored={stored}
      storedWords="A key is stored. What you enter here replaces it."
      missingWords="No key is stored yet: Clearstory cannot be read."
      bothWords="Both halves are needed: a key is replaced as a whole."
      savedWords="The key is stored."
      savedHint="It cannot be shown again. Press Test to try it."
      busy={act.busy}
      failure={act.failure}
      onClear={act.clear}
      onStore={async ({ id, secret }) => (await act.run({ keyId: id, secret })).ok}
      onDirty={onDirty}
    />
  );
}
