import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Step } from '#shared/domain/plan.ts';
import { useTableStyles } from '../fields/tableStyles.ts';
import { PlannedValue } from './PlannedValue.tsx';
import { columnsOf, plannedIn } from './planView.ts';
import { labelOf, originWords } from './planWords.ts';
import type { CodeNames } from './usePlanSteps.ts';

const useStyles = makeStyles({
  scroller: {
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { fontWeight: tokens.fontWeightSemibold, textAlign: 'left', verticalAlign: 'top', width: '28%' },
  field: { whiteSpace: 'nowrap' },
  rule: { color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly label: string;
  readonly rows: readonly Step[];
  readonly steps: readonly Step[];
  readonly codeNames: CodeNames;
  readonly every: boolean;
};

/** Rows of several tables, one field per line: record, field, old → new, and the rule behind it. */
export function FieldSheet({ label, rows, steps, codeNames, every }: Props) {
  const styles = useStyles();
  const table = useTableStyles();
  return (
    <div className={styles.scroller}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th className={table.head}>Record</th>
            <th className={table.head}>Field</th>
            <th className={mergeClasses(table.head, table.right)}>Value</th>
            <th className={table.head}>Rule</th>
          </tr>
        </thead>
        {rows.map((step) => (
          <tbody key={step.id}>
            {columnsOf(step.table, [step], every)
              .filter((column) => typeof plannedIn(step, column) !== 'string')
              .map((column, at, columns) => {
                const planned = plannedIn(step, column);
                return (
                  <tr key={column} className={at === columns.length - 1 ? table.row : undefined}>
                    {at === 0 ? (
                      <th rowSpan={columns.length} scope="rowgroup" className={mergeClasses(table.cell, styles.title)}>
                        {step.title}
                      </th>
                    ) : null}
                    <td className={mergeClasses(table.cell, styles.field)}>{labelOf(step.table, column)}</td>
                    <td className={mergeClasses(table.cell, table.right, styles.field)}>
                      <PlannedValue step={step} column={column} steps={steps} codeNames={codeNames} marked={false} />
                    </td>
                    <td className={mergeClasses(table.cell, styles.rule)}>
                      {planned === null || typeof planned === 'string' ? null : originWords(planned)}
                    </td>
                  </tr>
                );
              })}
          </tbody>
        ))}
      </table>
    </div>
  );
}
