import { compareInstants } from '#shared/domain/dates.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { retryWaitIsOver } from '#shared/domain/retry.ts';
import type { TransferStateName } from '#shared/domain/transfer.ts';
import { byItself, type Context } from '../context.ts';
import type { ApplyOutcome } from '../ports/sageCompany.ts';
import { compareProofs } from '../proofs/compare.ts';
import { holdsNow, notYetCompared } from '../proofs/hold.ts';
import { installationOf } from '../proofs/memory.ts';
import { isTypedByHand, notWritten } from '../writing/decision.ts';
import { inspectCompany } from '../writing/inspectCompany.ts';
import { noteUsed, searchOf, storeOfPlan } from '../writing/markerStores.ts';
import { theseBooks } from '../writing/theseBooks.ts';
import { doubted, failed, move, unsure } from './moves.ts';
import { officeTime } from './officeTime.ts';
import { settleApplied } from './settle.ts';
import { settleFound, type Unsettled } from './settleFound.ts';
import { changedSinceApproval, notComparedNow, otherCompany, planMissing } from './stillApproved.ts';
import { unprovedWrite } from './unproved.ts';

/** Somebody else is just writing to the same job or rows, or took the same number: the other jobs go on. */
const inTheWay = new Set(['sage.locked', 'sage.numberTaken']);

export type DrainCount = { readonly applied: number; readonly failed: number; readonly failure: Failure | null };

/**
 * Works through the outbox: resolves doubts first, then applies what is due, in the order of approval. Transfers of one
 * business key wait for each other; a transfer that needs a person, or finds somebody else writing to its job, holds no other
 * job up. Each is tried once in a run.
 */
export async function drain(context: Context): Promise<DrainCount> {
  recoverInterrupted(context);
  const due = nextDue(context);
  // Until a restored store is compared, what is in Sage looks as if it were not: that is found out at once, whatever is due.
  if (due === null && notYetCompared(context) !== null) await compareProofs(context);
  const failure = due === null ? null : await inspectBeforeWriting(context);
  if (failure !== null) return { applied: 0, failed: 0, failure };
  const turn = createTurn(context);
  try {
    return await drainDue(context, turn);
  } finally {
    await turn.end();
  }
}

/** The turn to write is taken before the first plan, and not where all that waits is looked up or typed by hand. */
function createTurn({ sage }: Context) {
  let begun = false;
  return {
    isHeld: () => begun,
    begin: async (): Promise<Failure | null> => {
      const taken = await sage.beginWriting();
      begun = taken.ok;
      return taken.ok ? null : taken.failure;
    },
    end: async (): Promise<void> => {
      if (begun) await sage.endWriting();
    },
  };
}

async function drainDue(context: Context, turn: ReturnType<typeof createTurn>): Promise<DrainCount> {
  let applied = 0;
  let failed = 0;
  let failure: Failure | null = null;
  let uncompared: Failure | null | undefined;
  const failedNow = new Set<string>();
  for (;;) {
    const next = nextDue(context, failedNow);
    if (next === null) return { applied, failed, failure };
    const isDoubt = next.state.name === 'inDoubt';
    const isWritten = !isDoubt && !willBeTyped(context, next);
    if (isWritten && !turn.isHeld()) {
      const taken = await turn.begin();
      if (taken !== null) return { applied, failed, failure: taken };
      // Until now another computer could write what was not in Sage yet when the two were compared.
      uncompared = undefined;
    }
    if (!isDoubt && uncompared === undefined) {
      // What was restored from a backup, here or there, is found out before anything is written onto it.
      uncompared = await compareProofs(context);
      if (uncompared !== null && notYetCompared(context) !== null) {
        return { applied, failed, failure: { ...uncompared, next: 'retry' } };
      }
      // What was found may hold some of them back.
      continue;
    }
    const after = isDoubt
      ? await resolveDoubt(context, next)
      : isWritten
        ? await applyOne(context, next, uncompared ?? null)
        : await handOver(context, next);
    if (after === 'handedOver') continue;
    if (after === 'done') applied += 1;
    else failed += 1;
    if (typeof after === 'object') {
      failure = after;
      failedNow.add(next.id);
      // Without contact every other transfer would fail the same way: the next tick goes on.
      if (after.next === 'retry' && !inTheWay.has(after.code)) return { applied, failed, failure };
    }
  }
}

