import { describe, expect, it } from 'vitest';
import type { Link } from '#shared/domain/link.ts';
import { at, cor, freshStore, historyQuery, itemTransfer, queued, transfer } from './storeRig.ts';

const done = { name: 'done', at: at(9), record: '88', number: '14' } as const;
const dropped = { name: 'dropped', at: at(9), reason: 'Twice' } as const;

describe('transfers', () => {
  it('wait in the order of approval, and drafts after them', () => {
    const store = freshStore();
    for (const id of ['a', 'b', 'c', 'd']) store.transfers.save(transfer(id, { name: 'draft' }));
    for (const id of ['c', 'a', 'b']) store.transfers.save(transfer(id, queued));
    expect(store.transfers.open().map((t) => t.id)).toEqual(['c', 'a', 'b', 'd']);
    const waiting = { name: 'applying', since: at(1), attempt: 1 } as const;
    store.transfers.save(transfer('c', waiting));
    expect(store.transfers.open().map((t) => t.id)).toEqual(['c', 'a', 'b', 'd']);
  });

  it('go to the end when they are withdrawn and approved again', () => {
    const store = freshStore();
    for (const id of ['a', 'b']) store.transfers.save(transfer(id, queued));
    store.transfers.save(transfer('a', { name: 'draft' }));
    store.transfers.save(transfer('a', queued));
    expect(store.transfers.open().map((t) => t.id)).toEqual(['b', 'a']);
  });

  it('are no longer open when done or dropped', () => {
    const store = freshStore();
    store.transfers.save(transfer('a', queued, { corIds: ['1', '2'] }));
    store.transfers.save(transfer('b', { name: 'draft' }, { corIds: ['3'] }));
    expect(store.transfers.openOfCor('2')?.id).toBe('a');
    expect(store.transfers.openOfCor('9')).toBeNull();
    store.transfers.save(transfer('a', done, { corIds: ['1', '2'] }));
    store.transfers.save(transfer('b', dropped, { corIds: ['3'] }));
    expect(store.transfers.open()).toEqual([]);
    expect(store.transfers.openOfCor('2')).toBeNull();
    expect(store.transfers.counts()).toEqual({ done: 1, dropped: 1 });
    expect(store.transfers.get('a')?.state).toEqual(done);
  });

  it('of an item of Procore are found by it while they are open, and there is never a second one', () => {
    const store = freshStore();
    const vendor = { kind: 'vendor', id: 'p:7' } as const;
    store.transfers.save(itemTransfer('a', queued, { item: vendor }));
    expect(store.transfers.openOfItem(vendor)).toEqual(itemTransfer('a', queued, { item: vendor }));
    expect(store.transfers.openOfItem({ kind: 'commitment', id: 'p:7' })).toBeNull();
    expect(store.transfers.openOfCor('p:7')).toBeNull();
    expect(() => store.transfers.save(itemTransfer('b', queued, { item: vendor }))).toThrow();
    expect(store.transfers.get('b')).toBeNull();
    store.transfers.save(itemTransfer('a', done, { item: vendor }));
    expect(store.transfers.openOfItem(vendor)).toBeNull();
    store.transfers.save(itemTransfer('b', queued, { item: vendor }));
    expect(store.transfers.openOfItem(vendor)?.id).toBe('b');
    expect(store.transfers.list({ states: [], search: 'new vendor', offset: 0, limit: 9 }).total).toBe(2);
  });

  it('follow their CORs when the draft changes', () => {
    const store = freshStore();
    store.transfers.save(transfer('a', { name: 'draft' }, { corIds: ['1', '2'] }));
    store.transfers.save(transfer('a', { name: 'draft' }, { corIds: ['2', '3'] }));
    expect(store.transfers.openOfCor('1')).toBeNull();
    expect(store.transfers.openOfCor('3')?.id).toBe('a');
  });

  it('are listed newest first, by state and words, in windows', () => {
    const store = freshStore();
    for (let n = 1; n <= 5; n += 1) {
      const state = n === 5 ? ({ name: 'draft' } as const) : queued;
      store.transfers.save(transfer(`t${n}`, state, { createdAt: at(n), title: `Côte ${n}` }));
    }
    const list = (states: readonly string[], search: string, offset: number) => {
      const { rows, total } = store.transfers.list({ states, search, offset, limit: 2 });
      return [total, ...rows.map((t) => t.id)];
    };
    expect(list([], '', 0)).toEqual([5, 't5', 't4']);
    expect(list(['queued', 'waiting'], '', 2)).toEqual([4, 't2', 't1']);
    expect(list([], 'COTE 3 ana', 0)).toEqual([1, 't3']);
    expect(list(['done'], '', 0)).toEqual([0]);
  });
});

