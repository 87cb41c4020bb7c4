import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { CommitmentInput } from '#shared/domain/plans/commitment/input.ts';
import { planPurchaseOrder } from '#shared/domain/plans/purchaseOrder.ts';
import { newSubcontractStatuses, planSubcontract } from '#shared/domain/plans/subcontract.ts';
import { commitmentWords } from '#shared/domain/procore/commitmentKey.ts';
import { type ItemKey, procoreIdOf, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreCommitment } from '#shared/domain/procore/records.ts';
import { firstNumbers, lengthLimits, nextNumber } from '#shared/domain/procore/rules/numbers.ts';
import { statusWords, subcontractStatuses } from '#shared/domain/sage/enumerations.ts';
import type { Context } from '../../../context.ts';
import type { Accepting } from '../../kindModule.ts';
import { commitmentsInSage, linkOf, takenNumbers } from '../commitments/inSage.ts';
import { jobOf, sendingLookups } from '../commitments/lookups.ts';
import { accountsOf, partnersNow } from '../commitments/partners.ts';
import { shortenedChoice } from '../commitments/questions.ts';
import { listChoice, textChoice } from '../shared/overflow.ts';
import { itemGone, planningOf } from '../shared/planning.ts';

/** and the dates that Sage does not save without. */
export function commitmentChoices(context: Context, key: ItemKey): Result<readonly ChoiceField[]> {
  const commitment = commitmentOf(context, key);
  if (commitment === null) return fail(itemGone(key.id));
  const { useContractNumber } = context.store.settings.read().procore;
  const subcontract = commitment.type === 'subcontract';
  return succeed([
    {
      ...shortenedChoice('number', 'Commitment ID', commitment.number, lengthLimits.commitmentNumber),
      ...(useContractNumber ? {} : { value: '' }),
      hint: numberHint(context, commitment),
    },
    shortenedChoice('title', 'Title', commitment.title, lengthLimits.commitmentTitle),
    {
      ...textChoice('date', subcontract ? 'Contract Date' : 'Order Date', commitment.contractDate ?? ''),
      type: 'date',
      required: true,
      hint: commitment.contractDate === null ? 'Procore has none, and Sage does not save without it.' : '',
    },
    ...(subcontract ? [statusChoice] : []),
  ]);
}

const statusChoice = listChoice(
  'status',
  'Status in Sage',
  '3',
  newSubcontractStatuses.map((status) => ({ value: status, label: statusWords(subcontractStatuses, status) })),
  'Both count as committed cost: 3-Contract is signed, 4-Current is at work.',
);

/** the next free number of the series that the job goes by in Sage. */
function numberHint(context: Context, { type, project }: ProcoreCommitment): string {
  const job = jobOf(context, project);
  if (job === null) return '';
  const used = [...commitmentsInSage(context, type, job)]
    .sort((a, b) => (BigInt(a.record) < BigInt(b.record) ? -1 : 1))
    .map(({ number }) => number);
  const next = nextNumber(firstNumbers[type], used);
  return next === null ? '' : `After the last ${commitmentWords[type]} of job ${job} comes ${next}.`;
}

export async function acceptCommitment(context: Context, key: ItemKey, choices: Choices): Promise<Result<Accepting>> {
  const commitment = commitmentOf(context, key);
  if (commitment === null) return fail(itemGone(key.id));
  const planning = await planningOf(context, key, commitment.number);
  if (!planning.ok) return planning;
  const sending = sendingLookups(context).sending(commitment.project, commitment.vendor);
  const facts = await partnersNow(context, sending, commitment.lines);
  if (!facts.ok) return facts;
  const { number = '', title = '', date = '', status = '' } = choices;
  const input: CommitmentInput = {
    planning: planning.value,
    commitment,
    choices: { number, title, date, status },
    sending,
    facts: facts.value,
    numbers: { inSage: takenNumbers(context, commitment.type, key.id), waiting: waitingNumbers(context, commitment) },
    unlinked: commitmentsInSage(context, commitment.type, sending.job ?? '')
      .filter((other) => other.vendor === sending.vendor && linkOf(context, other) === null)
      .map((other) => ({ number: other.number, total: other.original ?? other.total })),
    accounts: accountsOf(context, facts.value, sending, commitment.lines),
  };
  const planned = commitment.type === 'subcontract' ? planSubcontract(input) : planPurchaseOrder(input);
  if (!planned.ok) return succeed(planned);
  return succeed({ ok: true, as: { into: 'sage', plan: planned.plan, cautions: planned.cautions } });
}

/** Numbers of the same type that are not in Sage yet: shortening may make two of them equal. */
function waitingNumbers({ store }: Context, { id, type }: ProcoreCommitment) {
  const { records, links } = store.procore;
  return records
    .all('commitment')
    .filter((other) => other.id !== id && other.type === type && !other.deleted)
    .filter((other) => links.get(procoreItem('commitment', other.id)) === null)
    .map(({ number, title }) => ({ number, by: title }));
}

export function commitmentOf({ store }: Context, key: ItemKey): ProcoreCommitment | null {
  const id = procoreIdOf(key);
  return id === null ? null : store.procore.records.get('commitment', id);
}
