import { Lockable } from '../../components/Lockable.tsx';
import { DefaultsFields } from '../../components/mappingDefaults/DefaultsFields.tsx';
import {
  countDefaultsProblems,
  defaultsOfDraft,
  defaultsProblems,
  draftOfDefaults,
} from '../../components/mappingDefaults/defaultsDraft.ts';
import { StatusMapFields } from '../../components/mappingDefaults/StatusMapFields.tsx';
import { TemplateGrid } from '../../components/mappingDefaults/TemplateGrid.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { FormFrame } from './FormFrame.tsx';
import { SectionHeading } from './SectionHeading.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useSettingsForm } from './useSettingsForm.ts';

/** What a new mapping starts with. */
export function DefaultsSection({ value, onDirty }: SectionProps) {
  const toast = useToast();
  const form = useSettingsForm(
    draftOfDefaults(value.settings.defaults),
    (settings, draft) => ({ ...settings, defaults: defaultsOfDraft(draft) }),
    onDirty,
  );
  const problems = defaultsProblems(form.draft);
  const wrong = countDefaultsProblems(problems);
  const shown = form.tried ? problems : null;
  const save = async () => {
    if (await form.save(wrong > 0)) toast('The defaults are saved.', 'success', 'New mappings start with them.');
  };
  return (
    <>
      <SectionHeading title="Defaults for new mappings">
        What a project starts with when it is mapped to a Sage job. Each project can have its own; projects that are
        mapped already keep theirs.
      </SectionHeading>
      <FormFrame
        label="Defaults for new mappings"
        dirty={form.dirty}
        busy={form.busy}
        wrong={
          form.tried && wrong > 0
            ? `${wrong === 1 ? 'One field needs' : `${wrong} fields need`} correcting first.`
            : null
        }
        failure={form.failure}
        onSave={save}
        onDiscard={form.discard}
      >
        <DefaultsFields
          draft={form.draft}
          lists={{ phases: null, changeOrderTypes: value.changeOrderTypes, costTypes: value.costTypes }}
          job=""
          problem={shown?.primeCostCode}
          onChange={form.change}
        />
        <StatusMapFields draft={form.draft} onChange={form.change} />
        <Lockable path="defaults.template">
          <TemplateGrid
            draft={form.draft}
            job=""
            costTypes={value.costTypes}
            problems={shown?.template}
            onChange={form.change}
          />
        </Lockable>
      </FormFrame>
    </>
  );
}