/** Whoever is about to write looks first whether the database is still the one that writing was allowed for. */
async function inspectBeforeWriting(context: Context): Promise<Failure | null> {
  // A sample company is what Plumbline itself made, and the executor compares its schema all the same.
  if (context.companyKind === 'sample' || context.writing().chosen !== 'direct') return theseBooks(context);
  const inspected = await inspectCompany(context);
  return inspected.ok ? theseBooks(context) : inspected.failure;
}

/** A transfer found `applying` outlived its process: only Sage can tell whether it was applied. */
function recoverInterrupted(context: Context): void {
  const { store, clock } = context;
  store.transaction(() => {
    for (const transfer of store.transfers.open()) {
      if (transfer.state.name !== 'applying') continue;
      const failure: Failure = {
        next: 'retry',
        code: 'push.interrupted',
        sentence: 'Plumbline was stopped while writing: Sage is asked whether it was written.',
      };
      move(context, transfer, { type: 'doubt', at: clock.now(), failure });
    }
  });
}

/** Whether the outbox has work at this moment: approved, its wait over, or cut off by a crash. Ask while no run is under way. */
export function outboxDue(context: Pick<Context, 'store' | 'clock'>): boolean {
  const counts = context.store.transfers.counts();
  const on = (name: TransferStateName) => (counts[name] ?? 0) > 0;
  return on('applying') || ((on('queued') || on('waiting') || on('inDoubt')) && nextDue(context) !== null);
}

/**
 * Transfers of a job that has one among those left out wait with it. What the proofs in Sage disagree about stays where it is until a
 * person has looked; a doubt is looked up all the same.
 */
function nextDue(context: Pick<Context, 'store' | 'clock'>, leftOut: ReadonlySet<string> = new Set()): Transfer | null {
  const { store, clock } = context;
  const now = clock.now();
  const blocked = new Set<string>();
  const hold = holdsNow(context);
  for (const transfer of store.transfers.open()) {
    const { state, businessKey } = transfer;
    if (blocked.has(businessKey)) continue;
    if (isOnItsWay(state) && hold(transfer) !== null) continue;
    if (!leftOut.has(transfer.id) && isDue(transfer, now)) return transfer;
    if (state.name === 'queued' || state.name === 'waiting' || state.name === 'inDoubt') blocked.add(businessKey);
  }
  return null;
}

/** Approved and not begun, so that a disagreement about proofs holds it. */
export function isOnItsWay({ name }: Transfer['state']): boolean {
  return name === 'queued' || name === 'waiting';
}

/** A doubt is looked up at once, then again whenever its failure's time has come. */
function isDue({ state }: Transfer, now: string): boolean {
  switch (state.name) {
    case 'queued':
      return true;
    case 'inDoubt':
      return retryWaitIsOver(state.failure.until ?? state.since, now);
    case 'waiting':
      // A time that Sage or a person named may lie far ahead.
      return state.failure.next === 'waitUntil'
        ? compareInstants(state.until, now) <= 0
        : retryWaitIsOver(state.until, now);
    default:
      return false;
  }
}

/** Hand entry was chosen after the approval. */
function willBeTyped(context: Context, { plan }: Transfer): boolean {
  return plan !== null && isTypedByHand(context, plan.kind);
}

/** Before a person is told to type it Sage is asked whether it was written: here it may be from before, in a store that was restored. */
async function handOver(context: Context, found: Transfer): Promise<'handedOver' | 'done' | 'failed' | Failure> {
  const { sage, clock } = context;
  if (found.plan === null) throw new Error(`Transfer ${found.id} has no plan to type`);
  const answer = await sage.lookUp(found.plan, searchOf(context, found));
  const at = clock.now();
  const due = found.state.name === 'waiting' ? move(context, found, { type: 'due', at }) : found;
  const claim = () => move(context, due, { type: 'claim', at });
  // What others entered meanwhile is found and shown while it waits to be typed.
  if (!answer.ok && answer.failure.code !== 'sage.markerUnsure') return failed(context, claim(), answer.failure);
  if (answer.ok && answer.value !== null) {
    const claimed = claim();
    return afterFound(context, claimed, await settleFound(context, claimed, answer.value));
  }
  move(context, due, { type: 'handOver', at });
  return 'handedOver';
}

