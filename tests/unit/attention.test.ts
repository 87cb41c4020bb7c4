import { describe, expect, it } from 'vitest';
import { type AttentionFacts, attentionItems } from '#shared/domain/attention.ts';
import { companyIdOf } from '#shared/domain/company.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { sageStates } from '#shared/domain/link.ts';
import type { TransferState } from '#shared/domain/transfer.ts';

const at = '2026-11-20T16:00:00.000Z';
const later = '2026-11-20T17:00:00.000Z';
const failure = (code = 'test'): Failure => ({ next: 'needsPerson', code, sentence: 'Job 2402 is closed.' });
const nothing: AttentionFacts = {
  company: companyIdOf('acme'),
  companyName: 'Acme Builders',
  transfers: [],
  acts: [],
  cors: [],
  unproved: [],
  unknown: [],
  backup: null,
  installation: [],
  unread: [],
  hindered: null,
  silent: [],
};
const transfer = (state: TransferState) => ({ id: 't 1', title: 'COR 118', state });
const itemsOf = (facts: Partial<AttentionFacts>) => attentionItems({ ...nothing, ...facts });
const idOf = (state: TransferState) => itemsOf({ transfers: [transfer(state)] })[0]?.id;

describe('what needs a person', () => {
  it('is nothing while nothing does', () => {
    expect(itemsOf({})).toEqual([]);
  });

  it('names the company, the transfer and why, and leads to it in the queue', () => {
    const state: TransferState = { name: 'needsAttention', since: at, attempt: 3, failure: failure() };
    expect(itemsOf({ transfers: [transfer(state)] })).toEqual([
      {
        id: 'failed:t 1:3',
        company: 'acme',
        companyName: 'Acme Builders',
        tone: 'needsYou',
        sentence: "'COR 118' was not written into Sage: Job 2402 is closed.",
        goTo: '#/queue?id=t%201',
        since: at,
      },
    ]);
  });

  it('never says that something was not written which may have been', () => {
    const state: TransferState = {
      name: 'needsAttention',
      since: at,
      attempt: 1,
      failure: failure('push.doubtGivenUp'),
    };
    expect(itemsOf({ transfers: [transfer(state)] })[0]?.sentence).toContain('may be in Sage');
  });

  it('is another matter after another attempt, and the same one however often a doubt is looked up', () => {
    const doubt = (since: string, attempt: number): TransferState => ({
      name: 'inDoubt',
      since,
      attempt,
      failure: failure(),
    });
    expect(idOf(doubt(at, 1))).toBe(idOf(doubt(later, 1)));
    expect(idOf(doubt(at, 1))).not.toBe(idOf(doubt(at, 2)));
  });

  it('is another matter when what a person typed was found and differs', () => {
    const waiting: TransferState = { name: 'awaitingEntry', since: at, found: [], passedOver: [] };
    const found: TransferState = { ...waiting, found: [{ record: '3001', number: '7', differences: 2 }] };
    expect(idOf(found)).not.toBe(idOf(waiting));
    expect(itemsOf({ transfers: [transfer(found)] })[0]?.sentence).toContain('Change order 7');
  });

  it.each(['draft', 'queued', 'applying', 'waiting', 'done', 'dropped'] as const)(
    'is not a transfer that is %s',
    (name) => {
      const states: Record<typeof name, TransferState> = {
        draft: { name: 'draft' },
        queued: { name: 'queued', since: at, attempt: 1 },
        applying: { name: 'applying', since: at, attempt: 1 },
        waiting: { name: 'waiting', until: later, attempt: 1, failure: failure() },
        done: { name: 'done', at, record: '1', number: '1' },
        dropped: { name: 'dropped', at, reason: '' },
      };
      expect(itemsOf({ transfers: [transfer(states[name])] })).toEqual([]);
    },
  );

  it('is a COR whose two sides no longer agree, and no other', () => {
    const cor = { id: '19', number: '118', title: 'Elevator pit', changeOrder: '14', updatedAt: at };
    const personal = sageStates.filter((sage) => itemsOf({ cors: [{ ...cor, sage }] }).length > 0);
    expect(personal).toEqual(['changedSincePush', 'changedInSage', 'conflict', 'voidPending', 'orphaned']);
    expect(itemsOf({ cors: [{ ...cor, sage: 'conflict' }] })[0]).toMatchObject({
      sentence: "COR 118 'Elevator pit' was changed in Clearstory and in Sage (change order 14).",
      goTo: '#/change-orders?cor=19',
    });
  });

  it('is what Procore did not take, and leads to the item on its board', () => {
    const act = {
      id: 'a1',
      title: 'Commitment 12',
      item: { kind: 'commitment' as const, id: 'p:41' },
      state: { name: 'needsAttention' as const, since: at, attempt: 1, failure: failure() },
    };
    expect(itemsOf({ acts: [act] })[0]).toMatchObject({ id: 'procore:a1:1', goTo: '#/procore/commitment?item=p%3A41' });
  });

  it('begins with the sides that do not answer; one silence stays one matter', () => {
    const side = (since: string) => ({ side: 'sage', lastHeard: at, sentence: 'Sage has not answered.', since });
    const state: TransferState = { name: 'needsAttention', since: at, attempt: 1, failure: failure() };
    const [first, second] = itemsOf({ silent: [side(at)], transfers: [transfer(state)] });
    expect([first?.tone, second?.tone]).toEqual(['noContact', 'needsYou']);
    expect(itemsOf({ silent: [side(later)] })[0]?.id).toBe(first?.id);
  });

  it('has sentences of a length that a notification and a log can take', () => {
    const hindered = { sentence: 'x'.repeat(2000), remedy: 'y', since: at };
    expect(itemsOf({ hindered })[0]?.sentence.length).toBeLessThanOrEqual(400);
  });
});
