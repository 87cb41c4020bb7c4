import { Field, Input, makeStyles, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { driverChoiceSchema } from '#shared/domain/sageConnection.ts';
import { Lockable } from '../Lockable.tsx';
import { type ConnectionDraft, withMachine } from './connectionDraft.ts';
import { type ConnectionFormProps, problemOf } from './connectionFields.ts';
import { EncryptionFields } from './EncryptionFields.tsx';
import { LoginFields } from './LoginFields.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '20px' },
  group: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '12px',
  },
  legend: { padding: 0, marginBottom: '8px', fontWeight: 600 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
  },
});

/** Where SQL Server is, who logs in, and how the connection is protected. Knows no engine: whoever shows it saves and tests. */
export function ConnectionForm(props: ConnectionFormProps) {
  const styles = useStyles();
  return (
    <div className={styles.parts}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Server</legend>
        <ServerFields {...props} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Login</legend>
        <LoginFields {...props} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Protection of the connection</legend>
        <EncryptionFields {...props} />
      </fieldset>
    </div>
  );
}

function ServerFields({ draft, problems, onChange }: ConnectionFormProps) {
  const styles = useStyles();
  const set = (change: Partial<ConnectionDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <div className={styles.columns}>
        <Lockable path="sage.connection.server">
          <Field
            label="Server"
            required
            hint="The computer that SQL Server runs on; a dot for this one."
            {...problemOf(problems, 'machine')}
          >
            <Input
              spellCheck={false}
              autoComplete="off"
              maxLength={200}
              value={draft.machine}
              onChange={(_, { value }) => onChange(withMachine(draft, value))}
            />
          </Field>
        </Lockable>
        <Lockable path="sage.connection.database">
          <Field label="Database" required hint="Sage names it as the company." {...problemOf(problems, 'database')}>
            <Input
              spellCheck={false}
              autoComplete="off"
              maxLength={128}
              value={draft.database}
              onChange={(_, { value }) => set({ database: value })}
            />
          </Field>
        </Lockable>
      </div>
      <Lockable path="sage.connection.server">
        <Field label="Found by">
          <RadioGroup
            layout="horizontal"
            value={draft.reach}
            onChange={(_, { value }) => set({ reach: value === 'port' ? 'port' : 'instance' })}
          >
            <Radio value="instance" label="Its instance name" />
            <Radio value="port" label="A fixed port" />
          </RadioGroup>
        </Field>
      </Lockable>
      <div className={styles.columns}>
        <Lockable path="sage.connection.server">
          {draft.reach === 'instance' ? (
            <Field
              label="Instance"
              hint="Usually SAGE100CON; empty for the default one. SQL Server Browser has to run."
              {...problemOf(problems, 'instance')}
            >
              <Input
                spellCheck={false}
                autoComplete="off"
                maxLength={16}
                value={draft.instance}
                onChange={(_, { value }) => set({ instance: value })}
              />
            </Field>
          ) : (
            <Field
              label="Port"
              required
              hint="Usually 1433. SQL Server Browser is not needed."
              {...problemOf(problems, 'port')}
            >
              <Input
                inputMode="numeric"
                autoComplete="off"
                maxLength={5}
                value={draft.port}
                onChange={(_, { value }) => set({ port: value })}
              />
            </Field>
          )}
        </Lockable>
        <Lockable path="sage.connection.driver">
          <Field label="ODBC driver" hint="Automatic takes the newest of Microsoft’s drivers on this computer.">
            <Select
              value={draft.driver}
              onChange={(_, { value }) => set({ driver: driverChoiceSchema.catch('automatic').parse(value) })}
            >
              {driverChoiceSchema.options.map((driver) => (
                <option key={driver} value={driver}>
                  {driver === 'automatic' ? 'Automatic' : driver}
                </option>
              ))}
            </Select>
          </Field>
        </Lockable>
      </div>
    </>
  );
}
