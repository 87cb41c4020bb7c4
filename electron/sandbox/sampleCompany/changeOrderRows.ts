import { formatScaled } from '#shared/domain/decimal.ts';
import { between, dayText, dollars, oneIn, pick, rowIdOf, sum } from './chance.ts';
import type { BudgetChange, ChangeOrder, PrimeLine } from './changeOrders.ts';
import type { SampleJob } from './jobs.ts';
import { changeOrderTypes } from './lists.ts';
import { auditColumns, padded, type Row, type SampleRow, sampleRow } from './rows.ts';
import { changeReasons } from './words/changeEvents.ts';

/** The newest change in the whole company: job 2402's open change order. */
const newestStamp = '2026-11-15 16:42:07.317';

function noteOf(job: SampleJob, order: ChangeOrder): string {
  if (!oneIn(4, 'note', order.record)) return '';
  return `${order.prime[0]?.description ?? ''}.\r\nPriced from field notes; see folder “CO ${order.number.trim()} – ${job.shortName}”.`;
}

function auditOf(job: SampleJob, order: ChangeOrder): Row {
  const latest = Math.max(order.submittedDay, order.approvedDay ?? 0, order.invoicedDay ?? 0);
  const audit = auditColumns('prmchg', order.record, order.day, Math.min(job.to, latest + 1), order.user);
  const newest = job.number === '2402' && order.number === '8';
  return newest ? { ...audit, upddte: newestStamp } : audit;
}

function headerRow(job: SampleJob, order: ChangeOrder): SampleRow {
  const seed = order.record;
  const delay = between(0, 9, 'delay', seed);
  return sampleRow('prmchg', {
    recnum: order.record,
    chgnum: order.number,
    chgdte: dayText(order.day),
    jobnum: job.number,
    phsnum: order.phase,
    dscrpt: job.migrated ? padded(order.description, 50) : order.description,
    reason: pick(changeReasons, 'reason', seed),
    pchord: oneIn(5, 'client po', seed) ? `PO-${between(10_000, 99_999, 'client po number', seed)}` : '',
    subdte: dayText(order.submittedDay),
    aprdte: order.approvedDay === null ? null : dayText(order.approvedDay),
    invdte: order.invoicedDay === null ? null : dayText(order.invoicedDay),
    delreq: String(delay),
    dysdly: order.status === '1' ? String(Math.floor(delay / 2)) : '0',
    chgtyp: oneIn(9, 'no type', seed) ? null : pick(changeOrderTypes, 'type', seed).number,
    status: order.status,
    reqamt: dollars(sum(order.prime.map(({ requested }) => requested))),
    appamt: dollars(sum(order.prime.map(({ approved }) => approved))),
    cstamt: dollars(sum(order.budget.map(({ amount }) => amount))),
    entdte: dayText(order.day),
    usrnme: order.user,
    lckedt: order.locked ? '1' : '0',
    hotlst: oneIn(11, 'hot', seed) ? '1' : '0',
    actper: String(Number(dayText(order.day).slice(5, 7))),
    postyr: dayText(order.day).slice(0, 4),
    ntetxt: noteOf(job, order),
    ...auditOf(job, order),
  });
}

function primeRow(order: ChangeOrder, line: PrimeLine, index: number): SampleRow {
  return sampleRow('pmcgln', {
    _idref: rowIdOf('prmchg', order.record),
    recnum: order.record,
    linnum: String(index + 1),
    dscrpt: line.description,
    estamt: dollars(line.estimated),
    ovhmrk: line.overheadRate,
    pftmrk: line.profitRate,
    reqprc: dollars(line.requested),
    aprprc: dollars(line.approved),
    cstcde: line.code,
    csttyp: line.costType,
  });
}

/** Vendor, subcontract, line, change number, status and date go together; a plain budget line has none of them. */
function subcontractColumns(order: ChangeOrder, { sub }: BudgetChange): Row {
  if (sub === null) return {};
  return {
    vndnum: sub.vendor,
    vndctc: sub.record,
    ctclin: sub.line === '' ? null : sub.line,
    chgnum: sub.changeNumber,
    chgsts: sub.status,
    chgdte: dayText(order.approvedDay ?? order.day),
  };
}

function budgetRow(order: ChangeOrder, line: BudgetChange, index: number): SampleRow {
  return sampleRow('sbcgln', {
    _idref: rowIdOf('prmchg', order.record),
    recnum: order.record,
    linnum: String(index + 1),
    dscrpt: line.description,
    chghrs: formatScaled(line.hours, 2),
    bdgprc: dollars(line.amount),
    cstcde: line.code,
    csttyp: line.costType,
    ...subcontractColumns(order, line),
  });
}

export function* changeOrderRows(job: SampleJob, order: ChangeOrder): Iterable<SampleRow> {
  yield headerRow(job, order);
  for (const [index, line] of order.prime.entries()) yield primeRow(order, line, index);
  for (const [index, line] of order.budget.entries()) yield budgetRow(order, line, index);
}
