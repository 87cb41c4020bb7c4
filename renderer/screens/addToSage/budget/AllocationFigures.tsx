import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { margin } from '#shared/domain/allocation.ts';
import { isNegative, isZero, type Money as MoneyText } from '#shared/domain/money.ts';
import { Money } from '../../../components/Money.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';

const useStyles = makeStyles({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '20px',
    rowGap: '2px',
    margin: 0,
    fontSize: tokens.fontSizeBase300,
  },
  figure: { display: 'flex', columnGap: '6px', alignItems: 'baseline' },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  left: { display: 'inline-flex', columnGap: '6px', alignItems: 'center' },
  loss: { color: tokens.colorStatusDangerForeground1 },
});

type Props = {
  readonly price: MoneyText;
  /** Which of the prime amounts the price is. */
  readonly priceWords: string;
  readonly budget: MoneyText;
  readonly left: MoneyText;
  /** Nothing is judged before there is a line. */
  readonly judged: boolean;
};

/** Price, budget, what is earned between the two, and what no line has taken yet. */
export function AllocationFigures({ price, priceWords, budget, left, judged }: Props) {
  const styles = useStyles();
  const earned = margin(price, budget);
  const loss = isNegative(earned.amount) !== isNegative(price) && !isZero(earned.amount);
  const tooMuch = isNegative(left) !== isNegative(price);
  return (
    <dl className={styles.figures}>
      <div className={styles.figure}>
        <dt className={styles.term}>Price ({priceWords})</dt>
        <dd className={styles.value}>
          <Money amount={price} inline />
        </dd>
      </div>
      <div className={styles.figure}>
        <dt className={styles.term}>Budget</dt>
        <dd className={styles.value}>
          <Money amount={budget} inline />
        </dd>
      </div>
      <div className={styles.figure}>
        <dt className={styles.term}>Margin</dt>
        <dd className={mergeClasses(styles.value, loss && styles.loss)}>
          <Money amount={earned.amount} inline />
          {earned.percent === null ? null : ` (${earned.percent} %)`}
        </dd>
      </div>
      <div className={styles.figure}>
        <dt className={styles.term}>Left to allocate</dt>
        <dd className={mergeClasses(styles.value, styles.left)}>
          <Money amount={left} inline />
          {!judged ? null : isZero(left) ? (
            <StateBadge kind="ok" word="All allocated" />
          ) : (
            <StateBadge kind="warning" word={tooMuch ? 'More than the price' : 'Not all allocated'} />
          )}
        </dd>
      </div>
    </dl>
  );
}
