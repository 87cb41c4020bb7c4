import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { BudgetDraft } from '#shared/domain/draft.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { useCellStyles } from '../fields/cellStyles.ts';
import { MoneyCell } from '../fields/MoneyCell.tsx';
import { SelectCell } from '../fields/SelectCell.tsx';
import { type CellProps, TextCell } from '../fields/TextCell.tsx';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 44px', columnGap: '2px' },
  comesTo: { gridColumn: '1 / -1' },
});

type Props = {
  readonly cell: CellProps;
  readonly lineNumber: number;
  readonly mode: BudgetDraft['shareMode'];
  /** The share in money; null when it cannot be worked out. */
  readonly share: string | null;
  readonly onMode: (mode: BudgetDraft['shareMode']) => void;
};

const modes = [
  { value: 'amount', words: '$' },
  { value: 'percent', words: '%' },
];

/** A line's share of the COR's price: an amount, or a percentage with the amount that it comes to. */
export function ShareCell({ cell, lineNumber, mode, share, onMode }: Props) {
  const styles = useStyles();
  const cells = useCellStyles();
  return (
    <div className={styles.pair}>
      {mode === 'amount' ? <MoneyCell {...cell} /> : <TextCell {...cell} numeric placeholder="0" />}
      <SelectCell
        field={`${cell.field}Mode`}
        column="shareMode"
        label={`Share in dollars or percent, line ${lineNumber}`}
        value={mode}
        options={modes}
        empty={null}
        onChange={(value) => onMode(value === 'percent' ? 'percent' : 'amount')}
      />
      {mode === 'percent' && share !== null ? (
        <span className={mergeClasses(cells.note, styles.comesTo)}>= {formatMoney(share)}</span>
      ) : null}
    </div>
  );
}
