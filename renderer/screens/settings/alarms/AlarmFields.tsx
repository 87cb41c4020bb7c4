import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { mailSecurities } from '#shared/domain/alarms/settings.ts';
import { fieldProblem } from '../../../components/fieldProblem.ts';
import { Lockable } from '../../../components/Lockable.tsx';
import type { AlarmDraft, DraftField, DraftProblems } from './alarmDraft.ts';

const useStyles = makeStyles({
  minutes: { width: '140px', '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
});

type FieldsProps = {
  readonly draft: AlarmDraft;
  readonly problems: DraftProblems;
  readonly onChange: (draft: AlarmDraft) => void;
};

type TextField = Exclude<keyof AlarmDraft, 'eventLog' | 'security'>;

type LineProps = FieldsProps & {
  readonly field: TextField;
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  /** Of a secret: whether one is stored; it is never shown. */
  readonly stored?: boolean;
};

/** One line of text with its lock and what is wrong with it. */
export function LineField({ draft, problems, onChange, field, path, label, hint, stored }: LineProps) {
  const styles = useStyles();
  const problem = problems[field as DraftField];
  const isMinutes = field.endsWith('Minutes');
  const secret = stored === undefined ? {} : { type: 'password' as const, autoComplete: 'new-password' };
  return (
    <Lockable path={path}>
      <Field label={label} {...(hint === undefined ? {} : { hint })} {...fieldProblem(problem)}>
        <Input
          {...secret}
          {...(isMinutes ? { className: styles.minutes, contentAfter: 'minutes', inputMode: 'numeric' as const } : {})}
          spellCheck={false}
          maxLength={500}
          placeholder={stored === true ? 'Stored, not shown' : ''}
          value={draft[field]}
          onChange={(_, { value }) => onChange({ ...draft, [field]: value })}
        />
      </Field>
    </Lockable>
  );
}

const securityWords = {
  starttls: 'Encrypted before anything is said (STARTTLS, port 587)',
  tls: 'Encrypted from the first byte (TLS, port 465)',
  none: 'Not encrypted',
} as const;

/** The mail server and who writes to whom. */
export function MailFields({ passwordStored, ...parts }: FieldsProps & { readonly passwordStored: boolean }) {
  const { draft, onChange } = parts;
  return (
    <>
      <LineField {...parts} field="server" path="alarms.email.server" label="Mail server" hint="Empty: no e-mail." />
      {draft.server.trim() === '' ? null : (
        <>
          <LineField {...parts} field="port" path="alarms.email.port" label="Port" />
          <Lockable path="alarms.email.security">
            <Field label="Encryption">
              <Select
                value={draft.security}
                onChange={(_, { value }) =>
                  onChange({ ...draft, security: mailSecurities.find((one) => one === value) ?? 'starttls' })
                }
              >
                {mailSecurities.map((one) => (
                  <option key={one} value={one}>
                    {securityWords[one]}
                  </option>
                ))}
              </Select>
            </Field>
          </Lockable>
          <LineField {...parts} field="user" path="alarms.email.user" label="User" hint="Empty: no login." />
          <LineField
            {...parts}
            field="password"
            path="alarms.email.password"
            label="Password"
            stored={passwordStored}
          />
          <LineField {...parts} field="from" path="alarms.email.from" label="From" />
          <LineField {...parts} field="to" path="alarms.email.to" label="To" hint="Several, separated by commas." />
        </>
      )}
    </>
  );
}
