import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { procoreEnvironments } from '#shared/domain/procore/procoreSettings.ts';
import { fieldProblem } from '../../../components/fieldProblem.ts';
import { Lockable } from '../../../components/Lockable.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { FormFrame } from '../FormFrame.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { useSettingsForm } from '../useSettingsForm.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
  },
});

type Environment = keyof typeof procoreEnvironments | 'custom';
const environments = [...(Object.keys(procoreEnvironments) as (keyof typeof procoreEnvironments)[]), 'custom'] as const;

/** Which Procore, and which company in it. */
export function ProcoreAccountForm({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const toast = useToast();
  const { environment, companyId, loginBase, apiBase, signIn } = value.settings.procore;
  const form = useSettingsForm(
    { environment, companyId, loginBase, apiBase, signIn },
    (settings, draft) => ({
      ...settings,
      procore: { ...settings.procore, ...draft, companyId: draft.companyId.trim() },
    }),
    onDirty,
  );
  const wrong = /^\d{0,18}$/.test(form.draft.companyId.trim())
    ? null
    : 'The company number has digits only, at most 18.';
  const save = async () => {
    if (await form.save(wrong !== null)) toast('The company in Procore is saved.');
  };
  const text = (field: 'loginBase' | 'apiBase', label: string) => (
    <Lockable path={`procore.${field}`}>
      <Field
        label={label}
        hint="Only encrypted addresses are taken. At another one the stored credentials are forgotten."
      >
        <Input
          type="url"
          spellCheck={false}
          autoComplete="off"
          value={form.draft[field]}
          onChange={(_, data) => form.change({ ...form.draft, [field]: data.value })}
        />
      </Field>
    </Lockable>
  );
  return (
    <FormFrame
      label="Company in Procore"
      title="Company"
      dirty={form.dirty}
      busy={form.busy}
      wrong={form.tried ? wrong : null}
      failure={form.failure}
      onSave={save}
      onDiscard={form.discard}
    >
      <div className={styles.fields}>
        <Lockable path="procore.environment">
          <Field label="Environment">
            <Select
              value={form.draft.environment}
              onChange={(_, data) => form.change({ ...form.draft, environment: data.value as Environment })}
            >
              {environments.map((name) => (
                <option key={name} value={name}>
                  {name === 'custom' ? 'Other addresses' : procoreEnvironments[name].words}
                </option>
              ))}
            </Select>
          </Field>
        </Lockable>
        <Lockable path="procore.companyId">
          <Field
            label="Company number"
            hint="It stands in the address of Procore’s pages. Empty: Procore is not used."
            {...fieldProblem(wrong)}
          >
            <Input
              inputMode="numeric"
              autoComplete="off"
              value={form.draft.companyId}
              onChange={(_, data) => form.change({ ...form.draft, companyId: data.value })}
            />
          </Field>
        </Lockable>
        <Lockable path="procore.signIn">
          <Field
            label="Log in"
            hint="A service account needs nobody at the screen; a person's login is renewed by itself until it ends."
          >
            <Select
              value={form.draft.signIn}
              onChange={(_, data) =>
                form.change({ ...form.draft, signIn: data.value === 'person' ? 'person' : 'serviceAccount' })
              }
            >
              <option value="serviceAccount">As a service account</option>
              <option value="person">As a person</option>
            </Select>
          </Field>
        </Lockable>
        {form.draft.environment === 'custom' ? (
          <>
            {text('loginBase', 'Address that gives out tokens')}
            {text('apiBase', 'Address of the REST API')}
          </>
        ) : null}
      </div>
    </FormFrame>
  );
}
