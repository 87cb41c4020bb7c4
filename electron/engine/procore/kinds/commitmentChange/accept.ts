import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { nextChangeNumber } from '#shared/domain/changeNumber.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { parseMoney, zero } from '#shared/domain/money.ts';
import type { ChangeInput } from '#shared/domain/plans/commitment/change.ts';
import { planPurchaseOrderChange } from '#shared/domain/plans/purchaseOrderChange.ts';
import { planSubcontractChange } from '#shared/domain/plans/subcontractChange.ts';
import { commitmentOfKey } from '#shared/domain/procore/commitmentKey.ts';
import { type ItemKey, procoreItem } from '#shared/domain/procore/item.ts';
import { lengthLimits } from '#shared/domain/procore/rules/numbers.ts';
import type { PurchaseOrder } from '#shared/domain/sage/documentFacts.ts';
import { changeOrderStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { Context } from '../../../context.ts';
import { markersNow } from '../../../drafts/planning.ts';
import type { Accepting } from '../../kindModule.ts';
import { sendingLookups } from '../commitments/lookups.ts';
import { partnersNow } from '../commitments/partners.ts';
import { shortenedChoice } from '../commitments/questions.ts';
import { listChoice, textChoice } from '../shared/overflow.ts';
import { itemGone, planningOf, refusedAs } from '../shared/planning.ts';
import { allOfSage } from '../shared/sageFacts.ts';
import { type Change, changeOf, dayOf, takenChangeNumbers, waitingChanges } from './change.ts';

/** the change's number, and for a subcontract how its change order in 6-4-1 begins. */
export function changeChoices(context: Context, key: ItemKey): Result<readonly ChoiceField[]> {
  const found = changeOf(context, key);
  if (found === null) return fail(itemGone(key.id));
  const { change, parent } = found;
  const settings = context.store.settings.read();
  const { useChangeNumber } = settings.procore;
  const date = dayOf(context, change);
  return succeed([
    {
      ...shortenedChoice('number', 'Change Order ID', change.number, lengthLimits.changeNumber),
      ...(useChangeNumber ? {} : { value: '' }),
    },
    shortenedChoice('title', 'Title', change.title, lengthLimits.changeTitle),
    { ...textChoice('date', 'Date', date), type: 'date', required: true },
    ...(parent?.type === 'subcontract' ? subcontractChoices(context, found) : []),
  ]);
}

function subcontractChoices(context: Context, { change, parentLink }: Change): readonly ChoiceField[] {
  const job = parentLink?.job ?? '';
  const used = allOfSage(context, 'changeOrder', job)
    .slice()
    .sort((a, b) => (BigInt(a.record) < BigInt(b.record) ? -1 : 1))
    .map(({ number }) => number.trim());
  const next = nextChangeNumber(used);
  const kept = context.store.procore.links.get(procoreItem('budget', change.project))?.owner === 'procore';
  return [
    {
      ...textChoice('changeOrder', 'Change# in Sage 6-4-1', ''),
      limit: 20,
      required: next === null,
      hint:
        next === null
          ? `After '${used.at(-1) ?? ''}' Sage suggests none: type it.`
          : `Empty: the next one, ${next} now.`,
    },
    listChoice(
      'status',
      'Status of the change order',
      kept ? '2' : '1',
      ['1', '2'].map((status) => ({ value: status, label: statusWords(changeOrderStatuses, status) })),
      kept
        ? 'Procore keeps the budget of this job, so its budget changes come from there: 2-Open leaves the budget alone.'
        : '1-Approved counts in the budget of the job as well, 2-Open only in the subcontract.',
    ),
  ];
}

export async function acceptChange(context: Context, key: ItemKey, choices: Choices): Promise<Result<Accepting>> {
  const found = changeOf(context, key);
  if (found === null) return fail(itemGone(key.id));
  const { change, parent, parentLink } = found;
  if (parent === null || parentLink === null) {
    const sentence = 'Its commitment is not in Sage yet: accept the commitment first.';
    return refusedAs({ field: 'commitment', value: change.commitment, sentence });
  }
  const planning = await planningOf(context, key, change.number);
  if (!planning.ok) return planning;
  const sending = sendingLookups(context).sending(change.project, parent.vendor);
  const facts = await partnersNow(context, sending, change.lines);
  if (!facts.ok) return facts;
  const { number = '', title = '', date = '', changeOrder = '', status = '' } = choices;
  const input: ChangeInput = {
    planning: planning.value,
    change,
    parent,
    choices: { number, title, date },
    sending,
    facts: facts.value,
    lines: new Map(parentLink.lines.map(({ procoreId, sageLine }) => [procoreId, sageLine])),
    numbers: { inSage: takenChangeNumbers(context, key, parentLink), waiting: waitingChanges(context, change) },
  };
  const record = commitmentOfKey(parentLink.sageKey)?.record ?? '';
  if (parent.type === 'subcontract') {
    const subcontract = await context.sage.record('subcontract', record);
    if (!subcontract.ok) return subcontract;
    if (subcontract.value !== null) context.store.sage.upsert('subcontract', [subcontract.value]);
    const planned = planSubcontractChange({
      ...input,
      choices: { number, title, date, changeOrder, status },
      subcontract: subcontract.value,
      changeOrders: allOfSage(context, 'changeOrder', sending.job ?? ''),
      markers: markersNow(context),
    });
    return acceptedAs(planned);
  }
  const order = await context.sage.record('purchaseOrder', record);
  if (!order.ok) return order;
  return acceptedAs(planPurchaseOrderChange({ ...input, order: order.value === null ? null : inCents(order.value) }));
}

function acceptedAs(planned: ReturnType<typeof planPurchaseOrderChange>): Result<Accepting> {
  if (!planned.ok) return succeed(planned);
  return succeed({ ok: true, as: { into: 'sage', plan: planned.plan, cautions: planned.cautions } });
}

/** Sage keeps decimal(12,2), so nothing is lost. */
function inCents(order: PurchaseOrder) {
  const cents = (text: string) => parseMoney(text) ?? zero;
  return {
    ...order,
    subtotal: cents(order.subtotal),
    total: cents(order.total),
    balance: cents(order.balance),
    received: cents(order.received),
  };
}
