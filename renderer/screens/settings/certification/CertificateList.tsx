import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useAct } from '../../../api/useAct.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { Section } from '../../../components/Section.tsx';
import { CertificateTable, type ListedCertificate } from './CertificateTable.tsx';
import { ExchangeButtons } from './ExchangeButtons.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' } });

/** What has been certified for this company, with export, import and revoking. */
export function CertificateList() {
  const styles = useStyles();
  const list = useRequest('certificates.list', {}, ['settings']);
  const revoke = useAct('certificates.revoke');
  const [asking, setAsking] = useState<ListedCertificate | null>(null);
  const confirm = async (reason: string) => {
    if (asking === null) return;
    const done = await revoke.run({ id: asking.certificate.id, reason });
    if (done.ok) setAsking(null);
  };
  const certificates = list.value?.certificates ?? null;
  return (
    <Section title="Certificates of this company">
      {list.failure === null ? null : <FailureMessage failure={list.failure} onRetry={list.refresh} />}
      {certificates === null ? (
        list.failure === null ? (
          <Loading label="Reading the certificates" />
        ) : null
      ) : certificates.length === 0 ? (
        <p>
          None yet. Compare with hand entry below, or import certificates that were made on a company of the same
          version.
        </p>
      ) : (
        <CertificateTable
          certificates={certificates}
          act={(one) => (
            <Button size="small" onClick={() => setAsking(one)}>
              Revoke …
            </Button>
          )}
        />
      )}
      <div className={styles.acts}>
        <ExchangeButtons empty={certificates === null || certificates.length === 0} />
      </div>
      <ConfirmDialog
        open={asking !== null}
        title="Revoke this certificate?"
        sentence="What it allowed is no longer written directly. It stays in History, and cannot be imported again here."
        reasonLabel="Why"
        confirmWord="Revoke it"
        busy={revoke.busy}
        failure={revoke.failure}
        onConfirm={(reason) => void confirm(reason)}
        onClose={() => setAsking(null)}
      />
    </Section>
  );
}
