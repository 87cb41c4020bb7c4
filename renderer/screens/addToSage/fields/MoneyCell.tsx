import { formatMoney, parseMoney } from '#shared/domain/money.ts';
import { type CellProps, TextCell } from './TextCell.tsx';

function asPrinted(text: string): string {
  const amount = parseMoney(text);
  return amount === null ? text : formatMoney(amount);
}

function asMoney(text: string): string {
  return parseMoney(text) ?? text;
}

type Props = CellProps & { readonly note?: string };

/** An amount in a grid: plain figures while it is being typed, `1,250.00` or `(1,250.00)` as Sage prints it otherwise. */
export function MoneyCell(props: Props) {
  return <TextCell {...props} numeric placeholder="0.00" format={asPrinted} tidy={asMoney} />;
}
