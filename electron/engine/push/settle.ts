import type { Link } from '#shared/domain/link.ts';
import { linkedLines } from '#shared/domain/linkedLines.ts';
import type { Plan, Receipt } from '#shared/domain/plan.ts';
import { carriesMarker } from '#shared/domain/plans/changeOrder/markerField.ts';
import type { CorTransfer, Transfer } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import { transition } from '#shared/domain/transfer.ts';
import { byItself, type Context } from '../context.ts';
import type { AppliedMarker } from '../ports/sageCompany.ts';
import { settleItem } from '../procore/settleItem.ts';
import { countOwnProof } from '../proofs/memory.ts';
import { refreshSageStates } from '../sageState.ts';
import { noteUsed, storeOfPlan } from '../writing/markerStores.ts';
import { save, sumDetail } from './approve.ts';
import { itemDetail, recordName, subjectOf } from './words.ts';

/**
 * The plan is in Sage and was read back equal: done, linked and told, all in one local transaction. `marker`: it was not written now,
 * its proof was found. Without a receipt the lines are recognised in what Sage has now.
 */
export function settleApplied(
  context: Context,
  transfer: Transfer,
  receipt: Receipt | null,
  changeOrder: ChangeOrder | null,
  marker?: AppliedMarker,
): void {
  const { store, clock } = context;
  const at = clock.now();
  const record = receipt?.record ?? marker?.record ?? changeOrder?.record ?? '';
  const number = receipt?.number ?? marker?.number ?? changeOrder?.number ?? '';
  const state = transition(transfer.state, { type: 'applied', at, record, number });
  if (state === null) throw new Error(`Transfer ${transfer.id}: applied is not possible in ${transfer.state.name}`);
  store.transaction(() => {
    if (changeOrder !== null) {
      store.sage.upsert('changeOrder', [changeOrder]);
      // Sage is no longer what the last pull saw: without this, a row deleted right afterwards would look as if nothing happened.
      store.notes.write('sage.fingerprint.changeOrder', '');
      if (transfer.cloud === 'clearstory') saveLinks(context, transfer, receipt, changeOrder);
    }
    if (transfer.cloud === 'procore') settleItem(context, transfer, receipt, { planHash: null, record, number });
    save(context, { ...transfer, state, receipt });
    if (transfer.plan !== null) {
      // Noted at the claim already, unless this came about in another way: the proofs of all that is done are looked for.
      noteUsed(context, storeOfPlan(context, transfer.plan));
      if (marker === undefined && !carriesMarker(transfer.plan)) countOwnProof(context);
    }
    context.tell({
      kind: 'applied',
      by: transfer.approvedBy ?? byItself,
      sentence: `${sentenceOf(recordName(transfer, number), receipt, marker)}: ${transfer.title}.`,
      ...subjectOf(transfer),
      changeOrder: number,
      detail: {
        ...itemDetail(transfer),
        record,
        rows: String(receipt?.rows.length ?? ''),
        differences: String(receipt?.differences ?? ''),
        ...(transfer.plan === null ? {} : sumDetail(transfer.plan)),
      },
    });
    // Its own CORs are refreshed already. Other records have numbers of their own.
    const own = transfer.cloud === 'clearstory' ? transfer.corIds : [];
    const sharing = changeOrder === null ? [] : store.links.ofRecord(record);
    refreshSageStates(
      context,
      sharing.map(({ corId }) => corId).filter((corId) => !own.includes(corId)),
    );
  });
  context.logger.info('push.applied', {
    transfer: transfer.id,
    kind: transfer.plan?.kind ?? null,
    rows: receipt?.rows.length ?? null,
    foundAfterwards: marker !== undefined,
  });
}

function sentenceOf(name: string, receipt: Receipt | null, marker: AppliedMarker | undefined): string {
  if (marker === undefined) return `Written to Sage as ${name} and read back equal`;
  return `In Sage as ${name}, where its proof was found${receipt === null ? '' : '; what was entered stands there as approved'}`;
}

/** Links the CORs of a transfer with the lines that the change order has for them. Call it inside a transaction. */
export function saveLinks(
  context: Context,
  transfer: CorTransfer,
  receipt: Receipt | null,
  changeOrder: ChangeOrder,
): void {
  const { store, clock } = context;
  const { plan, draft } = transfer;
  if (plan === null) return;
  const { prime, budget, updated, ...header } = changeOrder;
  for (const corId of transfer.corIds) {
    const cor = transfer.approvedCors?.find(({ id }) => id === corId) ?? store.cors.get(corId);
    if (cor === null) continue;
    const before = store.links.get(corId);
    const lines = linkedLines({ plan, draft, receipt, changeOrder, corId, before });
    const link: Link = {
      corId,
      job: changeOrder.job,
      phase: changeOrder.phase,
      record: changeOrder.record,
      number: changeOrder.number,
      pushed: {
        cor,
        header,
        prime: prime.filter(({ line }) => lines.prime.has(line)),
        budget: budget.filter(({ line }) => lines.budget.has(line)),
      },
      allocation: lines.allocation,
      label: before?.label ?? null,
      transferId: transfer.id,
      pushedAt: clock.now(),
      pushedBy: transfer.approvedBy ?? byItself,
    };
    store.links.save(link);
  }
  // What this plan did to the header is no drift for the other CORs of the change order; what people did stays one.
  const written = writtenHeader(plan, header);
  for (const other of store.links.ofRecord(changeOrder.record)) {
    if (transfer.corIds.includes(other.corId)) continue;
    store.links.save({ ...other, pushed: { ...other.pushed, header: { ...other.pushed.header, ...written } } });
  }
}

type Header = Link['pushed']['header'];

/** The header's columns that an update may write, by their field. */
const headerFields = {
  reqamt: 'requested',
  appamt: 'approved',
  cstamt: 'cost',
  status: 'status',
  aprdte: 'approvedOn',
  chgdte: 'date',
  dscrpt: 'description',
  chgtyp: 'type',
  pchord: 'clientPo',
  reason: 'reason',
  delreq: 'delayRequested',
  dysdly: 'delayApproved',
  subdte: 'submitted',
  ntetxt: 'notes',
  usrdf2: 'userDefined2',
} as const satisfies Readonly<Record<string, keyof Header>>;

function writtenHeader({ steps }: Plan, header: Header): Partial<Header> {
  const columns = new Set(steps.find(({ id }) => id === 'header')?.columns.map(({ column }) => column));
  const fields = Object.entries(headerFields).flatMap(([column, field]) => (columns.has(column) ? [field] : []));
  return Object.fromEntries(fields.map((field) => [field, header[field]]));
}
