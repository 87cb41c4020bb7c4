import { useAct } from '../../../api/useAct.ts';
import { SecretPairForm } from '../SecretPairForm.tsx';

type Props = { readonly stored: boolean; readonly onDirty: (dirty: boolean) => void };

/** The credentials of the data connection app. */
export function ProcoreCredentialsForm({ stored, onDirty }: Props) {
  const act = useAct('procore.setCredentials');
  return (
    <SecretPairForm
      label="Credentials of Procore"
      title="Credentials"
      idLabel="Client ID"
      secretLabel="Client secret"
      secretHint="Kept encrypted or in a file only its owner can read; never shown again."
      stored={stored}
      storedWords="Credentials are stored. What you enter here replaces them."
      missingWords="No credentials are stored yet: Procore cannot be read."
      bothWords="Both are needed: client ID and client secret are replaced together."
      savedWords="The credentials are stored."
      savedHint="They cannot be shown again. Press Test to try them."
      busy={act.busy}
      failure={act.failure}
      onClear={act.clear}
      onStore={async ({ id, secret }) => (await act.run({ clientId: id, secret })).ok}
      onDirty={onDirty}
    />
  );
}
