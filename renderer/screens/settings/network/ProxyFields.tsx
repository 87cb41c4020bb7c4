import { Field, Input, makeStyles } from '@fluentui/react-components';
import { fieldProblem } from '../../../components/fieldProblem.ts';
import { Lockable } from '../../../components/Lockable.tsx';
import type { NetworkDraft, problemOf } from './networkDraft.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: '12px', maxWidth: '480px' },
});

type Parts = {
  readonly draft: NetworkDraft;
  /** What is to be shown as wrong. */
  readonly problem: ReturnType<typeof problemOf>;
  readonly onChange: (draft: NetworkDraft) => void;
};

type TextField = 'proxy' | 'pac' | 'bypass' | 'user';

function Text({
  name,
  label,
  hint,
  longest,
  draft,
  problem,
  onChange,
}: Parts & { readonly name: TextField; readonly label: string; readonly hint: string; readonly longest: number }) {
  const wrong = fieldProblem(problem?.field === name ? problem.sentence : null);
  return (
    <Lockable path={`network.${name}`}>
      <Field label={label} hint={hint} {...wrong}>
        <Input
          spellCheck={false}
          autoComplete="off"
          maxLength={longest}
          value={draft[name]}
          onChange={(_, { value }) => onChange({ ...draft, [name]: value })}
        />
      </Field>
    </Lockable>
  );
}

/** The proxy that everything goes through, who may pass it, and what does without. */
export function ProxyFields({ passwordStored, ...parts }: Parts & { readonly passwordStored: boolean }) {
  const styles = useStyles();
  const { draft, onChange } = parts;
  return (
    <div className={styles.fields}>
      <Text
        {...parts}
        name="proxy"
        label="Proxy"
        hint="Name and port, such as proxy.office.local:8080. With https:// in front where the way to it is encrypted."
        longest={300}
      />
      <Text
        {...parts}
        name="bypass"
        label="Hosts without the proxy"
        hint="Several with commas: *.office.local, 10.*, <local> for names without a dot."
        longest={2000}
      />
      <Text {...parts} name="user" label="User" hint="Empty where the proxy asks for none." longest={200} />
      <Field label="Password" hint="Kept with the other secrets of this computer; it is never shown again.">
        <Input
          type="password"
          autoComplete="new-password"
          maxLength={200}
          placeholder={passwordStored ? 'Stored, not shown' : ''}
          value={draft.password}
          onChange={(_, { value }) => onChange({ ...draft, password: value })}
        />
      </Field>
    </div>
  );
}

export function PacField(parts: Parts) {
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <Text
        {...parts}
        name="pac"
        label="PAC file"
        hint="Its web address, such as http://wpad.office.local/proxy.pac."
        longest={500}
      />
    </div>
  );
}
