import { expect, test } from 'vitest';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import { createProcoreAccount } from '../../electron/clouds/procore/client.ts';
import { connect } from '../../electron/clouds/procore/connection.ts';
import { type KeyedUpdate, syncRecords } from '../../electron/clouds/procore/sync.ts';
import { failureOf, value } from './clearstoryRig.ts';
import { type Answering, startFarEnd } from './procoreRig.ts';
import { line, subcontract } from './procoreWire.ts';

async function startAccount(answer: Answering) {
  const farEnd = await startFarEnd(answer);
  const writes = () => farEnd.calls().filter(({ method }) => method !== 'GET');
  return { ...farEnd, writes, account: createProcoreAccount(farEnd.options) };
}

const nameOf = (update: KeyedUpdate) => `record ${update.originId ?? update.id}`;

test('a sync is read by origin id and id, never by place, and each failure is told for its record', async () => {
  const { options, calls } = await startFarEnd(({ path, body }) => {
    if (path !== '/sync') return null;
    expect(JSON.parse(body)).toMatchObject({
      company_id: 1001,
      updates: [{ origin_id: 'a' }, { origin_id: 'b' }, { id: 7, origin_id: 'c' }, { origin_id: 'd' }],
    });
    return {
      body: {
        entities: [
          { id: 7, origin_id: 'c' },
          { id: 5, origin_id: 'b' },
        ],
        errors: [{ origin_id: 'a', name: '', errors: { name: ["can't be blank"] } }],
      },
    };
  });
  const updates: KeyedUpdate[] = [
    { originId: 'a', fields: { name: '' } },
    { originId: 'b', fields: {} },
    { id: '7', originId: 'c', fields: {} },
    { originId: 'd', fields: {} },
  ];
  const { transport } = connect(options);
  const request = { path: '/sync', query: {}, scope: { company_id: 1001 }, updates, nameOf };
  const [a, b, c, d] = value(await syncRecords(transport, request)).map(({ result }) => result);
  expect([b, c]).toEqual([
    { ok: true, value: '5' },
    { ok: true, value: '7' },
  ]);
  expect(a).toMatchObject({ ok: false, failure: { code: 'procore.rejected' } });
  expect(JSON.stringify(a)).toContain('record a: “name can');
  expect(d).toMatchObject({ ok: false, failure: { code: 'procore.unexpectedReply' } });
  expect(calls()).toHaveLength(1);
});

test('many records are sent in batches of at most 500', async () => {
  const { options, calls } = await startFarEnd(({ path, body }) => {
    const { updates } = JSON.parse(body === '' || path !== '/sync' ? '{"updates":[]}' : body) as { updates: object[] };
    return path === '/sync'
      ? { body: { entities: updates.map((update, id) => ({ ...update, id })), errors: [] } }
      : null;
  });
  const updates = Array.from({ length: 1001 }, (_, index) => ({ originId: `o-${index}`, fields: {} }));
  const request = { path: '/sync', query: {}, scope: {}, updates, nameOf };
  const synced = value(await syncRecords(connect(options).transport, request));
  expect(synced.every(({ result }) => result.ok)).toBe(true);
  expect(calls().map(({ body }) => (JSON.parse(body) as { updates: object[] }).updates.length)).toEqual([500, 500, 1]);
});

/** A subcontract with two lines as a far end keeps it. `deaf`: it says yes and keeps nothing. */
function contractAnswering(
  start: { header?: string | null; lines?: (string | null)[]; deaf?: boolean } = {},
): Answering {
  let header = start.header ?? null;
  const lines = [...(start.lines ?? [null, null])];
  return ({ method, path, body }) => {
    const sent = (name: string) =>
      (JSON.parse(body) as Record<string, { origin_id: string | null }>)[name]?.origin_id ?? null;
    if (path === '/rest/v1.0/work_order_contracts/41/line_items')
      return { body: lines.map((origin, index) => line({ id: 177 + index, origin_id: origin })) };
    const [, one] = /line_items\/(\d+)$/.exec(path) ?? [];
    if (one !== undefined) {
      if (start.deaf !== true) lines[Number(one) - 177] = sent('line_item');
      return { body: {} };
    }
    if (path !== '/rest/v1.0/work_order_contracts/41') return null;
    if (method === 'PATCH') header = sent('work_order_contract');
    return { body: subcontract({ origin_id: header, origin_code: header === null ? null : '9001' }) };
  };
}

const mark = (originId: string | null): ProcoreCall => ({
  op: 'commitment.origins',
  project: '225096',
  commitment: { call: 0 },
  type: 'subcontract',
  origin: { id: originId, code: originId === null ? null : '9001' },
  lines: [
    { id: '177', originId: originId === null ? null : `${originId}:1` },
    { id: '178', originId: originId === null ? null : `${originId}:2` },
  ],
});

