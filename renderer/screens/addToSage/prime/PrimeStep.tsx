import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { PrimeDraft } from '#shared/domain/draft.ts';
import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import { noHints, primeHints } from '../draft/hints.ts';
import { addPrime, removePrime } from '../draft/lineEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { corsOf, targetOf } from '../draft/wizardWords.ts';
import { GridBodies } from '../fields/GridBodies.tsx';
import { type GridItem, gridItemKey, gridItems, lineWanted } from '../fields/gridItems.ts';
import { onGridKey } from '../fields/gridKeys.ts';
import { useGridStyles } from '../fields/gridStyles.ts';
import { useTableStyles } from '../fields/tableStyles.ts';
import { useCodeNames } from '../fields/useCodeNames.ts';
import { PrimeFoot } from './PrimeFoot.tsx';
import { PrimeHead } from './PrimeHead.tsx';
import { PrimeRow } from './PrimeRow.tsx';
import { PrimeTotal } from './PrimeTotal.tsx';

const useStyles = makeStyles({
  intro: { display: 'block', color: tokens.colorNeutralForeground2, maxWidth: '100ch', marginBottom: '8px' },
  table: { minWidth: '860px' },
  number: { width: '30px' },
  money: { width: '128px' },
  code: { width: '190px' },
  type: { width: '150px' },
  remove: { width: '36px' },
});

const label = (column: string): string => columnOf(sageTables.pmcgln, column).label;

function heightOf(item: GridItem<PrimeDraft>): number {
  return item.kind === 'line' ? 31 : 38;
}

/** Step 2: what the client is charged, one line per COR or several. */
export function PrimeStep() {
  const styles = useStyles();
  const grid = useGridStyles();
  const table = useTableStyles();
  const { draft, facts, refusals, field, edit } = useWizard();
  const hints = useMemo(() => primeHints(draft.prime), [draft.prime]);
  const phase = targetOf(draft, facts)?.phase ?? draft.header.phase;
  const names = useCodeNames(
    draft.job,
    phase,
    draft.prime.map(({ costCode }) => costCode),
  );
  const cors = corsOf(draft, facts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the CORs follow from both
  const items = useMemo(() => gridItems(cors, draft.prime), [facts, draft.corIds, draft.prime]);
  const wanted = lineWanted(field, 'prime', draft.prime);
  const insert = (after: string | null): string | null => {
    const corId = draft.prime.find(({ id }) => id === after)?.corId ?? draft.corIds.at(-1);
    const cor = cors.find(({ id }) => id === corId);
    if (cor === undefined) return null;
    const known = new Set(draft.prime.map(({ id }) => id));
    return edit(addPrime(cor, after)).prime.find(({ id }) => !known.has(id))?.id ?? null;
  };
  const remove = (id: string) => {
    if (draft.prime.find((line) => line.id === id)?.line === null) edit(removePrime(id));
  };
  return (
    <div>
      <Text className={styles.intro}>
        What the client is charged. {label('aprprc')} amounts count once the change order is 1-Approved. Progress
        billing finds a line by its exact description, so each differs from the others and none is changed after it is
        in Sage.
      </Text>
      <table
        className={mergeClasses(table.table, grid.fixed, styles.table)}
        aria-label={sageTables.pmcgln.title}
        onKeyDown={(event) => onGridKey(event, { insert, remove })}
      >
        <thead>
          <tr>
            <th className={mergeClasses(table.head, table.right, styles.number)}>#</th>
            <th className={table.head}>{label('dscrpt')}</th>
            <th className={mergeClasses(table.head, table.right, styles.money)}>{label('reqprc')}</th>
            <th className={mergeClasses(table.head, table.right, styles.money)}>{label('aprprc')}</th>
            <th className={mergeClasses(table.head, styles.code)}>Sage 100 Cost Code</th>
            <th className={mergeClasses(table.head, styles.type)}>Sage 100 Cost Type</th>
            <td className={mergeClasses(table.head, styles.remove)} />
          </tr>
        </thead>
        <GridBodies items={items} keyOf={gridItemKey} heightOf={heightOf} columns={7} wanted={wanted}>
          {(item) => {
            if (item.kind === 'head') return <PrimeHead cor={item.cor} lines={item.lines} />;
            if (item.kind === 'foot') return <PrimeFoot cor={item.cor} />;
            return (
              <PrimeRow
                line={item.line}
                index={item.index}
                hints={hints[item.index] ?? noHints}
                refused={refusals.ofLine('prime', item.index, draft)}
                names={names}
                job={draft.job}
                phase={phase}
              />
            );
          }}
        </GridBodies>
        {cors.length > 1 ? <PrimeTotal /> : null}
      </table>
    </div>
  );
}