describe('links', () => {
  it('are found by COR, by Sage record and by job', () => {
    const store = freshStore();
    const link = (corId: string, record: string): Link => ({
      corId,
      job: '200',
      phase: '0',
      record,
      number: record,
      pushed: {
        cor: cor(corId),
        header: {
          record,
          number: record,
          date: null,
          job: '200',
          phase: '0',
          description: '',
          reason: '',
          clientPo: '',
          userDefined1: '',
          userDefined2: '',
          submitted: null,
          approvedOn: null,
          invoiced: null,
          delayRequested: '0',
          delayApproved: '0',
          type: null,
          status: '2',
          requested: '0.00',
          approved: '0.00',
          cost: '0.00',
          locked: false,
          notes: '',
        },
        prime: [],
        budget: [],
      },
      allocation: { prime: [], budget: [] },
      label: null,
      transferId: 't',
      pushedAt: at(0),
      pushedBy: 'Ana',
    });
    store.links.save(link('1', '88'));
    store.links.save(link('2', '88'));
    store.links.save(link('3', '89'));
    expect(store.links.ofRecord('88').map((l) => l.corId)).toEqual(['1', '2']);
    expect(store.links.ofJob('200')).toHaveLength(3);
    expect(store.links.ofJob('20')).toEqual([]);
    store.links.save({ ...link('1', '89'), job: '300' });
    expect(store.links.get('1')?.record).toBe('89');
    expect(store.links.ofJob('300').map((l) => l.corId)).toEqual(['1']);
    store.links.remove('1');
    expect(store.links.get('1')).toBeNull();
    expect(store.links.all().map((l) => l.corId)).toEqual(['2', '3']);
  });
});

describe('transactions', () => {
  it('save the transfer, its history and the COR together or not at all', () => {
    const store = freshStore();
    const approve = (broken: boolean) =>
      store.transaction(() => {
        store.transfers.save(transfer('a', queued));
        store.cors.upsert([cor('1')], false);
        store.history.add({
          at: at(0),
          by: 'Ana',
          kind: 'approved',
          sentence: 'Approved',
          job: null,
          cors: [],
          changeOrder: null,
          transferId: 'a',
          detail: '',
        });
        if (broken) throw new Error('a bug');
        return 'saved';
      });
    expect(() => approve(true)).toThrow('a bug');
    expect(store.transfers.get('a')).toBeNull();
    expect(store.cors.get('1')).toBeNull();
    expect(store.history.list(historyQuery()).total).toBe(0);
    expect(approve(false)).toBe('saved');
    expect(store.transfers.get('a')?.state).toEqual(queued);
    expect(store.history.list(historyQuery()).total).toBe(1);
  });

  it('join the outer one', () => {
    const store = freshStore();
    store.transaction(() => {
      store.notes.write('outer', '1');
      store.transaction(() => store.notes.write('inner', '1'));
    });
    expect(['outer', 'inner'].map(store.notes.read)).toEqual(['1', '1']);
    expect(() =>
      store.transaction(() => {
        store.transaction(() => store.notes.write('lost', '1'));
        throw new Error('outer');
      }),
    ).toThrow('outer');
    expect(store.notes.read('lost')).toBeNull();
  });

  it('save nothing when an inner one failed, even if the outer one goes on', () => {
    const store = freshStore();
    const work = () =>
      store.transaction(() => {
        store.notes.write('outer', '1');
        expect(() =>
          store.transaction(() => {
            store.notes.write('inner', '1');
            throw new Error('inner');
          }),
        ).toThrow('inner');
      });
    expect(work).toThrow('A part of this transaction failed');
    expect(['outer', 'inner'].map(store.notes.read)).toEqual([null, null]);
    store.transaction(() => store.notes.write('next', '1'));
    expect(store.notes.read('next')).toBe('1');
  });

  it('cannot wait for anything', () => {
    const store = freshStore();
    const work = async () => store.notes.write('late', '1');
    expect(() => store.transaction(work)).toThrow('cannot wait');
    expect(store.notes.read('late')).toBeNull();
  });
});
