import { useState } from 'react';
import { ConnectionTest } from '../ConnectionTest.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { useReportDirty } from '../useReportDirty.ts';
import { ProcoreAccountForm } from './ProcoreAccountForm.tsx';
import { ProcoreCredentialsForm } from './ProcoreCredentialsForm.tsx';
import { ProcoreLogin } from './ProcoreLogin.tsx';

/** Which company of Procore, the credentials that open it, and the test of both. `blocked`: something else on the screen is not saved. */
export function ProcoreConnection({ value, onDirty, blocked = false }: SectionProps & { readonly blocked?: boolean }) {
  const [accountDirty, setAccountDirty] = useState(false);
  const [credentialsDirty, setCredentialsDirty] = useState(false);
  const dirty = accountDirty || credentialsDirty;
  useReportDirty(dirty, onDirty);
  return (
    <>
      <ProcoreAccountForm value={value} onDirty={setAccountDirty} />
      <ProcoreCredentialsForm stored={value.procoreKeyStored} onDirty={setCredentialsDirty} />
      {value.settings.procore.signIn === 'person' ? <ProcoreLogin loggedIn={value.procoreLoggedIn} /> : null}
      <ConnectionTest
        side="procore"
        name="Procore"
        note={dirty || blocked ? 'Save or discard first: the test uses what is saved.' : null}
      />
    </>
  );
}
