import { describe, expect, it } from 'vitest';
import type { HistoryEntry, HistoryQuery } from '#shared/domain/records.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import { at, freshStore, historyQuery } from './storeRig.ts';

const entry = (sentence: string, fields: Partial<HistoryEntry> = {}): Omit<HistoryEntry, 'id'> => ({
  at: at(0),
  by: 'Ana Muñoz',
  kind: 'applied',
  sentence,
  job: null,
  cors: [],
  changeOrder: null,
  transferId: null,
  detail: '{}',
  ...fields,
});

const seven = { id: '7', number: 'COR-7' };

const found = (store: Store, fields: Partial<HistoryQuery>) =>
  store.history.list(historyQuery(fields)).rows.map((row) => row.sentence);

describe('history', () => {
  it('is listed newest first, in the order of adding even when the clock was set back', () => {
    const store = freshStore();
    store.history.add(entry('first', { at: at(5) }));
    store.history.add(entry('second', { at: at(3) }));
    store.history.add(entry('third', { at: at(4) }));
    const { rows, total } = store.history.list(historyQuery({ limit: 2 }));
    expect(total).toBe(3);
    expect(rows.map((row) => row.sentence)).toEqual(['third', 'second']);
    const ids = store.history.list(historyQuery()).rows.map((row) => row.id);
    expect([...ids].sort().reverse()).toEqual(ids);
  });

  it('gives back what was added', () => {
    const store = freshStore();
    const added = entry('Pushed', { job: '200', cors: [seven], changeOrder: '14', transferId: 't' });
    store.history.add(added);
    expect(store.history.list(historyQuery()).rows[0]).toEqual({ ...added, id: '000000000001' });
  });

  it('is filtered by record, job, person, kind and transfer', () => {
    const store = freshStore();
    store.history.add(entry('a', { job: '200', kind: 'approved' }));
    store.history.add(entry('b', { cors: [seven], by: 'Plumbline' }));
    store.history.add(entry('c', { job: '200', cors: [seven], transferId: 't1' }));
    expect(found(store, { job: '200' })).toEqual(['c', 'a']);
    expect(found(store, { corId: '7' })).toEqual(['c', 'b']);
    expect(found(store, { transferId: 't1' })).toEqual(['c']);
    expect(found(store, { by: 'ana munoz' })).toEqual(['c', 'a']);
    expect(found(store, { kinds: ['approved', 'dropped'] })).toEqual(['a']);
    expect(found(store, { job: '200', corId: '7', kinds: ['approved'] })).toEqual([]);
  });

  it('is searched by all words of sentence, person, job, COR and change order number', () => {
    const store = freshStore();
    store.history.add(entry('Élargi le mur', { cors: [seven, { id: '8', number: 'COR-88' }], changeOrder: '14' }));
    store.history.add(entry('Something else'));
    expect(found(store, { search: 'MUR elargi cor-7 muñoz' })).toEqual(['Élargi le mur']);
    expect(found(store, { search: 'cor-88' })).toEqual(['Élargi le mur']);
    expect(found(store, { search: 'mur something' })).toEqual([]);
  });

  it('is filtered by the office’s days, both included', () => {
    const store = freshStore();
    store.settings.write({ ...store.settings.read(), timeZone: 'Asia/Tokyo' });
    store.history.add(entry('before', { at: '2026-03-01T14:59:59.999Z' }));
    store.history.add(entry('morning', { at: '2026-03-01T15:00:00.000Z' }));
    store.history.add(entry('night', { at: '2026-03-02T14:59:59.999Z' }));
    store.history.add(entry('after', { at: '2026-03-02T15:00:00.000Z' }));
    expect(found(store, { from: '2026-03-02', to: '2026-03-02' })).toEqual(['night', 'morning']);
    expect(found(store, { from: '2026-03-03' })).toEqual(['after']);
    expect(found(store, { to: '2026-03-01' })).toEqual(['before']);
  });

  it('still answers when the time zone in the settings is unknown to this computer', () => {
    const store = freshStore();
    store.settings.write({ ...store.settings.read(), timeZone: 'Mars/Olympus' });
    store.history.add(entry('now'));
    expect(found(store, { from: '2026-01-01' })).toEqual(['now']);
  });

  it('tells the whole life of an item of Procore', () => {
    const store = freshStore();
    store.history.add(entry('Accepted.', { item: 'vendor p:7' }));
    store.history.add(entry('Rejected.', { item: 'vendor p:77' }));
    expect(found(store, { item: 'vendor p:7' })).toEqual(['Accepted.']);
  });
});
