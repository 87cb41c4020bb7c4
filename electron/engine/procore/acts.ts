import { compareInstants } from '#shared/domain/dates.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { type Act, type ActEvent, actTransition } from '#shared/domain/procore/act.ts';
import { retryDelayMs, retryWaitIsOver } from '#shared/domain/retry.ts';
import type { Context } from '../context.ts';
import { saveAct } from './queueAct.ts';

export type ActCount = { readonly done: number; readonly failed: number; readonly failure: Failure | null };

/**
 * Does what Procore still has to be told, oldest first. Every call may be repeated, so that what a crash cut off is simply done
 * again. Without contact, or at Procore's limit, the rest waits for the next run.
 */
export async function drainActs(context: Context): Promise<ActCount> {
  const { store, clock, procore } = context;
  let done = 0;
  let failed = 0;
  if (!procore.configured()) return { done, failed, failure: null };
  for (const { id } of store.procore.acts.open()) {
    const act = store.procore.acts.get(id);
    if (act === null || !isDue(act, clock.now())) continue;
    const failure = await perform(context, begun(context, act));
    if (failure === null) {
      done += 1;
      continue;
    }
    failed += 1;
    if (failure.next === 'retry' || failure.next === 'waitUntil') return { done, failed, failure };
  }
  return { done, failed, failure: null };
}

/** Whether something is due now. */
export function actsDue({ store, clock }: Pick<Context, 'store' | 'clock'>): boolean {
  return store.procore.acts.open().some((act) => isDue(act, clock.now()));
}

function isDue({ state }: Act, now: string): boolean {
  switch (state.name) {
    case 'queued':
    case 'working':
      return true;
    case 'waiting':
      return state.failure.next === 'waitUntil'
        ? compareInstants(state.until, now) <= 0
        : retryWaitIsOver(state.until, now);
    default:
      return false;
  }
}

function begun(context: Context, found: Act): Act {
  const at = context.clock.now();
  return context.store.transaction(() => {
    const { name } = found.state;
    const first = name === 'working' ? 'interrupted' : name === 'waiting' ? 'due' : null;
    const queued = first === null ? found : moved(context, found, { type: first, at });
    return moved(context, queued, { type: 'begin', at });
  });
}

/** Null: done. */
async function perform(context: Context, begunAct: Act): Promise<Failure | null> {
  const { store, clock, procore } = context;
  let act = begunAct;
  for (const call of act.calls.slice(act.given.length)) {
    const outcome = await procore.write(call, act.given);
    if (!outcome.ok) return failed(context, act, outcome.failure);
    act = { ...act, given: [...act.given, outcome.value] };
    saveAct(context, act);
  }
  store.transaction(() => {
    const { settle, given, by, item } = act;
    context.kindModule(item.kind).settleAct(context, item, { settle, given, by });
    moved(context, act, { type: 'done', at: clock.now() });
    context.tell({
      kind: 'procoreTold',
      by,
      sentence: `Procore has it: ${act.title}.`,
      detail: { item: `${item.kind} ${item.id}`, calls: String(act.calls.length) },
    });
  });
  return null;
}

function failed(context: Context, act: Act, failure: Failure): Failure {
  const { store, clock, random } = context;
  const at = clock.now();
  store.transaction(() => {
    const attempts = [...act.attempts, { at, sentence: failure.sentence, detail: failure.detail ?? '' }].slice(-20);
    const attempt = 'attempt' in act.state ? act.state.attempt : 1;
    const retryAt = new Date(Date.parse(at) + retryDelayMs(attempt, random.fraction())).toISOString();
    const state = moved(context, { ...act, attempts }, { type: 'failed', at, failure, retryAt }).state;
    if (state.name !== 'needsAttention') return;
    context.tell({
      kind: 'failed',
      by: act.by,
      sentence: `Procore was not told: ${act.title}. ${failure.sentence}`,
      detail: { item: `${act.item.kind} ${act.item.id}`, code: failure.code },
    });
  });
  return failure;
}

/** The act after an event that its state allows: anything else is a bug. Call it inside a transaction. */
export function moved(context: Context, act: Act, event: ActEvent): Act {
  const state = actTransition(act.state, event);
  if (state === null) throw new Error(`Act ${act.id}: ${event.type} is not possible in ${act.state.name}`);
  const next = { ...act, state };
  saveAct(context, next);
  return next;
}
