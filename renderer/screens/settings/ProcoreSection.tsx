import { makeStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { ConnectionTest } from './ConnectionTest.tsx';
import { ProcoreAccountForm } from './procore/ProcoreAccountForm.tsx';
import { ProcoreCredentialsForm } from './procore/ProcoreCredentialsForm.tsx';
import { ProcoreLogin } from './procore/ProcoreLogin.tsx';
import { ProcoreRulesForm } from './procore/ProcoreRulesForm.tsx';
import { SectionHeading } from './SectionHeading.tsx';
import type { SectionProps } from './sectionProps.ts';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '28px' },
});

/** Which company of Procore, the credentials that open it, and the rules by which items cross. */
export function ProcoreSection({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const [dirty, setDirty] = useState<Readonly<Record<string, boolean>>>({});
  const anything = Object.values(dirty).some(Boolean);
  useEffect(() => {
    onDirty(anything);
    return () => onDirty(false);
  }, [anything, onDirty]);
  const mark = useCallback(
    (part: string) => (changed: boolean) =>
      setDirty((before) => (before[part] === changed ? before : { ...before, [part]: changed })),
    [],
  );
  const [onAccount] = useState(() => mark('account'));
  const [onCredentials] = useState(() => mark('credentials'));
  const [onRules] = useState(() => mark('rules'));
  return (
    <>
      <SectionHeading title="Procore">
        Projects, vendors, budgets, commitments, change orders and subcontractor invoices come from here. Plumbline logs
        in with the credentials of a data connection app that your Procore administrator installs.
      </SectionHeading>
      <div className={styles.parts}>
        <ProcoreAccountForm value={value} onDirty={onAccount} />
        <ProcoreCredentialsForm stored={value.procoreKeyStored} onDirty={onCredentials} />
        {value.settings.procore.signIn === 'person' ? <ProcoreLogin loggedIn={value.procoreLoggedIn} /> : null}
        <ConnectionTest
          side="procore"
          name="Procore"
          note={anything ? 'Save or discard first: the test uses what is saved.' : null}
        />
        <ProcoreRulesForm value={value} onDirty={onRules} />
      </div>
    </>
  );
}
