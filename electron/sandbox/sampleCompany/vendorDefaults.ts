import { between, oneIn, pick } from './chance.ts';
import type { Row } from './rows.ts';
import type { VendorName } from './words/vendorNames.ts';

/** The account that invoices of a vendor of each type are proposed on. */
const accountOfType: Readonly<Record<string, string>> = {
  '1': '5300',
  '2': '5000',
  '3': '5200',
  '4': '7100',
  '5': '7200',
  '6': '7000',
};

const costTypeOfType: Readonly<Record<string, string>> = { '1': '4', '2': '1', '3': '3' };

/** Many vendors have no default account, as in every company: then the cost type decides. */
export function vendorDefaults({ type }: VendorName, number: string): Row {
  const hasAccount = !oneIn(3, 'default account', number);
  return {
    phnnum: `253 555-${String(between(100, 199, number, 'phone')).padStart(4, '0')}`,
    lgrdft: hasAccount ? (accountOfType[type] ?? null) : null,
    typdft: hasAccount ? (costTypeOfType[type] ?? null) : null,
    stsdft: '1',
    duedte: pick(['30DY', '30DY', '10TH', '15DY', '01MO', ''], 'terms', number),
    // Utilities number their bills by account.
    dupchk: type === '5' ? '1' : '0',
  };
}

/** Made of the name, so that no two vendors of a block share one; names without Latin letters have none. */
export function emailOf(name: string, number: string): string {
  const letters = name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '')
    .slice(0, 20);
  return letters === '' || oneIn(4, 'e-mail', number) ? '' : `office@${letters}.example`;
}
