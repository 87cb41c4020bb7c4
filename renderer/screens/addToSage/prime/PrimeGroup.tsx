import { Button, mergeClasses } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { isZero, parseMoney, subtractMoney, sumMoney, zero } from '#shared/domain/money.ts';
import { Money } from '../../../components/Money.tsx';
import { type Hints, noHints } from '../draft/hints.ts';
import { addPrime, type CorFacts } from '../draft/lineEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { focusLine } from '../fields/gridKeys.ts';
import { useGridStyles } from '../fields/gridStyles.ts';
import { useTableStyles } from '../fields/tableStyles.ts';
import type { CodeNames } from '../fields/useCodeNames.ts';
import { PrimeRow } from './PrimeRow.tsx';

type Props = {
  readonly cor: CorFacts;
  readonly hints: readonly Hints[];
  readonly names: CodeNames;
  readonly phase: string;
};

/** The prime lines of one COR under its title, with what Clearstory says beside what the lines add up to. */
export function PrimeGroup({ cor, hints, names, phase }: Props) {
  const styles = useGridStyles();
  const table = useTableStyles();
  const { draft, edit, refusals } = useWizard();
  const lines = draft.prime.flatMap((line, index) => (line.corId === cor.id ? [{ line, index }] : []));
  const requested = sumMoney(lines.map(({ line }) => parseMoney(line.requested) ?? zero));
  const approved = sumMoney(lines.map(({ line }) => parseMoney(line.approved) ?? zero));
  return (
    <tbody>
      <tr>
        <th colSpan={7} scope="rowgroup" className={styles.group}>
          <span className={styles.corTitle}>
            COR {cor.number} {cor.title}
          </span>{' '}
          <span className={styles.corFacts}>{cor.statusWords}</span>
        </th>
      </tr>
      {lines.map(({ line, index }) => (
        <PrimeRow
          key={line.id}
          line={line}
          index={index}
          hints={hints[index] ?? noHints}
          refused={refusals.ofLine('prime', index, draft)}
          names={names}
          job={draft.job}
          phase={phase}
        />
      ))}
      <tr>
        <td />
        <td className={styles.add}>
          <Button
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            aria-keyshortcuts="Control+I"
            onClick={(event) => {
              const known = new Set(draft.prime.map(({ id }) => id));
              const added = edit(addPrime(cor)).prime.find(({ id }) => !known.has(id));
              const grid = event.currentTarget.closest('table');
              if (added !== undefined && grid !== null) focusLine(grid, added.id);
            }}
          >
            Add line
          </Button>
        </td>
        <td className={mergeClasses(table.total, styles.right)}>
          <CorTotal lines={requested} cor={cor.requested} words="requested" />
        </td>
        <td className={mergeClasses(table.total, styles.right)}>
          <CorTotal lines={approved} cor={draft.header.status === '1' ? cor.effective : approved} words="approved" />
        </td>
        <td colSpan={3} />
      </tr>
    </tbody>
  );
}

/** The sum of the lines, and the COR's own amount where the two differ. */
function CorTotal({ lines, cor, words }: { readonly lines: string; readonly cor: string; readonly words: string }) {
  const styles = useGridStyles();
  const amount = parseMoney(cor) ?? zero;
  const difference = subtractMoney(lines, amount);
  return (
    <>
      <Money amount={lines} />
      {isZero(difference) ? null : (
        <div className={styles.off}>
          COR {words} <Money amount={amount} inline />
        </div>
      )}
    </>
  );
}
