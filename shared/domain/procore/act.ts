import { z } from 'zod';
import { assertNever, type Failure } from '../failure.ts';
import { failureSchema } from '../failureSchema.ts';
import { procoreCallSchema } from './call.ts';
import { itemKeySchema } from './item.ts';

/**
 * A write into Procore: calls that may be repeated without harm, one after the other. Nothing is in doubt here: what may have been
 * done is simply done again, and the last step reads back.
 *
 *   queued ─begin→ working ─read back equal→ done
 *     ▲               ├ no contact, limit reached → waiting ─due→ queued
 *     │               └ refused by Procore ──────→ needsAttention ─retry→ queued
 *     └───(found working after a crash)                          └─drop→ dropped
 */
export const actStateSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('queued'), since: z.string(), attempt: z.number().int() }),
  z.object({ name: z.literal('working'), since: z.string(), attempt: z.number().int() }),
  z.object({ name: z.literal('waiting'), until: z.string(), attempt: z.number().int(), failure: failureSchema }),
  z.object({ name: z.literal('needsAttention'), since: z.string(), attempt: z.number().int(), failure: failureSchema }),
  z.object({ name: z.literal('done'), at: z.string() }),
  z.object({ name: z.literal('dropped'), at: z.string(), reason: z.string() }),
]);
export type ActState = z.infer<typeof actStateSchema>;

export type ActEvent =
  | { readonly type: 'begin'; readonly at: string }
  | { readonly type: 'done'; readonly at: string }
  | { readonly type: 'failed'; readonly at: string; readonly failure: Failure; readonly retryAt: string }
  | { readonly type: 'interrupted'; readonly at: string }
  | { readonly type: 'due'; readonly at: string }
  | { readonly type: 'retry'; readonly at: string }
  | { readonly type: 'drop'; readonly at: string; readonly reason: string };

/** The next state; null when the event is not allowed in this one. */
export function actTransition(state: ActState, event: ActEvent): ActState | null {
  switch (event.type) {
    case 'begin':
      return state.name === 'queued' ? { name: 'working', since: event.at, attempt: state.attempt + 1 } : null;
    case 'done':
      return state.name === 'working' ? { name: 'done', at: event.at } : null;
    case 'failed':
      return state.name === 'working' ? afterFailure(state.attempt, event) : null;
    case 'interrupted':
      return state.name === 'working' ? { name: 'queued', since: event.at, attempt: state.attempt } : null;
    case 'due':
      return state.name === 'waiting' ? { name: 'queued', since: event.at, attempt: state.attempt } : null;
    case 'retry':
      return state.name === 'waiting' || state.name === 'needsAttention'
        ? { name: 'queued', since: event.at, attempt: state.attempt }
        : null;
    case 'drop':
      return state.name === 'queued' || state.name === 'waiting' || state.name === 'needsAttention'
        ? { name: 'dropped', at: event.at, reason: event.reason }
        : null;
    default:
      return assertNever(event);
  }
}

function afterFailure(attempt: number, event: Extract<ActEvent, { type: 'failed' }>): ActState {
  const { failure } = event;
  return failure.next === 'retry' || failure.next === 'waitUntil'
    ? { name: 'waiting', until: failure.until ?? event.retryAt, attempt, failure }
    : { name: 'needsAttention', since: event.at, attempt, failure };
}

/** `acknowledge`: Procore is told what Sage has, after an export. */
export const actSchema = z.object({
  id: z.string(),
  item: itemKeySchema,
  purpose: z.enum(['link', 'acknowledge', 'update', 'unlink', 'import']),
  title: z.string(),
  /** In order. Values that an earlier call gave are named by its place (`call.ts`). */
  calls: z.array(procoreCallSchema).min(1).readonly(),
  /** What the calls done so far gave: the Procore id that each created or found. */
  given: z.array(z.string().nullable()).readonly(),
  state: actStateSchema,
  /** Applied to the link when the act is done, as JSON of the kind's own; empty: nothing. */
  settle: z.string(),
  attempts: z.array(z.object({ at: z.string(), sentence: z.string(), detail: z.string() })).readonly(),
  createdAt: z.string(),
  by: z.string(),
});
export type Act = z.infer<typeof actSchema>;
