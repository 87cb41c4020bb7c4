import { describe, expect, it } from 'vitest';
import type { CorLogQuery } from '#shared/domain/corLog.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import { at, cor, freshStore, job, logQuery, mapping } from './storeRig.ts';

const ids = (store: Store, fields: Partial<CorLogQuery> = {}) =>
  store.cors.list(logQuery(fields)).rows.map((r) => r.id);

function mappedStore(): Store {
  const store = freshStore();
  store.mappings.save(mapping('p1', '200'));
  return store;
}

describe('upsert of CORs', () => {
  it('answers with the ids that were new or newer', () => {
    const store = mappedStore();
    expect(store.cors.upsert([cor('1'), cor('2')], false)).toEqual(['1', '2']);
    expect(store.cors.upsert([cor('1'), cor('2', { updatedAt: at(1) }), cor('3')], false)).toEqual(['2', '3']);
  });

  it('never replaces a newer version with an older one, whatever zone the instants are written in', () => {
    const store = mappedStore();
    store.cors.upsert([cor('1', { title: 'New', updatedAt: '2026-03-02T10:00:00+02:00' })], true);
    expect(store.cors.upsert([cor('1', { title: 'Old', updatedAt: '2026-03-02T07:59:59Z' })], true)).toEqual([]);
    expect(store.cors.get('1')?.title).toBe('New');
    expect(
      store.cors.upsert([cor('1', { title: 'Newer', updatedAt: '2026-03-02T00:00:00.001-08:00' })], false),
    ).toEqual(['1']);
    expect(store.cors.get('1')?.title).toBe('Newer');
  });

  it('keeps the details of a version when a list tells the same version again', () => {
    const store = mappedStore();
    store.cors.upsert([cor('1', { tagNumbers: ['T1'] })], true);
    expect(store.cors.upsert([cor('1')], false)).toEqual([]);
    expect(store.cors.get('1')?.tagNumbers).toEqual(['T1']);
    expect(store.cors.hasDetail('1')).toBe(true);
  });

  it('asks for details anew when a list brings a newer version', () => {
    const store = mappedStore();
    store.cors.upsert([cor('1')], false);
    expect(store.cors.hasDetail('1')).toBe(false);
    store.cors.upsert([cor('1', { tagNumbers: ['T1'] })], true);
    expect(store.cors.hasDetail('1')).toBe(true);
    store.cors.upsert([cor('1', { updatedAt: at(5) })], false);
    expect(store.cors.hasDetail('1')).toBe(false);
    expect(store.cors.hasDetail('unknown')).toBe(false);
  });

  it('keeps the Sage state and the change order number when a newer version comes', () => {
    const store = mappedStore();
    store.cors.upsert([cor('1')], false);
    store.cors.setSageState('1', 'inSync', 'CO-14');
    store.cors.upsert([cor('1', { updatedAt: at(1), title: 'Again' })], false);
    const [row] = store.cors.list(logQuery({ search: 'co-14 again' })).rows;
    expect(row).toMatchObject({ id: '1', sage: 'inSync', changeOrder: 'CO-14', title: 'Again' });
  });
});

describe('ids and removal of CORs', () => {
  it('lists the ids of one project and forgets what is removed', () => {
    const store = mappedStore();
    store.cors.upsert([cor('1'), cor('2'), cor('3', { projectId: 'p2' })], false);
    store.cors.remove(['1', 'unknown']);
    expect(store.cors.ids('p1')).toEqual(['2']);
    expect(store.cors.ids('p2')).toEqual(['3']);
    expect(store.cors.get('1')).toBeNull();
    expect(store.cors.list(logQuery()).counts).toEqual({ notInSage: 1 });
  });
});

