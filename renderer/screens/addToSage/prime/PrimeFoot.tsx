import { mergeClasses } from '@fluentui/react-components';
import { isZero, parseMoney, subtractMoney, sumMoney, zero } from '#shared/domain/money.ts';
import { Money } from '../../../components/Money.tsx';
import { addPrime, type CorFacts } from '../draft/lineEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { AddLineButton } from '../fields/AddLineButton.tsx';
import { useGridStyles } from '../fields/gridStyles.ts';
import { useTableStyles } from '../fields/tableStyles.ts';

/** Below one COR's prime lines: another line, what they add up to, and what Clearstory says where that differs. */
export function PrimeFoot({ cor }: { readonly cor: CorFacts }) {
  const styles = useGridStyles();
  const table = useTableStyles();
  const { draft, edit } = useWizard();
  const lines = draft.prime.filter(({ corId }) => corId === cor.id);
  const requested = sumMoney(lines.map((line) => parseMoney(line.requested) ?? zero));
  // A cost without a prime line lacks none.
  const compared = cor.receivedFrom === null || lines.length > 0;
  const approved = sumMoney(lines.map((line) => parseMoney(line.approved) ?? zero));
  return (
    <tr>
      <td />
      <td className={styles.add}>
        <AddLineButton
          cor={cor.number}
          onAdd={() => {
            const known = new Set(draft.prime.map(({ id }) => id));
            return edit(addPrime(cor)).prime.find(({ id }) => !known.has(id))?.id ?? null;
          }}
        />
      </td>
      <td className={mergeClasses(table.total, styles.right)}>
        <CorTotal lines={requested} cor={compared ? cor.requested : requested} />
      </td>
      <td className={mergeClasses(table.total, styles.right)}>
        <CorTotal lines={approved} cor={compared && draft.header.status === '1' ? cor.effective : approved} />
      </td>
      <td colSpan={3} />
    </tr>
  );
}

/** The sum of the lines, and the COR's own amount where the two differ. */
function CorTotal({ lines, cor }: { readonly lines: string; readonly cor: string }) {
  const styles = useGridStyles();
  const amount = parseMoney(cor) ?? zero;
  return (
    <>
      <Money amount={lines} />
      {isZero(subtractMoney(lines, amount)) ? null : (
        <div className={styles.off}>
          COR <Money amount={amount} inline />
        </div>
      )}
    </>
  );
}
