import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CorDetail } from '#shared/contract/changeOrders.ts';
import { displayCostCode } from '#shared/domain/costCode.ts';
import { parseMoney } from '#shared/domain/money.ts';
import { fixedCostTypes, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { BudgetLine, PrimeLine } from '#shared/domain/sage/facts.ts';
import { Money } from '../../../components/Money.tsx';
import { Section } from '../../../components/Section.tsx';
import { useSmallTableStyles } from '../../../components/smallTableStyles.ts';

type ChangeOrder = NonNullable<CorDetail['changeOrder']>;

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  rest: { marginTop: '4px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The lines of this COR in both grids of its change order. */
export function SageLines({ changeOrder }: { readonly changeOrder: ChangeOrder }) {
  const { prime, budget, primeLines, budgetLines } = changeOrder;
  return (
    <>
      <Section title="Prime change details in Sage">
        <Lines
          label="Prime change details"
          titles={['Line', 'Description', 'Cost code', 'Cost type', 'Requested', 'Approved']}
          rows={prime.map(primeCells)}
          total={primeLines}
        />
      </Section>
      <Section title="Budget and sub change details in Sage">
        <Lines
          label="Budget and sub change details"
          titles={['Line', 'Description', 'Cost code', 'Cost type', 'Hours', 'Amount']}
          rows={budget.map(budgetCells)}
          total={budgetLines}
        />
      </Section>
    </>
  );
}

type LineCells = { readonly key: string; readonly words: readonly string[]; readonly figures: readonly string[] };

function primeCells(line: PrimeLine): LineCells {
  return {
    key: line.line,
    words: [
      line.line,
      line.description,
      displayCostCode(line.costCode ?? ''),
      statusWords(fixedCostTypes, line.costType ?? ''),
    ],
    figures: [line.requested, line.approved],
  };
}

function budgetCells(line: BudgetLine): LineCells {
  return {
    key: line.line,
    words: [
      line.line,
      line.description,
      displayCostCode(line.costCode ?? ''),
      statusWords(fixedCostTypes, line.costType ?? ''),
    ],
    figures: [line.hours, line.amount],
  };
}

type LinesProps = {
  readonly label: string;
  readonly titles: readonly string[];
  readonly rows: readonly LineCells[];
  readonly total: number;
};

function Lines({ label, titles, rows, total }: LinesProps) {
  const table = useSmallTableStyles();
  const styles = useStyles();
  if (rows.length === 0) return <div className={styles.rest}>None of this COR’s lines is there.</div>;
  return (
    <div className={styles.frame}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            {titles.map((title, index) => (
              <th key={title} scope="col" className={mergeClasses(table.head, index >= 4 && table.end)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, words, figures }) => (
            <tr key={key}>
              {words.map((word, index) => (
                <td key={titles[index]} className={table.cell}>
                  {word === '' ? '–' : word}
                </td>
              ))}
              {figures.map((figure, index) => (
                <td key={titles[index + 4]} className={mergeClasses(table.cell, table.end)}>
                  {parseMoney(figure) === null ? figure : <Money amount={parseMoney(figure)} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length ? (
        <div
          className={styles.rest}
        >{`The first ${rows.length} of ${total} lines. All of them are in Sage 6-4-1.`}</div>
      ) : null}
    </div>
  );
}
