import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { HostResponseOf } from '#shared/contract/companies.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { useHostRequest } from '../../../api/useHostRequest.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { InstantText } from '../../../components/InstantText.tsx';
import { type ListColumn, ListTable } from '../../../components/ListTable.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { Section } from '../../../components/Section.tsx';
import { BackupForm } from './BackupForm.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';

const useStyles = makeStyles({
  acts: { display: 'flex', columnGap: '8px', margin: '8px 0 12px' },
  list: { marginBottom: '24px' },
});

type Backup = HostResponseOf<'backups.list'>['backups'][number];

const reasonWords: Readonly<Record<Backup['reason'], string>> = {
  daily: 'Every day',
  asked: 'Asked for',
  beforeRestore: 'Before a restore',
};

const columns: readonly ListColumn<Backup>[] = [
  { id: 'at', header: 'Made', cell: ({ at }) => <InstantText instant={at} show="absolute" />, width: 'medium' },
  { id: 'reason', header: 'Why', cell: ({ reason }) => reasonWords[reason], width: 'narrow' },
  { id: 'computer', header: 'Computer', cell: ({ computer }) => computer, width: 'narrow' },
  { id: 'transfers', header: 'Transfers', cell: ({ counts }) => counts.transfers, width: 'narrow', align: 'end' },
  { id: 'links', header: 'Links', cell: ({ counts }) => counts.links, width: 'narrow', align: 'end' },
  {
    id: 'size',
    header: 'Size',
    cell: ({ bytes }) => `${Math.ceil(bytes / 1024).toLocaleString('en-US')} kB`,
    width: 'narrow',
    align: 'end',
  },
];

type Props = {
  readonly id: CompanyId;
  readonly name: string;
  /** Given where the form stands below the list. */
  readonly onDirty?: (dirty: boolean) => void;
};

/** The backups of a company, which may not be open: asked of the installation. */
export function BackupList({ id, name, onDirty }: Props) {
  const styles = useStyles();
  const { value: listed, failure, refresh } = useHostRequest('backups.list', { id });
  const make = useHostAct('backups.now');
  const [chosen, setChosen] = useState<string | null>(null);
  const backUp = async () => {
    await make.run({ id });
    refresh();
  };
  const trouble = listed?.trouble ?? null;
  return (
    <Section title="Backups">
      {failure === null ? null : <FailureMessage failure={failure} />}
      {make.failure === null ? null : <FailureMessage failure={make.failure} />}
      {trouble === null ? null : (
        <MessageBar intent="error">
          <MessageBarBody>{trouble.sentence}</MessageBarBody>
        </MessageBar>
      )}
      {listed === null ? null : (
        <p>
          They are in {listed.folder}; the last {listed.settings.keep} are kept. Choose one to see what it holds, and to
          restore it.
        </p>
      )}
      <div className={styles.acts}>
        <ReasonedButton reason={make.busy ? 'A backup is being made.' : null} onClick={() => void backUp()}>
          Back up now
        </ReasonedButton>
      </div>
      {listed === null || listed.backups.length === 0 ? (
        <p>There is no backup yet.</p>
      ) : (
        <div className={styles.list}>
          <ListTable
            label="Backups"
            columns={columns}
            rows={listed.backups}
            rowKey={(backup) => backup.name}
            rowLabel={(backup) => backup.name}
            onOpen={(backup) => setChosen(backup.name)}
            openKey={chosen}
          />
        </div>
      )}
      {listed === null || listed.undescribed.length === 0 ? null : (
        <Undescribed names={listed.undescribed} onChoose={setChosen} />
      )}
      {chosen === null ? null : (
        <RestoreDialog
          key={chosen}
          id={id}
          company={name}
          name={chosen}
          onClose={() => setChosen(null)}
          onDone={refresh}
        />
      )}
      {listed === null || onDirty === undefined ? null : (
        <BackupForm value={listed} onDirty={onDirty} onSaved={refresh} />
      )}
    </Section>
  );
}

/** Copied here without the small file beside them: not in the list, and not lost. */
function Undescribed({
  names,
  onChoose,
}: {
  readonly names: readonly string[];
  readonly onChoose: (name: string) => void;
}) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Backups without the small file (.json) that says what they hold</MessageBarTitle>
        {names.map((name) => (
          <div key={name}>
            <Link as="button" onClick={() => onChoose(name)}>
              {name}
            </Link>
          </div>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}
