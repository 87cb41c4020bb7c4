import { describe, expect, it } from 'vitest';
import type { ChangeOrder, CostCode } from '#shared/domain/sage/facts.ts';
import { vendor } from '../unit/planner/company.ts';
import { freshStore, job } from './storeRig.ts';

const costCode = (code: string, name = ''): CostCode => ({
  code,
  name,
  division: '1',
  divisionName: 'General',
  unit: '',
  inactive: false,
});

const changeOrder = (record: string, ofJob: string, fields: Partial<ChangeOrder> = {}): ChangeOrder => ({
  record,
  number: record,
  date: null,
  job: ofJob,
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
  updated: '',
  prime: [],
  budget: [],
  ...fields,
});

describe('the copy of Sage’s records', () => {
  it('tells how many were new or different', () => {
    const store = freshStore();
    expect(store.sage.upsert('job', [job('1'), job('2')])).toBe(2);
    expect(store.sage.upsert('job', [job('1'), job('2')])).toBe(0);
    const reordered = Object.fromEntries(Object.entries(job('1')).reverse()) as ReturnType<typeof job>;
    expect(store.sage.upsert('job', [reordered, job('2', { status: '5' }), job('3')])).toBe(2);
    expect(store.sage.get('job', '2')?.status).toBe('5');
    expect(store.sage.count('job')).toBe(3);
  });

  it('keeps each kind under its own keys', () => {
    const store = freshStore();
    const phase = { job: '200', number: '3', name: 'Garage' };
    store.sage.upsert('phase', [phase]);
    store.sage.upsert('costType', [{ number: '3', name: 'Equipment' }]);
    store.sage.upsert('changeOrderType', [{ number: '3', name: 'Owner' }]);
    store.sage.upsert('vendor', [vendor('3', 'Volt Electric')]);
    store.sage.upsert('changeOrder', [changeOrder('88', '200', { number: '14' })]);
    expect(store.sage.get('phase', '200/3')).toEqual(phase);
    expect(store.sage.get('costType', '3')?.name).toBe('Equipment');
    expect(store.sage.get('changeOrderType', '3')?.name).toBe('Owner');
    expect(store.sage.get('vendor', '3')?.name).toBe('Volt Electric');
    expect(store.sage.get('changeOrder', '88')?.number).toBe('14');
    expect(store.sage.get('changeOrder', '14')).toBeNull();
    expect(store.sage.keyOf('phase', phase)).toBe('200/3');
  });

  it('orders keys as people count, and cost codes as Sage lists them', () => {
    const store = freshStore();
    store.sage.upsert('job', [job('1000'), job('30'), job('4-B'), job('4-A')]);
    expect(store.sage.keys('job')).toEqual(['4-A', '4-B', '30', '1000']);
    store.sage.upsert('costCode', [
      costCode('12162420.100'),
      costCode('100.5'),
      costCode('100.25'),
      costCode('99.000'),
    ]);
    expect(store.sage.keys('costCode')).toEqual(['99.000', '100.25', '100.5', '12162420.100']);
  });

  it('finds records that have all the words, in windows', () => {
    const store = freshStore();
    const codes = Array.from({ length: 25 }, (_, i) => costCode(`${i + 1}.000`, i % 2 === 0 ? 'Béton coulé' : 'Steel'));
    store.sage.upsert('costCode', codes);
    const found = (search: string, offset = 0) =>
      store.sage.search('costCode', { search, limit: 5, offset }).map((code) => code.code);
    expect(found('BETON general')).toEqual(['1.000', '3.000', '5.000', '7.000', '9.000']);
    expect(found('beton', 10)).toEqual(['21.000', '23.000', '25.000']);
    expect(found('beton steel')).toEqual([]);
    expect(store.sage.search('costCode', { limit: 100 })).toHaveLength(25);
  });

  it('finds what begins with what was typed before what only contains it, in every window', () => {
    const store = freshStore();
    store.sage.upsert(
      'costCode',
      ['26.120', '112.000', '120.000', '1200.000', '99.000'].map((code) => costCode(code)),
    );
    const found = (search: string, offset = 0, limit = 9) =>
      store.sage.search('costCode', { search, limit, offset }).map((code) => code.code);
    expect(found('120')).toEqual(['120.000', '1200.000', '26.120']);
    expect(found('12')).toEqual(['120.000', '1200.000', '26.120', '112.000']);
    expect(found('12', 1, 2)).toEqual(['1200.000', '26.120']);
  });

  it('finds the phases and change orders of one job', () => {
    const store = freshStore();
    store.sage.upsert('changeOrder', [
      changeOrder('10', '200', { description: 'Extra doors' }),
      changeOrder('9', '200', { description: 'Doors' }),
      changeOrder('8', '201', { description: 'Doors' }),
    ]);
    const found = store.sage.search('changeOrder', { parent: '200', search: 'doors', limit: 10 });
    expect(found.map((order) => order.record)).toEqual(['9', '10']);
    expect(store.sage.search('changeOrder', { parent: '2', limit: 10 })).toEqual([]);
  });

  it('forgets what is removed', () => {
    const store = freshStore();
    store.sage.upsert('job', [job('1'), job('2'), job('3')]);
    store.sage.remove('job', ['1', '3', 'unknown']);
    expect(store.sage.keys('job')).toEqual(['2']);
    expect(store.sage.upsert('job', [job('1')])).toBe(1);
  });
});
