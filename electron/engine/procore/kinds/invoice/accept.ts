import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { BilledCommitment } from '#shared/domain/plans/payableInvoice/input.ts';
import { payableAccounts } from '#shared/domain/plans/payableInvoice/posting.ts';
import { planPayableInvoice, proposedInvoice } from '#shared/domain/plans/payableInvoice.ts';
import { strangerWords } from '#shared/domain/plans/sageChecks.ts';
import { commitmentOfKey } from '#shared/domain/procore/commitmentKey.ts';
import { invoiceAmounts } from '#shared/domain/procore/invoiceAmounts.ts';
import { sageLineOf } from '#shared/domain/procore/invoiceLines.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Context } from '../../../context.ts';
import type { Accepting } from '../../kindModule.ts';
import { changeLinksOf } from '../commitments/links.ts';
import { sendingLookups } from '../commitments/lookups.ts';
import { listChoice, textChoice } from '../shared/overflow.ts';
import { itemGone, planningOf, refusedAs } from '../shared/planning.ts';
import { allOfSage } from '../shared/sageFacts.ts';
import { invoiceFacts, invoiceOf } from './invoice.ts';

/** What Sage's screen 4-2 asks for, with what Procore's invoice and the vendor's terms propose. */
export function invoiceChoices(context: Context, key: ItemKey): Result<readonly ChoiceField[]> {
  const found = invoiceOf(context, key);
  if (found === null) return fail(itemGone(key.id));
  const { invoice, commitment, commitmentLink } = found;
  const number = commitmentLink?.agreed.vendor ?? '';
  const vendor = number === '' ? null : context.store.sage.get('vendor', number);
  const proposed = proposedInvoice(invoice, { number: commitmentLink?.sageNumber ?? commitment?.number ?? '' }, vendor);
  const required = (field: ChoiceField): ChoiceField => ({ ...field, required: true });
  return succeed([
    required({ ...textChoice('number', 'Invoice#', proposed.number), limit: 20 }),
    required({ ...textChoice('date', 'Invoice Date', proposed.date), type: 'date' }),
    required({ ...textChoice('due', 'Due Date', proposed.due), type: 'date' }),
    required({ ...textChoice('description', 'Description', proposed.description), limit: 50 }),
    required(textChoice('period', 'Posting period', proposed.period, '0 to 12 of the fiscal year.')),
    required(textChoice('year', 'Posting year', proposed.year)),
    ...accountChoice(context),
  ]);
}

/** Which account the invoice is owed on, where neither settings nor the chart of accounts say it. */
function accountChoice(context: Context): readonly ChoiceField[] {
  const { payableAccount } = context.store.settings.read().procore;
  const accounts = payableAccounts(allOfSage(context, 'ledgerAccount'));
  if (payableAccount !== '' || accounts.length < 2) return [];
  const options = accounts.map(({ number, name }) => ({ value: number, label: `${number} ${name}` }));
  const hint = 'Owed on this account (1-7). Settings, Procore can name one for all invoices.';
  return [listChoice('payableAccount', 'Ledger account of payables', '', options, hint)];
}

