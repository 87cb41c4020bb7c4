import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '#shared/domain/failure.ts';
import {
  mayBeInSage,
  type TransferEvent,
  type TransferState,
  type TransferStateName,
  transferStateSchema,
  transition,
} from '#shared/domain/transfer.ts';

const at = '2026-11-20T16:00:00.000Z';
const retryAt = '2026-11-20T16:05:00.000Z';
const failure = (next: Failure['next'], change: Partial<Failure> = {}): Failure => ({
  next,
  code: 'test',
  sentence: 'Something happened.',
  ...change,
});

const states: { readonly [N in TransferStateName]: Extract<TransferState, { name: N }> } = {
  draft: { name: 'draft' },
  queued: { name: 'queued', since: at, attempt: 2 },
  applying: { name: 'applying', since: at, attempt: 3 },
  waiting: { name: 'waiting', until: at, attempt: 3, failure: failure('retry') },
  awaitingEntry: { name: 'awaitingEntry', since: at, found: [], passedOver: [] },
  inDoubt: { name: 'inDoubt', since: at, attempt: 3, failure: failure('retry') },
  needsAttention: { name: 'needsAttention', since: at, attempt: 3, failure: failure('needsPerson') },
  done: { name: 'done', at, record: '3001', number: '7' },
  dropped: { name: 'dropped', at, reason: 'Typed by hand' },
};
const stateNames = Object.keys(states) as readonly TransferStateName[];

const events: { readonly [T in TransferEvent['type']]: Extract<TransferEvent, { type: T }> } = {
  approve: { type: 'approve', at },
  handOver: { type: 'handOver', at },
  entriesFound: { type: 'entriesFound', found: [{ record: '3001', number: '7', differences: 1 }] },
  passOver: { type: 'passOver', seen: 'as it was' },
  typed: { type: 'typed', at, record: '3001', number: '7' },
  recognised: { type: 'recognised', at, record: '3001', number: '7' },
  withdraw: { type: 'withdraw' },
  claim: { type: 'claim', at },
  applied: { type: 'applied', at, record: '3001', number: '7' },
  failed: { type: 'failed', at, failure: failure('retry'), retryAt },
  doubt: { type: 'doubt', at, failure: failure('retry') },
  unsure: { type: 'unsure', at, failure: failure('needsPerson') },
  giveUp: { type: 'giveUp', at, failure: failure('needsPerson', { code: 'push.doubtGivenUp' }) },
  notApplied: { type: 'notApplied', at },
  due: { type: 'due', at },
  retry: { type: 'retry', at },
  reopen: { type: 'reopen' },
  drop: { type: 'drop', at, reason: 'Typed by hand' },
};
const eventNames = Object.keys(events) as readonly TransferEvent['type'][];

/** Every legal step; whatever is not here is refused. */
const legal: Readonly<Record<TransferStateName, Partial<Record<TransferEvent['type'], TransferStateName>>>> = {
  draft: { approve: 'queued', handOver: 'awaitingEntry', drop: 'dropped' },
  queued: { withdraw: 'draft', claim: 'applying', handOver: 'awaitingEntry', drop: 'dropped' },
  awaitingEntry: {
    entriesFound: 'awaitingEntry',
    passOver: 'awaitingEntry',
    typed: 'done',
    withdraw: 'draft',
    drop: 'dropped',
  },
  applying: { applied: 'done', failed: 'waiting', doubt: 'inDoubt' },
  waiting: { withdraw: 'draft', due: 'queued', retry: 'queued', drop: 'dropped' },
  inDoubt: {
    applied: 'done',
    doubt: 'inDoubt',
    unsure: 'needsAttention',
    giveUp: 'needsAttention',
    notApplied: 'queued',
  },
  needsAttention: { retry: 'queued', reopen: 'draft', drop: 'dropped' },
  done: {},
  dropped: {},
};

