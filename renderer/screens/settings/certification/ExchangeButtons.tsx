import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { certificateFileTooLong, longestCertificateFile } from '#shared/contract/certificates.ts';
import { useAct } from '../../../api/useAct.ts';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { fileName, saveFile } from '../../../export/saveFile.ts';

/** Certificates are made on a sample company and needed where the real one is: as a file from one to the other. */
export function ExchangeButtons({ empty }: { readonly empty: boolean }) {
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const exported = useAct('certificates.export');
  const imported = useAct('certificates.import');
  const save = async () => {
    const answer = await exported.run({});
    if (!answer.ok) return toast('The certificates could not be exported.', 'error', answer.failure.sentence);
    const file = new Blob([answer.value.text], { type: 'application/json' });
    saveFile(file, fileName('Plumbline certificates', new Date().toISOString().slice(0, 10), 'json'));
  };
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    // A longer one would not even arrive.
    if (file.size > longestCertificateFile) return toast('Nothing was imported.', 'error', certificateFileTooLong);
    const answer = await imported.run({ text: await file.text() });
    if (!answer.ok) return toast('Nothing was imported.', 'error', answer.failure.sentence);
    const { imported: count, skipped } = answer.value;
    const rest = skipped === 0 ? undefined : `${skipped} were here already, or were revoked here.`;
    toast(count === 1 ? 'One certificate is imported.' : `${count} certificates are imported.`, 'success', rest);
  };
  return (
    <>
      <ReasonedButton reason={empty ? 'There is no certificate to export.' : null} onClick={() => void save()}>
        Export
      </ReasonedButton>
      <Button onClick={() => input.current?.click()}>Import …</Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="File with certificates"
        hidden
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}
