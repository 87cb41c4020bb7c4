import { mergeClasses } from '@fluentui/react-components';
import { Money } from '../../../components/Money.tsx';
import { addBudget, type CorFacts } from '../draft/lineEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { AddLineButton } from '../fields/AddLineButton.tsx';
import { useGridStyles } from '../fields/gridStyles.ts';
import { useTableStyles } from '../fields/tableStyles.ts';
import type { CorAllocation } from './useAllocations.ts';

type Props = { readonly cor: CorFacts; readonly allocation: CorAllocation };

/** Below one COR's budget lines: another line, and what they add up to. */
export function BudgetFoot({ cor, allocation }: Props) {
  const styles = useGridStyles();
  const table = useTableStyles();
  const { draft, edit } = useWizard();
  return (
    <tr>
      <td />
      <td colSpan={2} className={styles.add}>
        <AddLineButton
          cor={cor.number}
          onAdd={() => {
            const known = new Set(draft.budget.map(({ id }) => id));
            return edit(addBudget(cor.id)).budget.find(({ id }) => !known.has(id))?.id ?? null;
          }}
        />
      </td>
      <td className={mergeClasses(table.total, styles.right)}>
        <Money amount={allocation.shares} />
      </td>
      <td />
      <td className={mergeClasses(table.total, styles.right)}>
        <Money amount={allocation.budget} />
      </td>
      <td colSpan={5} />
    </tr>
  );
}