export async function acceptInvoice(context: Context, key: ItemKey, choices: Choices): Promise<Result<Accepting>> {
  const found = invoiceOf(context, key);
  if (found === null) return fail(itemGone(key.id));
  const { invoice, commitment, commitmentLink } = found;
  if (commitment === null || commitmentLink === null) {
    const sentence = 'Its commitment is not in Sage yet: accept the commitment first.';
    return refusedAs({ field: 'commitment', value: invoice.commitment, sentence });
  }
  const billed = await commitmentNow(context, commitmentLink);
  if (!billed.ok) return billed;
  if (billed.value === null) {
    const sentence = `${commitmentLink.sageNumber} is no longer in Sage: look at the commitment's discrepancy first.`;
    return refusedAs({ field: 'commitment', value: commitmentLink.sageNumber, sentence });
  }
  const linked = { job: commitmentLink.job, vendor: commitmentLink.agreed.vendor ?? null };
  const stranger = strangerWords(billed.value.record, linked);
  if (stranger !== null) {
    const sentence = `${commitmentLink.sageNumber} ${stranger}: look at the discrepancies of its commitment first.`;
    return refusedAs({ field: 'commitment', value: commitmentLink.sageNumber, sentence });
  }
  const planning = await planningOf(context, key, `${commitment.number} / ${invoice.number}`);
  if (!planning.ok) return planning;
  const vendorNumber = billed.value.record.vendor ?? '';
  const vendor = await context.sage.record('vendor', vendorNumber);
  if (!vendor.ok) return vendor;
  const job = await context.sage.record('job', billed.value.record.job ?? '');
  if (!job.ok) return job;
  const { number = '', date = '', due = '', description = '', period = '', year = '' } = choices;
  const { defaultAccount, payableAccount, retentionAccount } = context.store.settings.read().procore;
  const payables = payableAccount === '' ? (choices.payableAccount ?? '') : payableAccount;
  const planned = planPayableInvoice({
    planning: planning.value,
    invoice,
    choices: { number, date, due, description, period, year },
    sending: invoiceFacts(context, found),
    commitment: billed.value,
    lineOf: linesOf(context, key, commitmentLink, billed.value),
    facts: {
      job: job.value,
      vendor: vendor.value,
      accounts: allOfSage(context, 'ledgerAccount'),
      invoices: allOfSage(context, 'payableInvoice').filter((one) => one.vendor === vendorNumber),
      linked: new Set(context.store.procore.links.all('invoice').map(({ sageKey }) => sageKey)),
    },
    posting: { cost: defaultAccount, payables, retention: retentionAccount },
  });
  return succeed(
    planned.ok ? { ok: true, as: { into: 'sage', plan: planned.plan, cautions: planned.cautions } } : planned,
  );
}

/** The commitment as it is at this moment; null when it is gone. */
async function commitmentNow({ sage }: Context, link: ProcoreLink): Promise<Result<BilledCommitment | null>> {
  const key = commitmentOfKey(link.sageKey);
  if (key === null) return succeed(null);
  if (key.type === 'subcontract') {
    const found = await sage.record('subcontract', key.record);
    if (!found.ok) return found;
    return succeed(found.value === null ? null : { type: 'subcontract', record: found.value });
  }
  const found = await sage.record('purchaseOrder', key.record);
  if (!found.ok) return found;
  return succeed(found.value === null ? null : { type: 'purchaseOrder', record: found.value });
}

/** The line of the commitment in Sage that each item bills; items without one are refused by the plan. */
function linesOf(
  context: Context,
  key: ItemKey,
  link: ProcoreLink,
  { record }: BilledCommitment,
): ReadonlyMap<string, string> {
  const found = invoiceOf(context, key);
  const reading = found === null ? null : invoiceAmounts(found.invoice);
  if (found === null || reading?.ok !== true) return new Map();
  const { invoice, commitment } = found;
  const { records } = context.store.procore;
  const ofPackage = new Map(
    changeLinksOf(context, link).flatMap(({ procoreId, lines }) => {
      const name = records.get('change', procoreId)?.package ?? null;
      return name === null ? [] : [[name, lines.map(({ sageLine }) => sageLine)] as const];
    }),
  );
  const facts = {
    lines: record.lines,
    pairs: new Map(link.lines.map(({ procoreId, sageLine }) => [procoreId, sageLine])),
    ofPackage,
    coding: sendingLookups(context).sending(invoice.project, commitment?.vendor ?? null).coding,
  };
  return new Map(
    reading.amounts.items.flatMap((billed) => {
      const line = sageLineOf(billed, facts);
      return typeof line === 'string' ? [[billed.item.id, line] as const] : [];
    }),
  );
}