/** `barred`: why nothing may be written now, whatever the plan says. */
async function applyOne(
  context: Context,
  found: Transfer,
  barred: Failure | null,
): Promise<'done' | 'failed' | Failure> {
  const { store, sage, clock, logger } = context;
  const claimed = store.transaction(() => {
    if (found.plan !== null) noteUsed(context, storeOfPlan(context, found.plan));
    const due = found.state.name === 'waiting' ? move(context, found, { type: 'due', at: clock.now() }) : found;
    return move(context, due, { type: 'claim', at: clock.now() });
  });
  const { plan, planHash } = claimed;
  if (plan === null || planHash === null) return failed(context, claimed, planMissing);
  if (plan.company !== context.company) return failed(context, claimed, otherCompany(plan));
  const hindered =
    notWritten(context, plan.kind) ?? notComparedNow(context, plan) ?? changedSinceApproval(context, claimed, plan);
  if (hindered !== null) return failed(context, claimed, hindered);
  if (barred !== null) return settle(context, claimed, { outcome: 'notApplied', failure: barred });
  const beganMs = clock.monotonicMs();
  const outcome = await sage.apply(plan, {
    company: context.company,
    ...searchOf(context, claimed),
    planHash,
    installation: installationOf(context),
    person: claimed.approvedBy ?? byItself,
    at: clock.now(),
    officeTime: officeTime(clock.now(), store.settings.read().timeZone),
  });
  logger.info('push.answered', {
    transfer: claimed.id,
    outcome: outcome.outcome,
    ms: Math.round(clock.monotonicMs() - beganMs),
  });
  const after = await settle(context, claimed, outcome);
  // So that the draft, opened again, is planned on what is there now.
  if (typeof after === 'object' && after.code === 'sage.schemaChanged') await inspectCompany(context);
  return after;
}

async function settle(
  context: Context,
  transfer: Transfer,
  outcome: ApplyOutcome,
): Promise<'done' | 'failed' | Failure> {
  switch (outcome.outcome) {
    case 'applied':
      settleApplied(context, transfer, outcome.receipt, outcome.changeOrder);
      return 'done';
    case 'alreadyApplied':
      return afterFound(context, transfer, await settleFound(context, transfer, outcome.marker, outcome.changeOrder));
    case 'notApplied':
      return failed(context, transfer, outcome.failure);
    case 'inDoubt':
      return doubted(context, transfer, outcome.failure);
  }
}

/** Asks Sage whether a transfer in doubt was applied, and goes by the answer; without one it stays in doubt. */
export async function resolveDoubt(context: Context, transfer: Transfer): Promise<'done' | 'failed' | Failure> {
  const { sage, clock } = context;
  if (transfer.plan === null) return unsure(context, transfer, planMissing);
  const found = await sage.lookUp(transfer.plan, searchOf(context, transfer));
  if (!found.ok && found.failure.code === 'sage.markerUnsure') return unsure(context, transfer, found.failure);
  if (!found.ok) return doubted(context, transfer, found.failure);
  if (found.value === null) {
    const unproved = await unprovedWrite(context, transfer);
    if (!unproved.ok) return doubted(context, transfer, unproved.failure);
    if (unproved.value !== null) return unsure(context, transfer, unproved.value);
    move(context, transfer, { type: 'notApplied', at: clock.now() });
    return 'failed';
  }
  return afterFound(context, transfer, await settleFound(context, transfer, found.value));
}

function afterFound(context: Context, transfer: Transfer, unsettled: Unsettled | null): 'done' | Failure {
  if (unsettled === null) return 'done';
  const { by, failure } = unsettled;
  if (by === 'sage') return doubted(context, transfer, failure);
  return transfer.state.name === 'inDoubt' ? unsure(context, transfer, failure) : failed(context, transfer, failure);
}
