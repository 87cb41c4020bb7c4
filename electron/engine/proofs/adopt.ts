import type { BudgetDraft, Draft } from '#shared/domain/draft.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { UnknownProof } from '#shared/domain/proofs.ts';
import type { CorTransfer } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import { transition } from '#shared/domain/transfer.ts';
import { type Context, planHash } from '../context.ts';
import { openDraft, refused } from '../drafts/openDraft.ts';
import { planDraft } from '../drafts/planning.ts';
import { save } from '../push/approve.ts';
import { corTransfer } from '../push/words.ts';
import { readMemory, writeMemory } from './memory.ts';

/** The proof with this key that nobody has decided on; null when there is none any more. */
function unknownProof(context: Pick<Context, 'store'>, key: string): UnknownProof | null {
  return readMemory(context).unknown.find((proof) => proof.key === key) ?? null;
}

/**
 * Puts the CORs of an unknown proof beside what stands in Sage, so that a person can say in the queue that this is it: a transfer is
 * made for them under the proof's own key, as one of which only a person can tell whether it is in Sage. Written again under that key it
 * would meet its proof, so that whatever is done with it, it is never doubled. Out: the transfer's id.
 */
export async function adoptProof(context: Context, key: string, corIds: readonly string[]): Promise<Result<string>> {
  const { store, sage, random } = context;
  const proof = unknownProof(context, key);
  if (proof === null) return fail(decided());
  const before = proof.transferId === null ? null : corTransfer(context, proof.transferId);
  if (before?.state.name === 'needsAttention') return succeed(before.id);
  if (!proof.kind.startsWith('changeOrder.')) return fail(onTheBoard(proof));
  const read = await sage.changeOrder(proof.record);
  if (!read.ok) return read;
  if (read.value === null) return fail(goneFromSage(proof));
  store.sage.upsert('changeOrder', [read.value]);
  const own = proof.subjects.length > 0 ? proof.subjects : corIds;
  if (own.length === 0) return fail(refused('proofs.noCor', `Choose the COR that change order ${proof.number} is of.`));
  const id = proof.place === 'table' && store.transfers.get(key) === null ? key : random.uuid();
  const opened = await openDraft(context, own, 'push', id);
  if (!opened.ok) return opened;
  const drafted = corTransfer(context, opened.value);
  if (drafted === null) return fail(decided());
  const appended = proof.kind === 'changeOrder.append' || (proof.place === 'record' && proof.changes);
  const draft = appended
    ? { ...drafted.draft, target: { mode: 'existing' as const, record: proof.record } }
    : codedAs(drafted.draft, read.value, random.uuid);
  const planned = await planDraft(context, draft);
  if (!planned.ok) return planned;
  if (!planned.value.ok) return fail(incomplete(drafted, planned.value.refusals[0]?.sentence ?? ''));
  const { plan } = planned.value;
  store.transaction(() => {
    const at = context.clock.now();
    const failure = found(proof);
    // The same way as a push that was cut off and of which Sage cannot tell whether it was saved.
    const approved = transition({ name: 'draft' }, { type: 'approve', at });
    const claimed = approved === null ? null : transition(approved, { type: 'claim', at });
    const doubted = claimed === null ? null : transition(claimed, { type: 'doubt', at, failure });
    const state = doubted === null ? null : transition(doubted, { type: 'unsure', at, failure });
    if (state === null) throw new Error('A draft cannot be put beside what is in Sage');
    save(context, {
      ...drafted,
      draft,
      plan,
      planHash: planHash(plan),
      approvedCors: drafted.corIds.map((corId) => store.cors.get(corId)).filter((cor) => cor !== null),
      newestRecord: String(BigInt(proof.record) - 1n),
      state,
      title: plan.title,
      approvedAt: at,
      approvedBy: context.host.person,
    });
    const memory = readMemory(context);
    const unknown = memory.unknown.map((one) => (one.key === key ? { ...one, transferId: drafted.id } : one));
    writeMemory(context, { ...memory, unknown });
  });
  context.notify(['status', 'transfers']);
  return succeed(drafted.id);
}

/** It stays in Sage as it is, without a link: whoever says so has a reason. While it stands there its CORs are not pushed. */
export function leaveProof(context: Context, key: string, reason: string): Result<null> {
  const { store, clock, host } = context;
  const proof = unknownProof(context, key);
  if (proof === null) return fail(decided());
  return store.transaction(() => {
    const memory = readMemory(context);
    const left = { by: host.person, at: clock.now(), reason };
    const unknown = memory.unknown.map((one) => (one.key === key ? { ...one, left } : one));
    writeMemory(context, { ...memory, unknown });
    context.tell({
      kind: 'doubtDecided',
      sentence: `${host.person} leaves ${proof.title === '' ? `number ${proof.number}` : `'${proof.title}'`} in Sage as it is, without a link: ${reason}.`,
      job: proof.job === '' ? null : proof.job,
      changeOrder: proof.number,
      detail: { record: proof.record, reason },
    });
    context.notify(['status', 'transfers', 'history']);
    return succeed(null);
  });
}

/**
 * What a person once chose stands in Sage: its codes and budget lines, so that what is compared is what the COR says against what was
 * written. Of several CORs the lines go to the first, because nothing says whose they are.
 */
function codedAs(draft: Draft, changeOrder: ChangeOrder, newId: () => string): Draft {
  const [corId = ''] = draft.corIds;
  const prime = draft.prime.map((line, index) => ({
    ...line,
    costCode: changeOrder.prime[index]?.costCode ?? line.costCode,
    costType: changeOrder.prime[index]?.costType ?? line.costType,
  }));
  const budget = changeOrder.budget.map(
    ({ description, costCode, costType, amount, hours, units }): BudgetDraft => ({
      id: newId(),
      corId,
      description,
      costCode: costCode ?? '',
      costType: costType ?? '',
      shareMode: 'amount',
      share: amount,
      multiplier: '1',
      hours,
      units,
      subcontract: null,
      line: null,
    }),
  );
  const { type, phase } = changeOrder;
  return { ...draft, header: { ...draft.header, type: type ?? draft.header.type, phase }, prime, budget };
}

function found({ number, job, person, at }: UnknownProof): Failure {
  const who = person === '' ? '' : ` by ${person}`;
  const when = at === '' ? '' : ` on ${at.slice(0, 10)}`;
  return {
    next: 'needsPerson',
    code: 'proofs.found',
    sentence: `Sage has the proof that this was written as change order ${number} of job ${job}${who}${when}, before Plumbline's data was restored or by another Plumbline.`,
    remedy:
      'Under “Is it in Sage?” it stands field by field beside what is in 6-4-1: link it. It is not written again.',
  };
}

function incomplete({ title }: CorTransfer, why: string): Failure {
  return refused(
    'proofs.incomplete',
    `${title} cannot be put beside what is in Sage yet: ${why} Complete the draft under Queue, then try again here.`,
  );
}

function onTheBoard({ title, number }: UnknownProof): Failure {
  const what = title === '' ? `Number ${number}` : `'${title}'`;
  return refused(
    'proofs.onBoard',
    `${what} came from Procore: link it with what is in Sage under Procore, where both stand side by side; it then leaves this list by itself.`,
  );
}

function goneFromSage({ number, job }: UnknownProof): Failure {
  return refused(
    'proofs.gone',
    `Change order ${number} of job ${job} is no longer in Sage. Say that it stays as it is; after that its COR can be pushed anew.`,
  );
}

function decided(): Failure {
  return refused('proofs.decided', 'Nobody has to decide on this any more: look at the list again.');
}