test('a commitment is marked as ours lines first, header last; again changes nothing; and it can be taken back', async () => {
  const { account, writes } = await startAccount(contractAnswering());
  expect(value(await account.write(mark('plumbline:acme:subcontract:9001'), ['41']))).toBe('41');
  expect(writes().map(({ path }) => path)).toEqual([
    '/rest/v1.0/work_order_contracts/41/line_items/177',
    '/rest/v1.0/work_order_contracts/41/line_items/178',
    '/rest/v1.0/work_order_contracts/41',
  ]);
  value(await account.write(mark('plumbline:acme:subcontract:9001'), ['41']));
  expect(writes()).toHaveLength(3);
  value(await account.write(mark(null), ['41']));
  expect(JSON.parse(writes().at(-1)?.body ?? '')).toEqual({
    project_id: 225096,
    work_order_contract: { origin_id: null, origin_code: null },
  });
});

test('what another connector owns is not touched', async () => {
  for (const start of [{ header: 'V-77', lines: ['plumbline:x', 'plumbline:y'] }, { lines: ['V-77-1', null] }]) {
    const { account, writes } = await startAccount(contractAnswering(start));
    const failure = failureOf(await account.write(mark(null), ['41']));
    expect(failure.code).toBe('procore.foreignOrigin');
    expect(failure.sentence).toContain('V-77');
    expect(writes().some(({ path, body }) => path.endsWith('/41') || body.includes('V-77'))).toBe(false);
  }
});

test('what Plumbline marked for another Sage company is not touched', async () => {
  const { account, writes } = await startAccount(contractAnswering({ header: 'plumbline:other:subcontract:9001' }));
  const failure = failureOf(await account.write(mark('plumbline:acme:subcontract:9001'), ['41']));
  expect(failure.code).toBe('procore.foreignOrigin');
  expect(writes().some(({ path }) => path.endsWith('/41'))).toBe(false);
});

test('what Procore accepts and does not keep is told with both values', async () => {
  const { account } = await startAccount(contractAnswering({ deaf: true }));
  const failure = failureOf(await account.write(mark('plumbline:acme:subcontract:9001'), ['41']));
  expect(failure).toMatchObject({ next: 'needsPerson', code: 'procore.notKept' });
  expect(failure.sentence).toContain('line 177');
});

test('a line that is gone is told before anything is written', async () => {
  const { account, writes } = await startAccount(contractAnswering({ lines: [] }));
  expect(failureOf(await account.write(mark('plumbline:a:b:1'), ['41'])).code).toBe('procore.lineGone');
  expect(writes()).toEqual([]);
});

test('a write that Procore refuses quotes its reason and names the record', async () => {
  const rule = { errors: { base: ['The invoice is not editable because it has been synced with ERP'] } };
  const { account } = await startAccount(({ method, path }) => {
    if (path !== '/rest/v1.1/requisitions/8') return null;
    return method === 'GET' ? { body: { id: 8, origin_id: null } } : { status: 422, body: rule };
  });
  const call: ProcoreCall = {
    op: 'invoice.origin',
    project: '1',
    commitment: '41',
    invoice: '8',
    origin: { id: 'plumbline:a:invoice:1', code: null },
  };
  const failure = failureOf(await account.write(call, []));
  expect(failure).toMatchObject({ next: 'needsPerson', code: 'procore.rejected', detail: 'HTTP 422, request req-77' });
  expect(failure.sentence).toBe(
    'Procore did not accept the subcontractor invoice 8 of project 1: “The invoice is not editable because it has been synced with ERP”.',
  );
});

test('codes that a partly done copy left out are told by name, because what counts is read back', async () => {
  const { account } = await startAccount(({ path }) => {
    if (path === '/rest/v1.0/cost_codes') return { body: [] };
    if (path === '/rest/v1.0/standard_cost_codes')
      return { body: [{ id: 7, code: '100', full_code: '01-100', name: 'A' }] };
    if (path === '/rest/v1.0/cost_codes/copy_subset_from_standard_list')
      return { status: 207, body: { successes: [], failures: [{ id: 7, errors: ['is inactive'] }] } };
    if (path === '/rest/v1.0/cost_codes/sync')
      return { body: { entities: [{ id: 9, origin_id: 'plumbline:a:costCode:1' }], errors: [] } };
    return null;
  });
  const codes = [{ originId: 'plumbline:a:costCode:1', code: '01-100', name: 'A', types: [] }];
  const failure = failureOf(await account.write({ op: 'costCodes.project', project: '1', list: '5', codes }, []));
  expect(failure.code).toBe('procore.notKept');
  expect(failure.sentence).toContain('cost code 01-100 of project 1');
});
