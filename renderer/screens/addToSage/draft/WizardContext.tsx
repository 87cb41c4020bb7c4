import { createContext, type ReactNode, useContext } from 'react';
import type { WizardContext as WizardFacts } from '#shared/contract/wizard.ts';
import type { Draft } from '#shared/domain/draft.ts';
import type { StepNumber } from './fieldPath.ts';
import type { Edit } from './headerEdits.ts';
import type { RefusalIndex } from './refusalIndex.ts';

/** What stays the same while a person types: rows that use only this are not drawn again for another row's sake. */
export type WizardTools = {
  readonly id: string;
  readonly facts: WizardFacts;
  /** Changes the draft, which is saved after a pause; answers the changed draft. */
  readonly edit: (edit: Edit) => Draft;
  /** Opens a step, with the focus in a field when one is named. */
  readonly goTo: (step: StepNumber, field?: string) => void;
};

type WizardForm = {
  readonly draft: Draft;
  /** What the engine refused when it was last asked for the plan. */
  readonly refusals: RefusalIndex;
  /** Path of the field that the focus was sent to. */
  readonly field: string | null;
};

const ToolsContext = createContext<WizardTools | null>(null);
const FormContext = createContext<WizardForm | null>(null);

type Props = { readonly tools: WizardTools; readonly form: WizardForm; readonly children: ReactNode };

export function WizardProvider({ tools, form, children }: Props) {
  return (
    <ToolsContext.Provider value={tools}>
      <FormContext.Provider value={form}>{children}</FormContext.Provider>
    </ToolsContext.Provider>
  );
}

export function useWizardTools(): WizardTools {
  const tools = useContext(ToolsContext);
  if (tools === null) throw new Error('The wizard’s parts need a WizardProvider above them');
  return tools;
}

/** Everything, the draft as it is now included. */
export function useWizard(): WizardTools & WizardForm {
  const tools = useWizardTools();
  const form = useContext(FormContext);
  if (form === null) throw new Error('The wizard’s parts need a WizardProvider above them');
  return { ...tools, ...form };
}