describe('a transfer', () => {
  it.each(
    stateNames.flatMap((state) => eventNames.map((event) => [state, event, legal[state][event] ?? null] as const)),
  )('that is %s and gets “%s” becomes %s', (state, event, next) => {
    expect(transition(states[state], events[event])?.name ?? null).toBe(next);
  });

  it('keeps nothing of an approval when it is withdrawn or reopened', () => {
    expect(transition(states.queued, events.withdraw)).toEqual({ name: 'draft' });
    expect(transition(states.needsAttention, events.reopen)).toEqual({ name: 'draft' });
  });

  it('counts its attempts from the approval on, through waiting, doubt and a person’s retry', () => {
    expect(transition(states.draft, events.approve)).toEqual({ name: 'queued', since: at, attempt: 0 });
    expect(transition(states.queued, events.claim)).toEqual({ name: 'applying', since: at, attempt: 3 });
    for (const [state, event] of [
      ['waiting', 'due'],
      ['waiting', 'retry'],
      ['inDoubt', 'notApplied'],
      ['needsAttention', 'retry'],
    ] as const) {
      expect(transition(states[state], events[event])).toEqual({ name: 'queued', since: at, attempt: 3 });
    }
  });

  it('waits after a fault that passes, until the failure’s own time where it has one', () => {
    const ends = (why: Failure) => transition(states.applying, { ...events.failed, failure: why });
    expect(ends(failure('retry'))).toMatchObject({ name: 'waiting', until: retryAt, attempt: 3 });
    const until = '2026-11-21T06:00:00.000Z';
    expect(ends(failure('waitUntil', { until }))).toMatchObject({ name: 'waiting', until });
    expect(ends(failure('waitUntil'))).toMatchObject({ name: 'waiting', until: retryAt });
    // The time of another kind of failure says nothing about when to try again.
    expect(ends(failure('retry', { until }))).toMatchObject({ name: 'waiting', until: retryAt });
  });

  it('needs a person after a broken rule or a bug, and keeps the reason', () => {
    for (const next of ['needsPerson', 'bug'] as const) {
      const why = failure(next);
      const state = transition(states.applying, { ...events.failed, failure: why });
      expect(state).toEqual({ name: 'needsAttention', since: at, attempt: 3, failure: why });
    }
  });

  it('keeps record and number when it is done, the reason when it is dropped', () => {
    expect(transition(states.applying, events.applied)).toEqual(states.done);
    expect(transition(states.inDoubt, events.applied)).toEqual(states.done);
    expect(transition(states.queued, events.drop)).toEqual(states.dropped);
  });

  it('may be in Sage after a doubt that nobody could settle, and says so for as long as it is here', () => {
    const givenUp = transition(states.inDoubt, events.giveUp);
    expect(givenUp === null ? null : mayBeInSage(givenUp)).toBe(true);
    const dropped = givenUp === null ? null : transition(givenUp, events.drop);
    expect(dropped).toEqual({ ...states.dropped, mayBeInSage: true });
    expect(dropped === null ? null : mayBeInSage(dropped)).toBe(true);
    const unsure = { ...states.needsAttention, failure: failure('needsPerson', { code: 'sage.markerUnsure' }) };
    expect(mayBeInSage(unsure)).toBe(true);
    for (const name of ['queued', 'needsAttention', 'dropped'] as const) expect(mayBeInSage(states[name])).toBe(false);
  });

  it('is recognised by a person only where nothing else tells whether it was written', () => {
    for (const code of ['sage.markerUnsure', 'push.doubtGivenUp']) {
      const unsure = { ...states.needsAttention, failure: failure('needsPerson', { code }) };
      expect(transition(unsure, events.recognised)).toEqual({ ...states.done, recognised: true });
    }
  });

  it('cannot be dropped, withdrawn or retried while nobody knows whether it was written', () => {
    for (const event of ['drop', 'withdraw', 'retry', 'reopen', 'failed', 'claim', 'due'] as const) {
      expect(transition(states.inDoubt, events[event])).toBeNull();
    }
  });
});

const anyFailure = fc.record({
  next: fc.constantFrom('retry', 'waitUntil', 'needsPerson', 'bug') as fc.Arbitrary<Failure['next']>,
  code: fc.constant('x'),
  sentence: fc.constant('Something happened.'),
});
const anyEvent: fc.Arbitrary<TransferEvent> = fc.oneof(
  fc.constantFrom(...Object.values(events)),
  // Sage's own word that it cannot tell.
  fc.constant<TransferEvent>({ ...events.unsure, failure: failure('needsPerson', { code: 'sage.markerUnsure' }) }),
  anyFailure.map((why): TransferEvent => ({ ...events.failed, failure: why })),
);

describe('any sequence of events', () => {
  it('leaves a valid state; what is done or dropped stays so, and only a claim is followed by a write of Plumbline’s', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (sequence) => {
        let state: TransferState = { name: 'draft' };
        let claims = 0;
        for (const event of sequence) {
          const before: TransferState = state;
          const next = transition(before, event);
          if (before.name === 'done' || before.name === 'dropped') expect(next).toBeNull();
          if (next === null) continue;
          expect(transferStateSchema.parse(next)).toEqual(next);
          if (event.type === 'approve') claims = 0;
          if (event.type === 'claim') claims += 1;
          if (event.type === 'recognised') expect(mayBeInSage(before)).toBe(true);
          if (next.name === 'done' && event.type !== 'typed') expect(claims).toBeGreaterThan(0);
          if ('attempt' in next) expect(next.attempt).toBe(claims);
          // Out of doubt leads only what Sage answered, or a person who says so where nobody answers: then it waits for people.
          if (before.name === 'inDoubt')
            expect(['applied', 'notApplied', 'doubt', 'unsure', 'giveUp']).toContain(event.type);
          if (event.type === 'giveUp') expect(next.name).toBe('needsAttention');
          state = next;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('changes neither the state nor the event it was given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(states)), anyEvent, (state, event) => {
        const [stateBefore, eventBefore] = [structuredClone(state), structuredClone(event)];
        transition(state, event);
        expect([state, event]).toEqual([stateBefore, eventBefore]);
      }),
      { numRuns: 200 },
    );
  });
});
