import { z } from 'zod';
import { assertNever, type Failure } from './failure.ts';
import { failureSchema } from './failureSchema.ts';

/**
 * One record's crossing from Clearstory into Sage.
 *
 *   draft ─approve→ queued ─claim→ applying ─read back equal→ done
 *     ▲               │ ▲             │
 *     └──withdraw─────┘ │             ├ no contact, busy ───→ waiting ─due→ queued
 *                       │             ├ outcome unknown ────→ inDoubt ─looked up→ done | queued | needsAttention
 *                       │             │                         └ nobody is there to ask, a person gives it up → needsAttention
 *                       │             └ data or rule broken → needsAttention ─retry→ queued
 *                       └─────────────────────────────────────────┘         └─reopen→ draft
 *   needsAttention, where only a person can tell whether it is in Sage ─pointed at→ done
 *   draft, queued ─handOver→ awaitingEntry ─a person typed it→ done
 *                              │       └ something like it was found: looked at, passed over → awaitingEntry
 *                              └─withdraw→ draft
 *   draft, queued, waiting, awaitingEntry, needsAttention ─drop(reason)→ dropped
 */

/** A change order in Sage that may be what a person typed, and how many of its fields differ from the plan. */
export const foundEntrySchema = z.object({ record: z.string(), number: z.string(), differences: z.number().int() });
export type FoundEntry = z.infer<typeof foundEntrySchema>;

export const transferStateSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('draft') }),
  z.object({ name: z.literal('queued'), since: z.string(), attempt: z.number().int() }),
  z.object({ name: z.literal('applying'), since: z.string(), attempt: z.number().int() }),
  z.object({ name: z.literal('waiting'), until: z.string(), attempt: z.number().int(), failure: failureSchema }),
  z.object({ name: z.literal('inDoubt'), since: z.string(), attempt: z.number().int(), failure: failureSchema }),
  z.object({ name: z.literal('needsAttention'), since: z.string(), attempt: z.number().int(), failure: failureSchema }),
  /** Approved, and a person types it into Sage. */
  z.object({
    name: z.literal('awaitingEntry'),
    since: z.string(),
    /** What was found and is not equal: a person decides. Empty while nothing was found. */
    found: z.array(foundEntrySchema).readonly(),
    /** Of what a person said is not it, or not yet: hashes of the change orders as they were then. */
    passedOver: z.array(z.string()).readonly(),
  }),
  z.object({
    name: z.literal('done'),
    at: z.string(),
    record: z.string(),
    number: z.string(),
    typed: z.boolean().optional(),
    /** A person pointed at it in Sage, where no proof told. */
    recognised: z.boolean().optional(),
  }),
  z.object({
    name: z.literal('dropped'),
    at: z.string(),
    reason: z.string(),
    /** Nobody could tell whether it had been written. */
    mayBeInSage: z.boolean().optional(),
  }),
]);
export type TransferState = z.infer<typeof transferStateSchema>;
export type TransferStateName = TransferState['name'];

export type TransferEvent =
  | { readonly type: 'approve'; readonly at: string }
  | { readonly type: 'handOver'; readonly at: string }
  /** Sage was read: what there may be the typed record. */
  | { readonly type: 'entriesFound'; readonly found: readonly FoundEntry[] }
  | { readonly type: 'passOver'; readonly seen: string }
  | { readonly type: 'typed'; readonly at: string; readonly record: string; readonly number: string }
  /** Where only a person can tell: this is what was written. */
  | { readonly type: 'recognised'; readonly at: string; readonly record: string; readonly number: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'claim'; readonly at: string }
  | { readonly type: 'applied'; readonly at: string; readonly record: string; readonly number: string }
  | { readonly type: 'failed'; readonly at: string; readonly failure: Failure; readonly retryAt: string }
  | { readonly type: 'doubt'; readonly at: string; readonly failure: Failure }
  /** Looked up, and only a person can tell. */
  | { readonly type: 'unsure'; readonly at: string; readonly failure: Failure }
  /** Sage will never answer again, says a person. */
  | { readonly type: 'giveUp'; readonly at: string; readonly failure: Failure }
  | { readonly type: 'notApplied'; readonly at: string }
  | { readonly type: 'due'; readonly at: string }
  | { readonly type: 'retry'; readonly at: string }
  | { readonly type: 'reopen' }
  | { readonly type: 'drop'; readonly at: string; readonly reason: string };

