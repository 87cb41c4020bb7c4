import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Step } from '#shared/domain/plan.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { useTableStyles } from '../fields/tableStyles.ts';
import { PlannedValue } from './PlannedValue.tsx';
import { columnsOf } from './planView.ts';
import { isFigure, labelOf } from './planWords.ts';
import type { CodeNames } from './usePlanSteps.ts';

const useStyles = makeStyles({
  scroller: {
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { fontSize: '13px' },
  head: { paddingLeft: '4px', paddingRight: '4px' },
  cell: { paddingLeft: '4px', paddingRight: '4px' },
  cor: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  value: { whiteSpace: 'nowrap' },
  words: { minWidth: '120px', overflowWrap: 'anywhere' },
  op: { width: '1px', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const opWords = { insert: 'new', update: 'changed', delete: 'removed' } as const;

/** Texts that may take several lines. */
const long = new Set(['dscrpt', 'ntetxt', 'usrdf1', 'cstcde']);

type Props = {
  readonly label: string;
  readonly rows: readonly Step[];
  readonly steps: readonly Step[];
  readonly codeNames: CodeNames;
  readonly every: boolean;
};

/** A grid of 6-4-1 as it will look: one line per row, a column per field that any of them writes. */
export function LineSheet({ label, rows, steps, codeNames, every }: Props) {
  const styles = useStyles();
  const table = useTableStyles();
  const { draft, facts } = useWizard();
  const name = rows[0]?.table ?? '';
  const columns = columnsOf(name, rows, every);
  const several = draft.corIds.length > 1;
  // A row that is in Sage already writes only what changes: its title says which one it is.
  const titled = rows.some(({ op }) => op !== 'insert');
  return (
    <div className={styles.scroller}>
      <table className={mergeClasses(table.table, styles.table)} aria-label={label}>
        <thead>
          <tr>
            <td className={mergeClasses(table.head, styles.head)} />
            {titled ? <th className={table.head}>Row</th> : null}
            {several ? <th className={mergeClasses(table.head, styles.head)}>COR</th> : null}
            {columns.map((column) => (
              <th key={column} className={mergeClasses(table.head, styles.head, isFigure(name, column) && table.right)}>
                {labelOf(name, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((step) => (
            <tr key={step.id} className={table.row}>
              <td className={mergeClasses(table.cell, styles.cell, styles.op)}>{opWords[step.op]}</td>
              {titled ? <td className={table.cell}>{step.title}</td> : null}
              {several ? (
                <td className={mergeClasses(table.cell, styles.cell, styles.cor)}>
                  {facts.cors.find(({ id }) => id === step.corId)?.number ?? '–'}
                </td>
              ) : null}
              {columns.map((column) => (
                <td
                  key={column}
                  className={mergeClasses(
                    table.cell,
                    styles.cell,
                    isFigure(name, column) && table.right,
                    long.has(column) ? styles.words : styles.value,
                  )}
                >
                  <PlannedValue step={step} column={column} steps={steps} codeNames={codeNames} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
