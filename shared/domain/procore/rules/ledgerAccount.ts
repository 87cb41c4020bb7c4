import type { Refusal } from '../../plan.ts';

/** What the rule looks at of an account in 1-7. */
export type AccountFacts = {
  readonly number: string;
  readonly name: string;
  /** Cost type that the account stands for; null: none. */
  readonly costType: string | null;
  /** `0`: it has no subaccounts. */
  readonly subaccounts: string;
  readonly inactive: boolean;
};

export type AccountQuestion = {
  readonly vendor: { readonly number: string; readonly name: string; readonly defaultAccount: string | null };
  readonly costType: string;
  readonly accounts: readonly AccountFacts[];
  /** The account of the settings, for whatever has no other; null: none is set. */
  readonly configured: string | null;
};

export type AccountAnswer =
  | { readonly ok: true; readonly account: string; readonly why: string }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * the account that the cost of a vendor is booked on. The vendor's default (4-4), else the only account of the cost
 * type (1-7), else the one of the settings, else none. A default that cannot be booked on is refused, never passed over: whoever
 * set it meant something by it.
 */
export function ledgerAccountFor(question: AccountQuestion): AccountAnswer {
  const { vendor, costType, accounts, configured } = question;
  const whose = `Vendor ${vendor.number} (${vendor.name})`;
  if (isSet(vendor.defaultAccount)) {
    const why = `Default Account of vendor ${vendor.number} (4-4)`;
    return bookable(accounts, vendor.defaultAccount, why, `${whose} has the default account ${vendor.defaultAccount}`);
  }
  const ofType = accounts.filter((account) => account.costType === costType && !account.inactive);
  const [only, another] = ofType;
  if (only !== undefined && another === undefined) {
    const why = `The only account of cost type ${costType} (1-7)`;
    return bookable(
      accounts,
      only.number,
      why,
      `${whose} has no default account, and cost type ${costType} is ${only.number}`,
    );
  }
  if (isSet(configured)) {
    const why = 'The account of the settings, for what has no other';
    return bookable(accounts, configured, why, `${whose} has no default account, and the settings name ${configured}`);
  }
  const many = ofType.map(({ number }) => number).join(', ');
  const ofTypeWords =
    many === '' ? `no account has cost type ${costType}` : `cost type ${costType} has several (${many})`;
  return refused(
    '',
    `${whose} has no usable ledger account: it has no default account, ${ofTypeWords}, and no account is set in Plumbline's settings. Enter a Default Account for the vendor in Sage 4-4, or one in Settings, Procore.`,
  );
}

/** Sage keeps 0 where no account is chosen. */
function isSet(account: string | null): account is string {
  return account !== null && account !== '' && account !== '0';
}

function bookable(accounts: readonly AccountFacts[], number: string, why: string, whose: string): AccountAnswer {
  const account = accounts.find((candidate) => candidate.number === number);
  if (account === undefined) return refused(number, `${whose}, which is not in Sage (1-7): choose another account.`);
  if (account.inactive) {
    return refused(number, `${whose}, which is inactive in Sage: make it active in 1-7, or choose another account.`);
  }
  if (account.subaccounts !== '0') {
    const words = `${whose}, which has subaccounts or departments, and nothing says which one: choose an account without them.`;
    return refused(number, words);
  }
  return { ok: true, account: number, why };
}

function refused(value: string, sentence: string): AccountAnswer {
  return { ok: false, refusal: { field: 'ledgerAccount', value, sentence } };
}