/** The next state, or null when the event is not allowed in this state (the caller says so; nothing changes). */
export function transition(state: TransferState, event: TransferEvent): TransferState | null {
  switch (event.type) {
    case 'approve':
      return state.name === 'draft' ? { name: 'queued', since: event.at, attempt: 0 } : null;
    case 'handOver':
      return state.name === 'draft' || state.name === 'queued'
        ? { name: 'awaitingEntry', since: event.at, found: [], passedOver: [] }
        : null;
    case 'entriesFound':
      return state.name === 'awaitingEntry' ? { ...state, found: event.found } : null;
    case 'passOver':
      return state.name === 'awaitingEntry'
        ? { ...state, found: [], passedOver: [...state.passedOver, event.seen].slice(-20) }
        : null;
    case 'typed':
      return state.name === 'awaitingEntry'
        ? { name: 'done', at: event.at, record: event.record, number: event.number, typed: true }
        : null;
    case 'recognised':
      return isUndecided(state)
        ? { name: 'done', at: event.at, record: event.record, number: event.number, recognised: true }
        : null;
    case 'withdraw':
      return state.name === 'queued' || state.name === 'waiting' || state.name === 'awaitingEntry'
        ? { name: 'draft' }
        : null;
    case 'claim':
      return state.name === 'queued' ? { name: 'applying', since: event.at, attempt: state.attempt + 1 } : null;
    case 'applied':
      return state.name === 'applying' || state.name === 'inDoubt'
        ? { name: 'done', at: event.at, record: event.record, number: event.number }
        : null;
    case 'failed':
      return state.name === 'applying' ? afterFailure(state.attempt, event) : null;
    case 'doubt':
      return state.name === 'applying' || state.name === 'inDoubt'
        ? { name: 'inDoubt', since: event.at, attempt: state.attempt, failure: event.failure }
        : null;
    case 'unsure':
    case 'giveUp':
      return state.name === 'inDoubt'
        ? { name: 'needsAttention', since: event.at, attempt: state.attempt, failure: event.failure }
        : null;
    case 'notApplied':
      return state.name === 'inDoubt' ? { name: 'queued', since: event.at, attempt: state.attempt } : null;
    case 'due':
      return state.name === 'waiting' ? { name: 'queued', since: event.at, attempt: state.attempt } : null;
    case 'retry':
      return state.name === 'waiting' || state.name === 'needsAttention'
        ? { name: 'queued', since: event.at, attempt: state.attempt }
        : null;
    case 'reopen':
      return state.name === 'needsAttention' ? { name: 'draft' } : null;
    case 'drop':
      return canDrop(state)
        ? { name: 'dropped', at: event.at, reason: event.reason, ...(mayBeInSage(state) ? { mayBeInSage: true } : {}) }
        : null;
    default:
      return assertNever(event);
  }
}

function afterFailure(attempt: number, event: Extract<TransferEvent, { type: 'failed' }>): TransferState {
  const { failure } = event;
  switch (failure.next) {
    case 'retry':
      return { name: 'waiting', until: event.retryAt, attempt, failure };
    case 'waitUntil':
      return { name: 'waiting', until: failure.until ?? event.retryAt, attempt, failure };
    case 'needsPerson':
    case 'bug':
      return { name: 'needsAttention', since: event.at, attempt, failure };
    default:
      return assertNever(failure.next);
  }
}

function canDrop(state: TransferState): boolean {
  return (
    state.name === 'draft' ||
    state.name === 'queued' ||
    state.name === 'waiting' ||
    state.name === 'awaitingEntry' ||
    state.name === 'needsAttention'
  );
}

/** Failures after which only a person can tell whether the change order is in Sage. */
const unsureCodes: ReadonlySet<string> = new Set([
  'sage.markerUnsure',
  'sage.markerConflict',
  'sage.markerGone',
  'push.doubtGivenUp',
  'proofs.found',
]);

/** Those where Sage's own proof says that it was written: written again under its key, it would only meet that. */
const provedCodes: ReadonlySet<string> = new Set(['sage.markerConflict', 'sage.markerGone', 'proofs.found']);

/** Whether it may have been written although nothing says so: a doubt that is not settled, or never could be. */
export function mayBeInSage(state: TransferState): boolean {
  if (state.name === 'dropped') return state.mayBeInSage === true;
  return state.name === 'inDoubt' || isUndecided(state);
}

/** Only a person can tell whether it was written, and has not yet. */
export function isUndecided(state: TransferState): boolean {
  return state.name === 'needsAttention' && leavesUndecided(state.failure);
}

export function leavesUndecided({ code }: Pick<Failure, 'code'>): boolean {
  return unsureCodes.has(code);
}

export function isProved(state: TransferState): boolean {
  return state.name === 'needsAttention' && provedCodes.has(state.failure.code);
}

/** What a person types who gives a doubt up, so that nobody does it unawares. */
export const doubtWords = 'It may be in Sage';
