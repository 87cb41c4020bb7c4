import { type SampleRow, sampleRow } from './rows.ts';

type Account = {
  readonly number: string;
  readonly name: string;
  /** Cash 1 … income tax 17, as Sage counts them. */
  readonly type: string;
  /** The cost type that the account stands for. */
  readonly costType?: string;
  readonly inactive?: true;
};

/** The account that the invoices of suppliers and subcontractors are owed on. */
export const payablesAccount = '2000';

/**
 * The chart of accounts (1-7). Material and labor have two accounts each, so that the cost type alone does not tell which one;
 * subcontracts have one (the second is no longer used); warranty has none.
 */
const accounts: readonly Account[] = [
  { number: '1000', name: 'Cash – Operating', type: '1' },
  { number: '1010', name: 'Cash – Payroll', type: '1' },
  { number: '1100', name: 'Accounts Receivable', type: '2' },
  { number: '1110', name: 'Retention Receivable', type: '2' },
  { number: '1200', name: 'Inventory', type: '3' },
  { number: '1250', name: 'Work in Progress', type: '3' },
  { number: '1300', name: 'Costs and Earnings in Excess of Billings', type: '4' },
  { number: '1500', name: 'Vehicles and Equipment', type: '5' },
  { number: '1600', name: 'Accumulated Depreciation', type: '6' },
  { number: payablesAccount, name: 'Accounts Payable', type: '7' },
  { number: '2010', name: 'Retention Payable', type: '7' },
  { number: '2100', name: 'Sales Tax Payable', type: '7' },
  { number: '2200', name: 'Payroll Taxes Payable', type: '7' },
  { number: '2300', name: 'Billings in Excess of Costs', type: '7' },
  { number: '2500', name: 'Equipment Loans', type: '8' },
  { number: '3000', name: 'Capital Stock', type: '9' },
  { number: '3900', name: 'Distributions', type: '10' },
  { number: '4000', name: 'Contract Income', type: '11' },
  { number: '4900', name: 'Interest Income', type: '12' },
  { number: '5000', name: 'Materials', type: '13', costType: '1' },
  { number: '5010', name: 'Freight In', type: '13', costType: '1' },
  { number: '5100', name: 'Direct Labor', type: '13', costType: '2' },
  { number: '5110', name: 'Labor Burden', type: '13', costType: '2' },
  { number: '5200', name: 'Equipment Rental', type: '13', costType: '3' },
  { number: '5300', name: 'Subcontracts', type: '13', costType: '4' },
  { number: '5310', name: 'Subcontracts (old)', type: '13', costType: '4', inactive: true },
  { number: '5400', name: 'Other Direct Cost', type: '14', costType: '5' },
  { number: '5500', name: 'Small Tools', type: '14', costType: '6' },
  { number: '5600', name: 'Travel and Lodging', type: '14', costType: '7' },
  { number: '5700', name: 'Permits and Bonds', type: '14', costType: '8' },
  { number: '6000', name: 'Shop Expense', type: '15' },
  { number: '7000', name: 'Office Expense', type: '16' },
  { number: '7100', name: 'Professional Fees', type: '16' },
  { number: '7200', name: 'Utilities', type: '16' },
  { number: '8000', name: 'Federal Income Tax', type: '17' },
];

/** Assets and expense grow on the debit side. */
const debitTypes = new Set(['1', '2', '3', '4', '5', '10', '13', '14', '15', '16', '17']);

export function* accountRows(): Iterable<SampleRow> {
  for (const { number, name, type, costType, inactive } of accounts)
    yield sampleRow('lgract', {
      recnum: number,
      shtnme: name.slice(0, 30).trim(),
      lngnme: name,
      acttyp: type,
      csttyp: costType ?? null,
      dbtcrd: debitTypes.has(type) ? '1' : '2',
      inactv: inactive === true ? '1' : '0',
    });
}

/** Where the cost of a type is booked when nobody says otherwise. */
export const accountOfCostType: Readonly<Record<'1' | '4', string>> = { '1': '5000', '4': '5300' };
