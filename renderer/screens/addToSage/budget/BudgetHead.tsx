import { isZero } from '#shared/domain/money.ts';
import type { CorFacts } from '../draft/lineEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { useGridStyles } from '../fields/gridStyles.ts';
import { AllocationFigures } from './AllocationFigures.tsx';
import { GroupTools } from './GroupTools.tsx';
import type { CorAllocation } from './useAllocations.ts';

type Props = { readonly cor: CorFacts; readonly allocation: CorAllocation; readonly lines: number };

/** The heading of one COR's budget lines: its figures, always in view while its lines are edited, and ways to fill them in. */
export function BudgetHead({ cor, allocation, lines }: Props) {
  const styles = useGridStyles();
  const { draft } = useWizard();
  return (
    <>
      <tr>
        <th colSpan={11} scope="rowgroup" className={styles.group}>
          <div className={styles.groupBar}>
            <span>
              <span className={styles.corTitle}>
                COR {cor.number} {cor.title}
              </span>{' '}
              <span className={styles.corFacts}>
                {cor.statusWords}
                {cor.receivedFrom === null ? '' : ` · received from ${cor.receivedFrom}`}
                {cor.totalHours === null || /^[0.]*$/.test(cor.totalHours)
                  ? ''
                  : ` · ${cor.totalHours} hours on its tags`}
              </span>
            </span>
            <GroupTools cor={cor} lines={lines} />
          </div>
          <AllocationFigures
            price={allocation.price}
            priceWords={draft.header.status === '1' ? 'approved' : 'requested'}
            budget={allocation.budget}
            left={allocation.left}
            // A cost without a prime line takes nothing from a price.
            judged={lines > 0 && (cor.receivedFrom === null || !isZero(allocation.price))}
          />
        </th>
      </tr>
      {lines > 0 ? null : (
        <tr>
          <td />
          <td colSpan={10} className={styles.nothing}>
            No budget lines yet. Without any, the job’s budget does not change.
          </td>
        </tr>
      )}
    </>
  );
}
