import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { AddressForm } from './AddressForm.tsx';
import { ConnectionTest } from './ConnectionTest.tsx';
import { KeyForm } from './KeyForm.tsx';
import { PracticeNote } from './PracticeNote.tsx';
import { isThisComputer } from './practice.ts';
import { SectionHeading } from './SectionHeading.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useReportDirty } from './useReportDirty.ts';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '28px' },
});

/** Where Clearstory is, and the key that opens it. */
export function ClearstorySection({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const [addressDirty, setAddressDirty] = useState(false);
  const [keyDirty, setKeyDirty] = useState(false);
  const dirty = addressDirty || keyDirty;
  useReportDirty(dirty, onDirty);
  const practice = value.sage.kind === 'sample' && isThisComputer(value.settings.clearstory.baseUrl);
  return (
    <>
      <SectionHeading title="Clearstory">
        Where change order requests come from, and the key that lets Plumbline read them. Clearstory gives out keys
        under its company settings.
      </SectionHeading>
      <div className={styles.parts}>
        {practice ? (
          <PracticeNote address={value.settings.clearstory.baseUrl} />
        ) : (
          <AddressForm value={value} onDirty={setAddressDirty} />
        )}
        <KeyForm stored={value.clearstoryKeyStored} practice={practice} onDirty={setKeyDirty} />
        <ConnectionTest
          side="clearstory"
          name="Clearstory"
          note={dirty ? 'Save or discard first: the test uses what is saved.' : null}
        />
      </div>
    </>
  );
}
