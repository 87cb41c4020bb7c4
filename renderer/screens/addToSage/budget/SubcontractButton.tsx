import { ToggleButton, Tooltip } from '@fluentui/react-components';
import { DocumentArrowRight16Regular } from '@fluentui/react-icons';
import type { BudgetDraft } from '#shared/domain/draft.ts';
import { changeBudget } from '../draft/lineEdits.ts';
import { useWizardTools } from '../draft/WizardContext.tsx';
import { useGridStyles } from '../fields/gridStyles.ts';

type Props = { readonly line: BudgetDraft; readonly lineNumber: number };

/** An empty unit: nothing chosen yet; the status most changes start with. */
const emptyUnit = { vendor: '', subcontract: '', line: '', changeNumber: '', status: '2' };

/** Opens the five subcontract fields below the line, or takes them away again. */
export function SubcontractButton({ line, lineNumber }: Props) {
  const styles = useGridStyles();
  const { edit } = useWizardTools();
  const on = line.subcontract !== null;
  const inSage = line.line !== null;
  const words = on
    ? inSage
      ? 'This line is in Sage already: it stays a change to its subcontract.'
      : 'Take the subcontract change away from this line'
    : inSage
      ? 'This line is in Sage already: a subcontract change is another line.'
      : 'Change a subcontract with this line';
  return (
    <Tooltip content={words} relationship="description" withArrow>
      <ToggleButton
        size="small"
        appearance="subtle"
        className={styles.remove}
        icon={<DocumentArrowRight16Regular />}
        aria-label={`Subcontract change, line ${lineNumber}`}
        checked={on}
        disabledFocusable={inSage}
        onClick={() => edit(changeBudget(line.id, { subcontract: on ? null : emptyUnit }))}
      />
    </Tooltip>
  );
}
