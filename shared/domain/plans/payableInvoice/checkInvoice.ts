import { isDate } from '../../dates.ts';
import { formatMoney } from '../../money.ts';
import type { Check, Refusal } from '../../plan.ts';
import { invoiceUnmet } from '../../procore/rules/invoice.ts';
import { purchaseOrderStatuses, statusWords, subcontractStatuses } from '../../sage/enumerations.ts';
import { jobRefusal } from '../changeOrder/checkDraft.ts';
import { Refusals } from '../changeOrder/fields.ts';
import { commitmentLineCheck, costCodeCheck, jobCheck, phaseValues, vendorCheck } from '../sageChecks.ts';
import type { PayableInvoiceInput } from './input.ts';
import type { BilledLine } from './lines.ts';

/** Statuses of a commitment that no invoice can be entered on: not signed yet, refused, void, or a master for other orders. */
const closedTo = { subcontract: ['1', '2'], purchaseOrder: ['5', '6'] } as const;
const void_ = '5';

/** Everything that stands against the invoice before its lines are looked at. */
export function invoiceRefusals(input: PayableInvoiceInput): readonly Refusal[] {
  return [
    ...invoiceUnmet(input.invoice, input.sending).map(({ field, value, sentence }) => ({ field, value, sentence })),
    ...partnerRefusals(input),
    ...choiceRefusals(input),
    ...duplicateRefusals(input),
  ];
}

function partnerRefusals({ commitment, facts }: PayableInvoiceInput): readonly Refusal[] {
  const { type, record } = commitment;
  const word = type === 'subcontract' ? 'Subcontract' : 'Purchase order';
  const refusals: Refusal[] = [];
  const add = (field: string, value: string, sentence: string) => refusals.push({ field, value, sentence });
  const closed = facts.job === null ? 'is no longer in Sage' : jobRefusal(facts.job.status, facts.job.inactive);
  if (record.job === null)
    add('project', '', `${word} ${record.number} belongs to no job in Sage: enter the job there first.`);
  else if (closed !== null) add('project', record.job, `Job ${record.job} ${closed}: look at it in Sage 3-5 first.`);
  if (record.vendor === null || facts.vendor === null) {
    const sentence = `The vendor of ${word.toLowerCase()} ${record.number} is not in Sage (4-4): look at it there first.`;
    add('vendor', record.vendor ?? '', sentence);
  }
  if (closedTo[type].some((status) => status === record.status)) {
    const words = statusWords(type === 'subcontract' ? subcontractStatuses : purchaseOrderStatuses, record.status);
    add(
      'commitment',
      words,
      `${word} ${record.number} is ${words} in Sage, and takes no invoices: change its status there first.`,
    );
  }
  return refusals;
}

function choiceRefusals({ choices, planning }: PayableInvoiceInput): readonly Refusal[] {
  const refusals = new Refusals(planning.catalog.limits);
  // Sage's own limit of 20 characters, or this company's: the 15 of Procore's template are those of another Sage product.
  refusals.text('number', choices.number, 'acpinv', 'invnum', true);
  refusals.text('description', choices.description, 'acpinv', 'dscrpt', true);
  refusals.date('date', 'Invoice Date', choices.date, true);
  refusals.date('due', 'Due Date', choices.due, true);
  if (isDate(choices.date) && isDate(choices.due) && choices.due < choices.date) {
    refusals.add(
      'due',
      choices.due,
      `Due Date ${choices.due} is before the Invoice Date ${choices.date}: choose a later one.`,
    );
  }
  if (!/^(?:\d|1[0-2])$/.test(choices.period.trim())) {
    const sentence = `Period '${choices.period}' is none of Sage's, which are 0 to 12: type the one that is open for posting.`;
    refusals.add('period', choices.period, sentence);
  }
  if (!/^(?:19|20)\d\d$/.test(choices.year.trim())) {
    refusals.add('year', choices.year, `Year '${choices.year}' is not one: type the fiscal year, like 2026.`);
  }
  return refusals.list;
}

/** Sage keeps invoice numbers apart by vendor, unless the vendor is marked otherwise; void ones do not count. */
function duplicateRefusals({ choices, facts }: PayableInvoiceInput): readonly Refusal[] {
  if (facts.vendor === null || facts.vendor.allowsDuplicates) return [];
  const number = choices.number.trim();
  const twin = facts.invoices.find((one) => one.status !== void_ && alike(one.number, number));
  if (twin === undefined || number === '') return [];
  const { vendor } = facts;
  const sentence = `Vendor ${vendor.number} (${vendor.name}) has invoice ${twin.number} over ${formatMoney(twin.total)} of ${twin.date ?? 'no date'} in Sage already (record ${twin.record}): look whether it is this one, else type another number.`;
  return [{ field: 'number', value: choices.number, sentence }];
}

/** SQL Server's usual collation does not tell case or trailing blanks apart (confidence med). */
function alike(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** What must still be so when the lock is held. Amounts that are added to are compared besides, by the steps that change them. */
export function invoiceChecks(
  { commitment, choices, facts }: PayableInvoiceInput,
  lines: readonly BilledLine[],
  accounts: readonly string[],
): readonly Check[] {
  const { type, record } = commitment;
  const number = choices.number.trim();
  const vendor = record.vendor ?? '';
  const [table, words] = type === 'subcontract' ? ['subcon', 'Subcontract'] : ['pchord', 'Purchase order'];
  const twin: Check = {
    table: 'acpinv',
    where: { vndnum: vendor, invnum: number },
    expect: 'none',
    columns: { status: [void_] },
    sentence: `Invoice ${number} of vendor ${vendor} was entered in Sage 4-2 meanwhile: look whether it is this one, else type another number.`,
  };
  return [
    jobCheck(record.job ?? '', facts.job),
    vendorCheck(vendor),
    {
      table,
      where: { recnum: record.record },
      expect: 'one',
      columns: {
        status: [record.status],
        vndnum: [vendor],
        jobnum: [record.job],
        phsnum: phaseValues(record.phase),
      },
      sentence: `${words} ${record.number} was changed or removed in Sage meanwhile: read Sage again.`,
    },
    ...lines.map((line) =>
      commitmentLineCheck(
        type === 'subcontract' ? 'sbcnln' : 'pcorln',
        record.record,
        `${words} ${record.number}`,
        line,
      ),
    ),
    ...[...new Set(lines.map(({ costCode }) => costCode))].sort().map(costCodeCheck),
    ...[...new Set(accounts)].sort().map(
      (account): Check => ({
        table: 'lgract',
        where: { recnum: account },
        expect: 'one',
        columns: { inactv: ['0'] },
        sentence: `Ledger account ${account} was removed or made inactive in Sage (1-7) meanwhile: choose another one.`,
      }),
    ),
    ...(facts.vendor?.allowsDuplicates === true ? [] : [twin]),
  ];
}
