import { expect, test } from 'vitest';
import { createProcoreAccount } from '../../electron/clouds/procore/client.ts';
import { failureOf, value } from './clearstoryRig.ts';
import { type Answering, startFarEnd } from './procoreRig.ts';

async function accountWith(answer: Answering) {
  const farEnd = await startFarEnd(answer);
  return { ...farEnd, account: createProcoreAccount(farEnd.options) };
}

const project = (id: number, more: object = {}) => ({ id, name: `Project ${id}`, project_number: String(id), ...more });

test('a list is followed while a next page is named, each row once', async () => {
  const pages = [[project(1), project(2)], [project(2), project(3)], [project(4)]];
  const { account, calls } = await accountWith(({ path, query }) => {
    if (path !== '/rest/v1.1/projects') return null;
    const page = Number(query.get('page'));
    const next =
      page < 3 ? { Link: `</rest/v1.1/projects?page=${page + 1}&per_page=300>; rel="next", </x>; rel="last"` } : {};
    return { body: pages[page - 1], headers: { ...next, Total: '4' } };
  });
  const { records } = value(await account.projects({ updatedFrom: null }));
  expect(records.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
  expect(calls()).toHaveLength(3);
  expect(calls()[0]?.query.get('filters[by_status]')).toBe('All');
});

test('a next page elsewhere does not get our token', async () => {
  const { account, calls } = await accountWith(({ path, query }) => {
    if (path !== '/rest/v1.1/projects') return null;
    const first = query.get('page') === '1';
    return {
      body: first ? [project(1)] : [],
      headers: first ? { Link: '<https://evil.example/x?page=2>; rel="next"' } : {},
    };
  });
  value(await account.projects({ updatedFrom: null }));
  expect(calls().map(({ path }) => path)).toEqual(['/rest/v1.1/projects', '/rest/v1.1/projects']);
});

test('a list that loses a row over a page’s edge is read again', async () => {
  let reading = 0;
  const { account } = await accountWith(({ path, query }) => {
    if (path !== '/rest/v1.1/projects') return null;
    const page = Number(query.get('page'));
    if (page === 1) reading += 1;
    const next = { Link: '</x?page=2>; rel="next"' };
    // At the first reading row 2 moves to the first page while the second one is asked for.
    if (page === 1)
      return { body: reading === 1 ? [project(1)] : [project(1), project(2)], headers: { ...next, Total: '3' } };
    return { body: [project(3)], headers: { Link: '</x?page=1>; rel="first"', Total: '3' } };
  });
  const { records } = value(await account.projects({ updatedFrom: null }));
  expect(records.map(({ id }) => id).sort()).toEqual(['1', '2', '3']);
  expect(reading).toBe(2);
});

test('a total that counts what is not shown does not make a list fail', async () => {
  const { account, calls } = await accountWith(({ path }) =>
    path === '/rest/v1.1/projects' ? { body: [project(1)], headers: { Link: '', Total: '9' } } : null,
  );
  expect(value(await account.projects({ updatedFrom: null })).records).toHaveLength(1);
  expect(calls()).toHaveLength(2);
});

test('only what changed since shortly before an instant is asked for, as a range', async () => {
  const { account, calls } = await accountWith(({ path }) => (path === '/rest/v1.1/projects' ? { body: [] } : null));
  value(await account.projects({ updatedFrom: '2026-11-23T08:00:00.000Z' }));
  expect(calls()[0]?.query.get('filters[updated_at]')).toBe('"2026-11-23T07:55:00Z...2026-11-24T09:00:00Z"');
});

test('ids beyond what a double holds, amounts and leading zeros arrive exactly', async () => {
  const { account } = await accountWith(({ path }) =>
    path === '/rest/v1.1/projects'
      ? {
          body: '[{"id":9223372036854775807,"name":"P","project_number":"007","total_value":98765432109876.54,"active":false,"origin_id":null}]',
        }
      : null,
  );
  expect(value(await account.projects({ updatedFrom: null })).records).toMatchObject([
    { id: '9223372036854775807', number: '007', value: '98765432109876.54', active: false, origin: { id: null } },
  ]);
});

test('rows that cannot be read stand beside the good ones with the reason', async () => {
  const { account } = await accountWith(({ path }) =>
    path === '/rest/v1.1/projects'
      ? { body: [project(1, { surprise: { x: 1 } }), { name: 'no id' }, project(3, { total_value: '1e3' })] }
      : null,
  );
  const { records, unreadable } = value(await account.projects({ updatedFrom: null }));
  expect(records.map(({ id }) => id)).toEqual(['1']);
  expect(unreadable.map(({ id, reason }) => [id, reason])).toEqual([
    ['', 'id is missing'],
    ['3', 'total_value is not an exact number'],
  ]);
});

test('what is no list is not taken for an empty one', async () => {
  const { account } = await accountWith(({ path }) =>
    path === '/rest/v1.1/projects' ? { body: { projects: [] } } : null,
  );
  expect(failureOf(await account.projects({ updatedFrom: null })).code).toBe('procore.unexpectedReply');
});

test('a project that is not shown is null, a tool that is not allowed says so with the way out', async () => {
  const { account } = await accountWith(({ path }) => {
    if (path === '/rest/v1.0/projects/7') return { status: 404, body: { errors: 'Not found' } };
    if (path !== '/rest/v1.0/line_item_types') return null;
    return { status: 403, body: { errors: 'You do not have permission to access this resource' } };
  });
  expect(value(await account.project('7'))).toBeNull();
  const failure = failureOf(await account.costTypes());
  expect(failure).toMatchObject({ next: 'needsPerson', code: 'procore.noAccess', detail: 'HTTP 403, request req-77' });
  expect(failure.sentence).toContain('the cost types');
  expect(failure.sentence).toContain('You do not have permission');
  expect(failure.remedy).toContain('App Management');
});

test('active and inactive companies come together', async () => {
  const { account } = await accountWith(({ path }) => {
    if (path === '/rest/v1.0/vendors') return { body: [{ id: 1, name: 'A', is_active: true, zip: '04101' }] };
    if (path === '/rest/v1.0/companies/1001/vendors/inactive') return { body: [{ id: 2, name: 'B' }] };
    return null;
  });
  expect(value(await account.vendors({ updatedFrom: null })).records).toMatchObject([
    { id: '1', active: true, address: { zip: '04101' } },
    { id: '2', active: false },
  ]);
});
