import { Checkbox, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { parseMoney } from '#shared/domain/money.ts';
import type { ProcoreSettings } from '#shared/domain/procore/procoreSettings.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { fieldProblem } from '../../../components/fieldProblem.ts';
import { Lockable } from '../../../components/Lockable.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { FormFrame } from '../FormFrame.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { useSettingsForm } from '../useSettingsForm.ts';
import { Approvers } from './Approvers.tsx';
import { ruleChecks, ruleTexts } from './ruleFields.ts';
import { VendorTypes } from './VendorTypes.tsx';

const useStyles = makeStyles({
  checks: { display: 'flex', flexDirection: 'column', rowGap: '2px', maxWidth: '84ch' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
  },
});

/** How items cross: numbers, ledger accounts, who accepts. */
export function ProcoreRulesForm({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const toast = useToast();
  const templates = useRequest('procore.templates', {}, ['settings']).value?.templates ?? [];
  const form = useSettingsForm(
    value.settings.procore,
    (settings, procore) => ({ ...settings, procore: { ...procore, ...accountOf(settings.procore) } }),
    onDirty,
  );
  const { draft } = form;
  const limit = draft.twoPersonsFrom.trim();
  const wrong =
    limit === '' || parseMoney(limit) !== null ? null : `${limit} is not an amount: write it like 25000.00.`;
  const save = async () => {
    if (await form.save(wrong !== null)) toast('The rules of Procore are saved.');
  };
  return (
    <FormFrame
      label="Rules of Procore"
      title="Rules"
      dirty={form.dirty}
      busy={form.busy}
      wrong={form.tried ? wrong : null}
      failure={form.failure}
      onSave={save}
      onDiscard={form.discard}
    >
      <div className={styles.checks}>
        {ruleChecks.map(({ path, label, read, write }) => (
          <Lockable key={path} path={path}>
            <Checkbox
              label={label}
              checked={read(draft)}
              onChange={(_, { checked }) => form.change(write(draft, checked === true))}
            />
          </Lockable>
        ))}
      </div>
      <div className={styles.fields}>
        <Lockable path="procore.template">
          <Field label="Project template" hint="For projects that are made from Sage jobs.">
            <Select value={draft.template} onChange={(_, data) => form.change({ ...draft, template: data.value })}>
              <option value="">No template</option>
              {templates.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </Lockable>
        <Lockable path="procore.vendorTypes">
          <VendorTypes types={value.vendorTypes} draft={draft} onChange={form.change} />
        </Lockable>
        {ruleTexts.map(({ field, label, hint }) => (
          <Lockable key={field} path={`procore.${field}`}>
            <Field label={label} hint={hint} {...fieldProblem(field === 'twoPersonsFrom' ? wrong : null)}>
              <Input value={draft[field]} onChange={(_, data) => form.change({ ...draft, [field]: data.value })} />
            </Field>
          </Lockable>
        ))}
      </div>
      <Approvers draft={draft} onChange={form.change} />
    </FormFrame>
  );
}

/** What the other form of this page saves by itself. */
function accountOf({ environment, companyId, loginBase, apiBase, signIn }: ProcoreSettings) {
  return { environment, companyId, loginBase, apiBase, signIn };
}
