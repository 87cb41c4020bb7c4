import { Field, Input, makeStyles, Radio, RadioGroup, Select, Switch } from '@fluentui/react-components';
import { canTrustUnchecked, certificateWords, encryptions, encryptionWords } from '#shared/domain/sageConnection.ts';
import type { CompanyDraft, DraftProblems } from './companyDraft.ts';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', rowGap: '12px' } });

type Props = {
  readonly draft: CompanyDraft;
  readonly problems: DraftProblems;
  readonly passwordStored: boolean;
  readonly onChange: (change: Partial<CompanyDraft>) => void;
};

/** How the company's database on SQL Server is reached. */
export function ConnectionFields({ draft, problems, passwordStored, onChange }: Props) {
  const styles = useStyles();
  const wrong = (field: keyof CompanyDraft) =>
    problems[field] === undefined ? {} : { validationMessage: problems[field], validationState: 'error' as const };
  const text = (field: 'server' | 'database' | 'user') => ({
    spellCheck: false,
    autoComplete: 'off',
    maxLength: 200,
    value: draft[field],
    onChange: (_: unknown, { value }: { readonly value: string }) => onChange({ [field]: value }),
  });
  return (
    <div className={styles.fields}>
      <Field label="Server" hint="As Sage’s own setup names it, usually MACHINE\SAGE100CON." {...wrong('server')}>
        <Input {...text('server')} />
      </Field>
      <Field label="Database" hint="The company’s name in Sage’s Database Administration." {...wrong('database')}>
        <Input {...text('database')} />
      </Field>
      <Field label="Login">
        <RadioGroup
          layout="horizontal"
          value={draft.login}
          onChange={(_, { value }) => onChange({ login: value === 'sql' ? 'sql' : 'windows' })}
        >
          <Radio value="windows" label="Windows" />
          <Radio value="sql" label="SQL Server login" />
        </RadioGroup>
      </Field>
      {draft.login === 'windows' ? null : (
        <>
          <Field label="User" {...wrong('user')}>
            <Input {...text('user')} />
          </Field>
          <Field label="Password" hint="Kept in this computer’s safe place; never shown again." {...wrong('password')}>
            <Input
              type="password"
              autoComplete="new-password"
              maxLength={200}
              placeholder={passwordStored ? 'Stored, not shown' : ''}
              value={draft.password}
              onChange={(_, { value }) => onChange({ password: value })}
            />
          </Field>
        </>
      )}
      <Field label="Encryption" hint={encryptionWords[draft.encrypt].meaning}>
        <Select
          value={draft.encrypt}
          onChange={(_, { value }) => {
            const encrypt = encryptions.find((one) => one === value);
            if (encrypt !== undefined) onChange({ encrypt });
          }}
        >
          {encryptions.map((one) => (
            <option key={one} value={one}>
              {encryptionWords[one].label}
            </option>
          ))}
        </Select>
      </Field>
      {canTrustUnchecked(draft.encrypt) ? (
        <Field hint={certificateWords[draft.trust ? 'trust' : 'check'].meaning}>
          <Switch
            label={certificateWords.trust.label}
            checked={draft.trust}
            onChange={(_, { checked }) => onChange({ trust: checked })}
          />
        </Field>
      ) : null}
    </div>
  );
}
