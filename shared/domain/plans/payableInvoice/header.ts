import { isNegative, subtractMoney, zero } from '../../money.ts';
import type { PlannedColumn, Step } from '../../plan.ts';
import type { InvoiceAmounts } from '../../procore/invoiceAmounts.ts';
import { collapseSpaces } from '../../text.ts';
import { phaseOrNull } from '../changeOrder/header.ts';
import { copied, derived, entered, fixed, insertedAudit, taken, updatedAudit } from '../changeOrder/steps.ts';
import type { PayableInvoiceInput } from './input.ts';
import type { BilledLine } from './lines.ts';

/** The invoice itself (4-2). Retainage stands in one field of it; the amounts are gross. */
export function headerStep(input: PayableInvoiceInput, { gross, retained }: InvoiceAmounts): Step {
  const { planning, choices, commitment, invoice } = input;
  const { record } = commitment;
  const isOrder = commitment.type === 'purchaseOrder';
  return {
    id: 'invoice',
    op: 'insert',
    table: 'acpinv',
    key: {},
    corId: null,
    title: `Payable invoice ${choices.number.trim()}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      taken('recnum', 'record', 'the next record', 'Next record number, taken under the lock'),
      entered('invnum', choices.number.trim()),
      entered('vndnum', record.vendor),
      entered('jobnum', record.job),
      entered('phsnum', phaseOrNull(record.phase)),
      entered('pchord', isOrder ? record.number : ''),
      entered('ctcnum', isOrder ? '' : record.number),
      entered('dscrpt', collapseSpaces(choices.description)),
      entered('invdte', choices.date),
      entered('duedte', choices.due),
      { ...fixed('dscdte', choices.due, 'No discount is taken: the due date'), confidence: 'guess' },
      fixed('status', '1', '1-Open: approved in Procore'),
      fixed('invtyp', '1', isNegative(gross) ? '1-Contract, with negative amounts: a credit' : '1-Contract'),
      { ...entered('retain', retained), why: 'Retainage held in this period (Retainage Held)' },
      derived('subttl', gross, 'Sum of Extended on the lines', 'high'),
      fixed('slstax', zero, 'No tax is sent'),
      derived('invttl', gross, 'Subtotal + sales tax', 'high'),
      fixed('ttlpad', zero, 'Nothing is paid of a new invoice'),
      derived('invbal', gross, 'Total − paid', 'high'),
      derived('invnet', subtractMoney(gross, retained), 'Balance − retention', 'med'),
      entered('actper', choices.period.trim()),
      entered('postyr', choices.year.trim()),
      copied('lgrrec', 'ledger', 'recnum', 'The ledger transaction of the invoice'),
      derived('entdte', planning.today, 'Entered today', 'high'),
      taken('usrnme', 'user', 'Plumbline', 'Entered by'),
      fixed('ntetxt', notes(invoice), 'What Procore says and Sage has no field for'),
      ...insertedAudit,
      ...updatedAudit,
    ],
  };
}

function notes({ number, periodStart, periodEnd }: PayableInvoiceInput['invoice']): string {
  const period = periodStart === null || periodEnd === null ? '' : `, ${periodStart} to ${periodEnd}`;
  return `Procore invoice ${number}${period}`;
}

/** One of its lines: the whole amount once. */
export function lineStep(line: BilledLine, item: string): Step {
  return {
    id: `line.${line.line}`,
    op: 'insert',
    table: 'apivln',
    key: {},
    corId: item,
    title: `Invoice line: ${line.description}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      copied('_idref', 'invoice', '_idnum', 'The row id of the invoice'),
      copied('recnum', 'invoice', 'recnum', 'The record number of the invoice'),
      taken('linnum', 'line', 'the next line', 'Next line of the invoice, taken under the lock'),
      { ...entered('prtdsc', line.description), why: 'Description of the line that is billed' },
      fixed('linqty', '1.0000', 'One of its amount'),
      fixed('linprc', `${line.amount}00`, 'One of its amount'),
      derived('extttl', line.amount, 'Quantity × price', 'high'),
      derived('actnum', line.account, line.why, 'med'),
    ],
  };
}

/** Columns that say when a booking was made, for the ledger and the job costs alike. */
export function postedOn({ choices, planning }: PayableInvoiceInput): readonly PlannedColumn[] {
  return [
    derived('trnnum', choices.number.trim(), 'The number of the invoice', 'med'),
    derived('dscrpt', collapseSpaces(choices.description), 'The description of the invoice', 'med'),
    derived('trndte', choices.date, 'The date of the invoice', 'med'),
    derived('entdte', planning.today, 'Entered today', 'med'),
    derived('actprd', choices.period.trim(), 'The period of the invoice', 'med'),
    derived('postyr', choices.year.trim(), 'The year of the invoice', 'med'),
    // Sage's list of sources is not public.
    derived('srcnum', '11', 'Source: payable invoices', 'guess'),
    taken('usrnme', 'user', 'Plumbline', 'Entered by'),
  ];
}
