import { expect, test } from 'vitest';
import { corSchema } from '#shared/domain/cor.ts';
import { storyCors } from '../../electron/sandbox/clearstory/seed/seedState.ts';
import { failureOf, projectIds, startRig, value } from './clearstoryRig.ts';

test('the right key opens the company, and a wrong or missing one is said in plain words', async () => {
  const { account, sandbox } = await startRig();
  expect(value(await account.test())).toEqual({
    companyName: 'Cascade Ridge Builders',
    serverTime: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.000Z$/),
  });

  const wrong = await startRig({}, { keyId: 'sandbox-key', secret: 'canary-secret-4711' });
  const failure = failureOf(await wrong.account.test());
  expect(failure).toMatchObject({ next: 'needsPerson', code: 'clearstory.keyRefused' });
  expect(JSON.stringify(failure)).not.toContain('canary');

  const none = await startRig({}, null);
  expect(failureOf(await none.account.test()).code).toBe('clearstory.keyMissing');
  expect(none.sandbox.control.requests()).toEqual([]);

  sandbox.control.setFaults({ keyRevoked: true });
  expect(failureOf(await account.offices()).code).toBe('clearstory.keyRefused');
});

test('blanks around a pasted key do not matter', async () => {
  const { account } = await startRig({}, { keyId: ' sandbox-key', secret: 'sandbox-secret\n' });
  expect(value(await account.test()).companyName).toBe('Cascade Ridge Builders');
});

test('offices come with their time zone', async () => {
  const { account } = await startRig();
  expect(value(await account.offices())).toEqual([
    { id: '11', name: 'Tacoma HQ', timeZone: 'America/Los_Angeles' },
    { id: '12', name: 'Spokane', timeZone: 'America/Los_Angeles' },
  ]);
});

test('projects come with archived ones last, and contract values exact', async () => {
  const { account } = await startRig();
  const projects = value(await account.projects());
  const bakery = projects.find((project) => project.jobNumber === '2411');
  expect(bakery).toMatchObject({
    title: 'Bäckerei Zoë & Müller Shop 5″ Main',
    customerName: 'Zoë & Müller Bäckerei',
    customerInternalId: '110',
    officeId: '11',
    officeName: 'Tacoma HQ',
    contractValue: '312480.25',
    archived: false,
  });
  expect(projects.find((project) => project.title === 'Pier 24 - Thea Foss')?.jobNumber).toBeNull();
  const firstArchived = projects.findIndex((project) => project.archived);
  expect(firstArchived).toBeGreaterThan(0);
  expect(projects.slice(firstArchived).every((project) => project.archived)).toBe(true);
  expect(projects.at(-1)).toMatchObject({ archived: true });
});

test('more than a page of projects is read whole, each once', async () => {
  const { account, sandbox } = await startRig();
  for (let index = 0; index < 230; index += 1) sandbox.control.addProject({ title: `Project ${index}` });
  const titles = value(await account.projects()).map((project) => project.title);
  expect(titles.filter((title) => title.startsWith('Project '))).toHaveLength(230);
  expect(new Set(titles).size).toBe(titles.length);
});

test('customers are found by office and part of the name', async () => {
  const { account } = await startRig();
  const found = value(await account.customers('11', 'zoë'));
  expect(found).toEqual([{ id: '3010', name: 'Zoë & Müller Bäckerei', internalId: '110' }]);
  expect(value(await account.customers('12', '')).map((customer) => customer.name)).toEqual([
    'MultiCare Health Partners',
    'Spokane Valley Fire Department',
  ]);
});

test('every request of the story arrives once, from both inboxes, oldest change first', async () => {
  const { account } = await startRig();
  const seen: number[] = [];
  const page = value(
    await account.cors({
      projectIds: await projectIds(account),
      updatedFrom: null,
      onRows: (count) => void seen.push(count),
    }),
  );
  // Received ones from archived projects are out of the API's reach, and the story has none.
  expect(page.cors).toHaveLength(storyCors.length);
  expect(page.unreadable).toEqual([]);
  expect(new Set(page.cors.map((cor) => cor.inbox))).toEqual(new Set(['sent', 'received']));
  expect(page.cors.map((cor) => cor.updatedAt)).toEqual(page.cors.map((cor) => cor.updatedAt).sort());
  for (const cor of page.cors) expect(corSchema.parse(cor)).toEqual(cor);
  expect(seen.at(-1)).toBe(page.rowsRead);
});

