import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { BudgetDraft } from '#shared/domain/draft.ts';
import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import { addBudget, removeBudget } from '../draft/lineEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { corsOf, targetOf } from '../draft/wizardWords.ts';
import { GridBodies } from '../fields/GridBodies.tsx';
import { type GridItem, gridItemKey, gridItems, lineWanted } from '../fields/gridItems.ts';
import { onGridKey } from '../fields/gridKeys.ts';
import { useGridStyles } from '../fields/gridStyles.ts';
import { useTableStyles } from '../fields/tableStyles.ts';
import { codeNote, useCodeNames } from '../fields/useCodeNames.ts';
import { AllocationFigures } from './AllocationFigures.tsx';
import { BudgetFoot } from './BudgetFoot.tsx';
import { BudgetHead } from './BudgetHead.tsx';
import { BudgetRow } from './BudgetRow.tsx';
import { RememberButton } from './RememberButton.tsx';
import { useAllocations } from './useAllocations.ts';

const useStyles = makeStyles({
  intro: {
    display: 'flex',
    gap: '4px 16px',
    alignItems: 'start',
    justifyContent: 'space-between',
    marginBottom: '8px',
  },
  words: { color: tokens.colorNeutralForeground2, maxWidth: '110ch' },
  table: { minWidth: '1000px' },
  number: { width: '26px' },
  // Wider windows give most to the description, some to the names of codes and types.
  code: { width: 'clamp(148px, 13vw - 18px, 320px)' },
  type: { width: 'clamp(138px, 9vw, 200px)' },
  share: { width: '136px' },
  multiplier: { width: '78px' },
  amount: { width: '96px' },
  quantity: { width: '66px' },
  button: { width: '32px' },
  totals: {
    position: 'sticky',
    bottom: '-16px',
    zIndex: 1,
    padding: '8px 6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

const label = (column: string): string => columnOf(sageTables.sbcgln, column).label;

function heightOf(item: GridItem<BudgetDraft>): number {
  if (item.kind === 'head') return 65;
  if (item.kind === 'foot') return 40;
  return item.line.subcontract === null ? 47 : 155;
}

/** Step 3: where the cost goes. Cost code first, then type; share of the price × multiplier = budget amount. */
export function BudgetStep({ onRemembered }: { readonly onRemembered: () => Promise<boolean> }) {
  const styles = useStyles();
  const grid = useGridStyles();
  const table = useTableStyles();
  const { draft, facts, refusals, field, edit } = useWizard();
  const allocations = useAllocations(draft);
  const phase = targetOf(draft, facts)?.phase ?? draft.header.phase;
  const names = useCodeNames(
    draft.job,
    phase,
    draft.budget.map(({ costCode }) => costCode),
  );
  const cors = corsOf(draft, facts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the CORs follow from both
  const items = useMemo(() => gridItems(cors, draft.budget), [facts, draft.corIds, draft.budget]);
  const wanted = lineWanted(field, 'budget', draft.budget);
  const insert = (after: string | null): string | null => {
    const corId = draft.budget.find(({ id }) => id === after)?.corId ?? draft.corIds.at(-1);
    if (corId === undefined) return null;
    const known = new Set(draft.budget.map(({ id }) => id));
    return edit(addBudget(corId, after)).budget.find(({ id }) => !known.has(id))?.id ?? null;
  };
  const remove = (id: string) => {
    if (draft.budget.find((line) => line.id === id)?.line === null) edit(removeBudget(id));
  };
  return (
    <div>
      <div className={styles.intro}>
        <Text className={styles.words}>
          Where the cost goes. Each line takes a share of its request’s price; share × multiplier is the budget amount.
          A multiplier below 1 leaves the rest as margin.
        </Text>
        <RememberButton save={onRemembered} />
      </div>
      <table
        className={mergeClasses(table.table, grid.fixed, styles.table)}
        aria-label={sageTables.sbcgln.title}
        onKeyDown={(event) => onGridKey(event, { insert, remove })}
      >
        <thead>
          <tr>
            <th className={mergeClasses(table.head, table.right, styles.number)}>#</th>
            <th className={mergeClasses(table.head, styles.code)}>Sage 100 Cost Code</th>
            <th className={mergeClasses(table.head, styles.type)}>Sage 100 Cost Type</th>
            <th className={mergeClasses(table.head, styles.share)}>Share of price</th>
            <th className={mergeClasses(table.head, table.right, styles.multiplier)}>Sage 100 Multiplier</th>
            <th className={mergeClasses(table.head, table.right, styles.amount)}>{label('bdgprc')}</th>
            <th className={mergeClasses(table.head, table.right, styles.quantity)}>{label('chghrs')}</th>
            <th className={mergeClasses(table.head, table.right, styles.quantity)}>{label('chgunt')}</th>
            <th className={table.head}>{label('dscrpt')}</th>
            <td className={mergeClasses(table.head, styles.button)} />
            <td className={mergeClasses(table.head, styles.button)} />
          </tr>
        </thead>
        <GridBodies items={items} keyOf={gridItemKey} heightOf={heightOf} columns={11} wanted={wanted}>
          {(item) => {
            if (item.kind === 'line') {
              const result = allocations.byLine.get(item.line.id);
              const code = codeNote(names, item.line.costCode);
              return (
                <BudgetRow
                  line={item.line}
                  index={item.index}
                  share={result?.share ?? null}
                  amount={result?.amount ?? null}
                  problem={result?.problem ?? null}
                  problemIn={result?.problemIn ?? null}
                  refused={refusals.ofLine('budget', item.index, draft)}
                  codeName={code.name}
                  codeUnknown={code.unknown === true}
                  job={draft.job}
                  phase={phase}
                />
              );
            }
            const allocation = allocations.byCor.get(item.cor.id);
            if (allocation === undefined) return null;
            return item.kind === 'head' ? (
              <BudgetHead cor={item.cor} allocation={allocation} lines={item.lines} />
            ) : (
              <BudgetFoot cor={item.cor} allocation={allocation} />
            );
          }}
        </GridBodies>
      </table>
      {cors.length > 1 ? (
        <div className={styles.totals}>
          <AllocationFigures
            price={allocations.price}
            priceWords={`all ${cors.length} requests`}
            budget={allocations.budget}
            left={allocations.left}
            judged={draft.budget.length > 0}
          />
        </div>
      ) : null}
    </div>
  );
}