describe('the Change Order Log', () => {
  it('shows what a person sees of a COR, with the amount of its status and the day it was submitted in the office', () => {
    const store = mappedStore();
    store.settings.write({ ...store.settings.read(), timeZone: 'America/Los_Angeles' });
    const submitted = '2026-03-03T02:30:00.000Z';
    store.cors.upsert(
      [cor('7', { status: 'approved_co_issued', approvedCoIssuedAmount: '-12.50', dateSubmitted: submitted })],
      false,
    );
    store.cors.setSageState('7', 'changedSincePush', '14');
    expect(store.cors.list(logQuery()).rows).toEqual([
      {
        id: '7',
        number: '7',
        title: 'Change 7',
        projectId: 'p1',
        projectName: 'Harbor Tower',
        job: '200',
        inbox: 'sent',
        status: 'approved_co_issued',
        stage: null,
        requested: '100.00',
        effective: '-12.50',
        customerCoNumber: null,
        customerReferenceNumber: null,
        daysInReview: null,
        submitted: '2026-03-02',
        updatedAt: at(0),
        sage: 'changedSincePush',
        changeOrder: '14',
      },
    ]);
  });

  it('lists CORs of mapped projects only, as mappings come and go', () => {
    const store = mappedStore();
    store.cors.upsert([cor('1'), cor('2', { projectId: 'p2' })], false);
    expect(ids(store)).toEqual(['1']);
    store.mappings.save(mapping('p2', '100'));
    expect(store.cors.list(logQuery())).toMatchObject({ total: 2, counts: { notInSage: 2 } });
    store.mappings.remove('p1');
    expect(ids(store)).toEqual(['2']);
    expect(ids(store, { projectId: 'p1' })).toEqual([]);
  });

  it('sorts numbers as people count and breaks ties by id', () => {
    const store = mappedStore();
    const numbers = { a: '10', b: '2', c: '1.10', d: '1.9', e: 'CO 3', f: 'co 21', g: '2' };
    store.cors.upsert(
      Object.entries(numbers).map(([id, number]) => cor(id, { number })),
      false,
    );
    expect(ids(store)).toEqual(['d', 'c', 'b', 'g', 'a', 'e', 'f']);
    expect(ids(store, { sort: { column: 'number', descending: true } })).toEqual(['f', 'e', 'a', 'g', 'b', 'c', 'd']);
  });

  it('sorts amounts by value, below zero first, and amounts no integer holds at the ends', () => {
    const store = mappedStore();
    const huge = '99999999999999999999999.99';
    const amounts = { a: '9.00', b: '10.00', c: '-10.00', d: huge, e: `-${huge}` };
    store.cors.upsert(
      Object.entries(amounts).map(([id, requestedAmount]) => cor(id, { requestedAmount })),
      false,
    );
    expect(ids(store, { sort: { column: 'requested', descending: false } })).toEqual(['e', 'c', 'a', 'b', 'd']);
  });

  it('sorts by the job of the mapping in natural order', () => {
    const store = mappedStore();
    store.mappings.save(mapping('p2', '1000'));
    store.mappings.save(mapping('p3', '30'));
    store.cors.upsert([cor('1'), cor('2', { projectId: 'p2' }), cor('3', { projectId: 'p3' })], false);
    expect(ids(store, { sort: { column: 'job', descending: false } })).toEqual(['3', '1', '2']);
    expect(ids(store, { sort: { column: 'job', descending: true }, statuses: ['in_review'] })).toEqual(['2', '1', '3']);
  });

  it.each([
    ['its number', 'cor-77'],
    ['its title in another case', 'ÉLECTRICITÉ'],
    ['its title without accents', 'electricite'],
    ['ß as SS', 'STRASSE'],
    ['a part of a word in another script', '电气'],
    ['characters that mean something in patterns', '[50%]*?'],
    ['the customer’s CO number', 'cco-5'],
    ['the customer’s reference', 'ref/9'],
    ['the change order number', 'sage-14'],
    ['the project’s name', 'harbor'],
    ['the job’s number', '200-a'],
    ['the job’s name in Sage', 'münster'],
    ['several words from different places, in any order', 'munster ref/9 électr'],
  ])('finds a COR by %s', (_what, search) => {
    const store = freshStore();
    store.mappings.save(mapping('p1', '200-A'));
    store.sage.upsert('job', [job('200-A', { name: 'Münster Bridge' })]);
    store.cors.upsert(
      [
        cor('1', {
          number: 'COR-77',
          title: 'Électricité Straße 电气工程 [50%]*?',
          customerCoNumber: 'CCO-5',
          customerReferenceNumber: 'REF/9',
        }),
      ],
      false,
    );
    store.cors.setSageState('1', 'inSync', 'Sage-14');
    expect(ids(store, { search })).toEqual(['1']);
    expect(ids(store, { search: `${search} elsewhere` })).toEqual([]);
  });

  it('filters what is approved in Clearstory and not in step with Sage', () => {
    const store = mappedStore();
    store.cors.upsert(
      [
        cor('1', { status: 'approved_to_proceed' }),
        cor('2', { status: 'approved_co_issued' }),
        cor('3', { status: 'approved_co_issued' }),
        cor('4', { status: 'in_review' }),
      ],
      false,
    );
    store.cors.setSageState('2', 'inSync', '1');
    store.cors.setSageState('3', 'changedInSage', '2');
    expect(ids(store, { approvedNotInSage: true })).toEqual(['1', '3']);
    expect(ids(store, { sageStates: ['notInSage'] })).toEqual(['1', '4']);
    expect(ids(store, { sageStates: ['inSync', 'changedInSage'], statuses: ['approved_co_issued'] })).toEqual([
      '2',
      '3',
    ]);
  });

  it('filters by the office’s days, across the change to daylight saving', () => {
    const store = mappedStore();
    store.settings.write({ ...store.settings.read(), timeZone: 'America/New_York' });
    const submitted = { a: '2026-03-08T04:59:59Z', b: '2026-03-08T05:00:00Z', c: '2026-03-09T03:59:59.999Z' };
    const later = { d: '2026-03-09T04:00:00Z', e: '2026-03-09', f: 'some day' };
    store.cors.upsert(
      Object.entries({ ...submitted, ...later }).map(([id, dateSubmitted]) => cor(id, { dateSubmitted })),
      false,
    );
    expect(ids(store, { submittedFrom: '2026-03-08', submittedTo: '2026-03-08' })).toEqual(['b', 'c']);
    expect(ids(store, { submittedFrom: '2026-03-09' })).toEqual(['d', 'e']);
    expect(ids(store, { submittedTo: '2026-03-07' })).toEqual(['a']);
  });

  it('counts every state whatever the filter, and pages to the end and beyond', () => {
    const store = mappedStore();
    store.cors.upsert(
      Array.from({ length: 7 }, (_, index) => cor(String(index + 1))),
      false,
    );
    store.cors.setSageState('1', 'failed', null);
    const page = (offset: number) => store.cors.list(logQuery({ offset, limit: 3, sageStates: ['notInSage'] }));
    expect(page(0)).toMatchObject({ total: 6, counts: { failed: 1, notInSage: 6 } });
    expect([...page(0).rows, ...page(3).rows].map((row) => row.id)).toEqual(['2', '3', '4', '5', '6', '7']);
    expect(page(6).rows).toEqual([]);
    expect(ids(store, { offset: 5 })).toEqual(['6', '7']);
    expect(ids(store, { offset: 100 })).toEqual([]);
  });
});