test('amounts, text and references arrive exactly', async () => {
  const { account } = await startRig();
  const page = value(await account.cors({ projectIds: await projectIds(account), updatedFrom: null }));
  const cor = (job: string, number: string) => page.cors.find((one) => one.jobNumber === job && one.number === number);

  expect(cor('2401', '1')).toMatchObject({
    requestedAmount: '12345.67',
    approvedCoIssuedAmount: '12345.67',
    inReviewAmount: '0.00',
    customerReferenceNumber: 'PCO 004',
    customerCoNumber: '1',
    customerName: 'Pierce County School District',
    description: [
      'Furnish and install 14 additional adhesive anchors (⌀ 3/4″ × 9″ embed) at gridline C per RFI 18.',
      '- Layout and scanning for rebar',
      '- Special inspection by owner’s agency',
      '- Patch & paint to match',
    ].join('\n'),
  });
  expect(cor('2401', '2')).toMatchObject({ requestedAmount: '48210.00', approvedCoIssuedAmount: '45975.50' });
  expect(cor('2401', '4')).toMatchObject({ requestedAmount: '-3150.25', approvedCoIssuedAmount: '-3150.25' });
  expect(cor('2401', '12')).toMatchObject({ requestedAmount: '0.00', approvedCoIssuedAmount: '0.00' });
  expect(cor('2401', '3.1')).toMatchObject({
    version: '2',
    title: 'Reroute 2″ sprinkler main around new braced frame',
  });
  expect(cor('2411', '1')?.description).toContain('追加コンセント2個 ✔');
  expect(cor('2401', '10')).toMatchObject({ status: 'placeholder', tagNumbers: ['EX00105', 'EX00106'] });
  expect(cor('2401', 'CEI-03')).toMatchObject({ inbox: 'received', contractorName: 'Cushman Electric Inc.' });
  expect((cor('2401', '8')?.description ?? '').length).toBeGreaterThan(500);
});

test('an amount with more digits than a double holds keeps its last cent', async () => {
  const { account, sandbox } = await startRig();
  const [first] = sandbox.control.cors();
  const id = String(first?.id);
  sandbox.control.updateCor(id, { requestedAmount: '98765432109876.54' });
  expect(value(await account.cor(id, 'sent'))?.requestedAmount).toBe('98765432109876.54');
});

test('only what changed since is read', async () => {
  const { account, sandbox, clock } = await startRig();
  const projects = await projectIds(account);
  const before = clock.now();
  const changed = sandbox.control.voidCor('900001');
  const page = value(await account.cors({ projectIds: projects, updatedFrom: before }));
  expect(page.cors.map((cor) => cor.id)).toEqual([String(changed.id)]);
  expect(page.cors[0]).toMatchObject({ status: 'rejected', stage: 'void', voidAmount: '12345.67' });
  expect(page.rowsRead).toBe(1);
});

test('no mapped projects means no requests for CORs at all', async () => {
  const { account, sandbox } = await startRig();
  expect(value(await account.cors({ projectIds: [], updatedFrom: null })).cors).toEqual([]);
  expect(sandbox.control.requests()).toEqual([]);
});

test('many projects are asked for in addresses below 4 kB', async () => {
  const { account, sandbox } = await startRig();
  const many = Array.from({ length: 2000 }, (_, index) => String(500_000 + index));
  const page = value(await account.cors({ projectIds: [...many, ...(await projectIds(account))], updatedFrom: null }));
  expect(page.cors).toHaveLength(storyCors.length);
  const lengths = sandbox.control.requests().map((request) => request.path.length);
  expect(Math.max(...lengths)).toBeLessThan(4096);
  expect(lengths.length).toBeGreaterThan(6);
});

test('integrations are told only in the details, and a request that is gone is null', async () => {
  const { account } = await startRig();
  const page = value(await account.cors({ projectIds: await projectIds(account), updatedFrom: null }));
  expect(page.cors.every((cor) => cor.integrations.length === 0)).toBe(true);
  const pushed = page.cors.find((cor) => cor.jobNumber === '2406' && cor.number === '2');
  const detail = value(await account.cor(pushed?.id ?? '', 'sent'));
  expect(detail?.integrations).toEqual([
    { provider: 'sage100', name: 'Sage 100 Contractor', value: '{"jobNumber":"2406","changeOrderNumber":"2"}' },
  ]);
  expect(value(await account.cor(pushed?.uuid ?? '', 'sent'))?.id).toBe(pushed?.id);
  expect(value(await account.cor('123', 'sent'))).toBeNull();
});
