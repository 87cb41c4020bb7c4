import { Button, mergeClasses } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { Money } from '../../../components/Money.tsx';
import { addBudget, type CorFacts } from '../draft/lineEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { focusLine } from '../fields/gridKeys.ts';
import { useGridStyles } from '../fields/gridStyles.ts';
import { useTableStyles } from '../fields/tableStyles.ts';
import { type CodeNames, codeNote } from '../fields/useCodeNames.ts';
import { AllocationFigures } from './AllocationFigures.tsx';
import { BudgetRow } from './BudgetRow.tsx';
import { GroupTools } from './GroupTools.tsx';
import type { CorAllocation } from './useAllocations.ts';

type Props = {
  readonly cor: CorFacts;
  readonly allocation: CorAllocation;
  readonly names: CodeNames;
  readonly phase: string;
};

/** The budget lines of one COR under its title and figures. */
export function BudgetGroup({ cor, allocation, names, phase }: Props) {
  const styles = useGridStyles();
  const table = useTableStyles();
  const { draft, edit, refusals } = useWizard();
  const lines = draft.budget.flatMap((line, index) => (line.corId === cor.id ? [{ line, index }] : []));
  const results = new Map(allocation.lines.map((line) => [line.id, line]));
  return (
    <tbody>
      <tr>
        <th colSpan={11} scope="rowgroup" className={styles.group}>
          <div className={styles.groupBar}>
            <span>
              <span className={styles.corTitle}>
                COR {cor.number} {cor.title}
              </span>{' '}
              <span className={styles.corFacts}>
                {cor.statusWords}
                {cor.totalHours === null ? '' : ` · ${cor.totalHours} hours on its tags`}
              </span>
            </span>
            <GroupTools cor={cor} lines={lines.length} />
          </div>
          <AllocationFigures
            price={allocation.price}
            priceWords={draft.header.status === '1' ? 'approved' : 'requested'}
            budget={allocation.budget}
            left={allocation.left}
          />
        </th>
      </tr>
      {lines.map(({ line, index }) => {
        const result = results.get(line.id);
        const code = codeNote(names, line.costCode);
        return (
          <BudgetRow
            key={line.id}
            line={line}
            index={index}
            share={result?.share ?? null}
            amount={result?.amount ?? null}
            problem={result?.problem ?? null}
            problemIn={result?.problemIn ?? null}
            refused={refusals.ofLine('budget', index, draft)}
            codeName={code.name}
            codeUnknown={code.unknown === true}
            job={draft.job}
            phase={phase}
          />
        );
      })}
      <tr>
        <td />
        <td colSpan={2} className={styles.add}>
          <Button
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            aria-keyshortcuts="Control+I"
            onClick={(event) => {
              const known = new Set(draft.budget.map(({ id }) => id));
              const added = edit(addBudget(cor.id)).budget.find(({ id }) => !known.has(id));
              const grid = event.currentTarget.closest('table');
              if (added !== undefined && grid !== null) focusLine(grid, added.id);
            }}
          >
            Add line
          </Button>
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
    </tbody>
  );
}
