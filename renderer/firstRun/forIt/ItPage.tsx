import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, Print20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { HostRequestOf } from '#shared/contract/companies.ts';
import { type GrantedRights, grantedRights } from '#shared/contract/firstRun.ts';
import type { CheckResult } from '#shared/contract/settings.ts';
import { dateInZone } from '#shared/domain/dates.ts';
import { useHostRequest } from '../../api/useHostRequest.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { fileName, saveFile } from '../../export/saveFile.ts';
import { useAppStore } from '../../store/StoreContext.tsx';
import { useNow } from '../../store/useNow.ts';
import { ItPaper } from './ItPaper.tsx';
import { type ForIt, itParts, itText, rightsWords } from './itWords.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  asked: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
    '@media print': { display: 'none' },
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
  hint: { color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly about: HostRequestOf<'firstRun.forIt'>['about'];
  readonly found: readonly CheckResult[];
};

/** The page that is handed to IT: copied, downloaded or printed. */
export function ItPage({ about, found }: Props) {
  const styles = useStyles();
  const [login, setLogin] = useState('');
  const [rights, setRights] = useState<GrantedRights>('no');
  const asked = useHostRequest('firstRun.forIt', { about, login: login.trim() === '' ? null : login.trim(), rights });
  return (
    <div className={styles.page}>
      <div className={styles.asked}>
        <Field label="Rights" hint="Reading is enough to begin with.">
          <Select
            value={rights}
            onChange={(_, { value }) => setRights(grantedRights.find((one) => one === value) ?? 'no')}
          >
            {grantedRights.map((one) => (
              <option key={one} value={one}>
                {rightsWords[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Login that gets them" hint="A Windows account or group as OFFICE\name, or a SQL login.">
          <Input
            spellCheck={false}
            autoComplete="off"
            maxLength={128}
            value={login}
            placeholder={asked.value?.login ?? ''}
            onChange={(_, { value }) => setLogin(value)}
          />
        </Field>
      </div>
      {asked.failure === null ? null : <FailureMessage failure={asked.failure} />}
      {asked.value === null ? (
        asked.failure === null ? (
          <Loading label="Filling in the page" />
        ) : null
      ) : (
        <Filled facts={asked.value} rights={rights} found={found} />
      )}
    </div>
  );
}

type FilledProps = { readonly facts: ForIt; readonly rights: GrantedRights; readonly found: readonly CheckResult[] };

function Filled({ facts, rights, found }: FilledProps) {
  const styles = useStyles();
  const now = useNow();
  const timeZone = useAppStore((state) => state.info?.timeZone ?? 'UTC');
  const parts = itParts(facts, rights, found);
  const save = (text: string, title: string, extension: string) =>
    saveFile(new Blob([text], { type: 'text/plain' }), fileName(title, dateInZone(now, timeZone), extension));
  const script = facts.scripts.map(({ text }) => text).join('\n');
  return (
    <>
      <div className={styles.acts}>
        <CopyButton text={itText(parts, facts.scripts)} what="the page for IT" />
        <Button
          size="small"
          icon={<ArrowDownload20Regular />}
          onClick={() => save(itText(parts, facts.scripts), 'Plumbline for IT', 'txt')}
        >
          Download the page
        </Button>
        <Button
          size="small"
          icon={<ArrowDownload20Regular />}
          onClick={() => save(script, `Plumbline rights ${facts.database}`, 'sql')}
        >
          Download the script
        </Button>
        <Button size="small" icon={<Print20Regular />} onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <ItPaper parts={parts} scripts={facts.scripts} />
    </>
  );
}
