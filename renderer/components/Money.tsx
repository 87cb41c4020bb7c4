import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatMoney } from '#shared/domain/money.ts';

const useStyles = makeStyles({
  money: {
    display: 'inline-block',
    width: '100%',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  inline: { width: 'auto' },
  none: { color: tokens.colorNeutralForeground3 },
});

/** An amount as Sage prints it: right-aligned in its cell, or `inline` in a sentence. A dash for null. */
export function Money({ amount, inline = false }: { readonly amount: string | null; readonly inline?: boolean }) {
  const styles = useStyles();
  const layout = mergeClasses(styles.money, inline && styles.inline);
  if (amount === null) return <span className={mergeClasses(layout, styles.none)}>–</span>;
  return <span className={layout}>{formatMoney(amount)}</span>;
}
