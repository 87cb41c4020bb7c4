import type { Refusal } from '../../plan.ts';
import type { LedgerAccount } from '../../sage/documentFacts.ts';
import type { PayableInvoiceInput } from './input.ts';

/** The accounts that what is owed for an invoice is booked on. `why`: how they were found. */
export type PostingAccounts = {
  readonly payables: PostingAccount;
  /** Null: what is held back is owed on the same account as the rest. */
  readonly retention: PostingAccount | null;
};
type PostingAccount = { readonly account: string; readonly why: string };

/** Sage's type of accounts that are owed within a year (confidence med). */
const currentLiability = '7';

/**
 * Payables: the account of the settings, else the only current liability of the company, else refused. Retention: the account of the
 * settings, else none, and then all of it is owed on payables: whether Sage itself books retention apart is unknown (confidence low).
 */
export function postingAccounts({
  posting,
  facts,
}: Pick<PayableInvoiceInput, 'posting' | 'facts'>): PostingAccounts | readonly Refusal[] {
  const payables = payablesOf(posting.payables, facts.accounts);
  const retention = posting.retention === '' ? null : bookable('retentionAccount', posting.retention, facts.accounts);
  const refusals = [payables, retention].flatMap((one) => (one !== null && 'sentence' in one ? [one] : []));
  if ('sentence' in payables || (retention !== null && 'sentence' in retention)) return refusals;
  return { payables, retention };
}

/** Accounts that an invoice can be owed on. */
export function payableAccounts(accounts: readonly LedgerAccount[]): readonly LedgerAccount[] {
  return accounts.filter(({ type, inactive }) => type === currentLiability && !inactive);
}

function payablesOf(configured: string, accounts: readonly LedgerAccount[]): PostingAccount | Refusal {
  if (configured !== '') return bookable('payableAccount', configured, accounts);
  const [only, another] = payableAccounts(accounts);
  if (only !== undefined && another === undefined) {
    return { account: only.number, why: 'The only account of current liabilities (1-7)' };
  }
  const sentence =
    'It is not known which ledger account the invoice is owed on: choose the one of payables here, or enter it for all invoices in Settings, Procore.';
  return { field: 'payableAccount', value: '', sentence };
}

function bookable(field: string, number: string, accounts: readonly LedgerAccount[]): PostingAccount | Refusal {
  const account = accounts.find((one) => one.number === number);
  const wrong =
    account === undefined
      ? 'is not in Sage (1-7)'
      : account.inactive
        ? 'is inactive in Sage (1-7)'
        : account.subaccounts === '0'
          ? null
          : 'has subaccounts or departments (1-7)';
  if (wrong === null) return { account: number, why: 'The account of the settings' };
  const sentence = `Ledger account ${number} of the settings ${wrong}: enter another one in Settings, Procore.`;
  return { field, value: number, sentence };
}
