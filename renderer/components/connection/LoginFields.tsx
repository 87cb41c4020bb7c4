import { Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { Lockable } from '../Lockable.tsx';
import type { ConnectionDraft } from './connectionDraft.ts';
import { type ConnectionFormProps, problemOf } from './connectionFields.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
  },
});

/** Windows authentication, or a SQL login. The password can be written and replaced here, never read. */
export function LoginFields({ draft, problems, passwordStored, onChange }: ConnectionFormProps) {
  const styles = useStyles();
  const set = (change: Partial<ConnectionDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <Lockable path="sage.connection.user">
        <Field
          label="Authentication"
          hint={
            draft.authentication === 'windows'
              ? 'As the Windows user that runs Plumbline: no password to keep. That user needs a login on the server.'
              : 'With a login of SQL Server, made in Sage’s Database Administration. Its password is kept encrypted, or in a file only its owner can read.'
          }
        >
          <RadioGroup
            layout="horizontal"
            value={draft.authentication}
            onChange={(_, { value }) => set({ authentication: value === 'sql' ? 'sql' : 'windows' })}
          >
            <Radio value="windows" label="Windows" />
            <Radio value="sql" label="SQL Server" />
          </RadioGroup>
        </Field>
      </Lockable>
      {draft.authentication === 'windows' ? null : (
        <div className={styles.columns}>
          <Lockable path="sage.connection.user">
            <Field label="User" required {...problemOf(problems, 'user')}>
              <Input
                spellCheck={false}
                autoComplete="off"
                maxLength={128}
                value={draft.user}
                onChange={(_, { value }) => set({ user: value })}
              />
            </Field>
          </Lockable>
          <Field
            label="Password"
            required={!passwordStored}
            hint={
              passwordStored ? 'One is stored. What you enter here replaces it.' : 'It cannot be shown again later.'
            }
            {...problemOf(problems, 'password')}
          >
            <Input
              type="password"
              autoComplete="new-password"
              maxLength={128}
              placeholder={passwordStored ? 'Stored, not shown' : ''}
              value={draft.password}
              onChange={(_, { value }) => set({ password: value })}
            />
          </Field>
        </div>
      )}
    </>
  );
}
