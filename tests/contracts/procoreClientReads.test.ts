import { expect, test } from 'vitest';
import { addMoney, isZero, negateMoney, sumMoney } from '#shared/domain/money.ts';
import { procoreRecordSchemas } from '#shared/domain/procore/records.ts';
import { value } from './clearstoryRig.ts';
import { all, startClientRig } from './procoreClientRig.ts';

test('the test of the connection names company and user, counts projects and looks at every tool', async () => {
  const { account, sandbox } = await startClientRig();
  const result = value(await account.test());
  expect(result).toMatchObject({ companyName: 'Cascade Ridge Builders', projectsVisible: 14 });
  expect(result.steps.map(({ title }) => title)).toEqual([
    ...['Login', 'Company', 'Projects', 'Directory', 'Cost code lists', 'Cost types'],
    ...['Cost codes', 'Budget codes', 'Budget', 'Subcontracts', 'Purchase orders', 'Change orders', 'Invoices'],
  ]);
  expect(result.steps.every(({ ok }) => ok)).toBe(true);
  expect(value(await account.webAddress())).toBe(sandbox.url);

  sandbox.control.setFaults({
    failNext: { status: 403, count: 1, retryAfterSeconds: null, path: 'work_order_contracts' },
  });
  const less = value(await account.test());
  const refused = less.steps.filter(({ ok }) => !ok);
  expect(refused.map(({ title }) => title)).toEqual(['Subcontracts']);
  expect(refused[0]?.sentence).toContain('App Management');
});

test('projects come with inactive ones and without templates, which have a list of their own', async () => {
  const { account, sandbox } = await startClientRig();
  const { records, unreadable } = value(await account.projects(all));
  expect(unreadable).toEqual([]);
  const stored = sandbox.control.records('projects').filter(({ template }) => !template);
  expect(records.map(({ id }) => id).sort()).toEqual(stored.map(({ id }) => id).sort());
  expect(records.find(({ number }) => number === '2301')?.active).toBe(false);
  expect(value(await account.templates())).toHaveLength(1);
  const tower = records.find(({ number }) => number === 'CT-01');
  expect(value(await account.project(tower?.id ?? ''))).toMatchObject({
    erpIntegrated: true,
    origin: { id: 'vista-job-8841' },
  });
  expect(value(await account.project('1'))).toBeNull();
});

test('only what changed is read again', async () => {
  const { account, sandbox, clock, project } = await startClientRig();
  clock.advance(3_600_000);
  const since = clock.now();
  expect(value(await account.projects({ updatedFrom: since })).records).toEqual([]);
  sandbox.control.change('projects', project('2405'), { name: 'Renamed' });
  const { records } = value(await account.projects({ updatedFrom: since }));
  expect(records.map(({ name }) => name)).toEqual(['Renamed']);
});

test('vendors, codes and types come whole and in our words', async () => {
  const { account, sandbox } = await startClientRig();
  const vendors = value(await account.vendors(all)).records;
  expect(vendors).toHaveLength(sandbox.control.records('vendors').length);
  expect(vendors.some(({ active }) => !active)).toBe(true);
  const codes = value(await account.companyCostCodes()).records;
  expect(codes).toHaveLength(sandbox.control.records('standardCodes').length);
  const types = value(await account.costTypes()).records;
  expect(types.find(({ code }) => code === 'M')?.name).toBe('Material');
  for (const vendor of vendors) procoreRecordSchemas.vendor.parse(vendor);
  for (const code of codes) procoreRecordSchemas.costCode.parse(code);
});

test('project codes know their sub job and the types that they are used with', async () => {
  const { account, project } = await startClientRig();
  const [subJob] = value(await account.subJobs(project('2401'))).records;
  const codes = value(await account.projectCostCodes(project('2401'), [subJob?.id ?? ''])).records;
  const inside = codes.filter((code) => code.subJob === subJob?.id);
  expect(inside.length).toBeGreaterThan(0);
  expect(inside.every(({ costTypes }) => costTypes.length > 0)).toBe(true);
  expect(new Set(codes.map(({ id }) => id)).size).toBe(codes.length);
});

test('the clinic’s commitments, changes and invoices add up to the cent', async () => {
  const { account, sandbox, project } = await startClientRig();
  const clinic = project('2402');
  const commitments = value(await account.commitments(clinic, all));
  const changes = value(await account.changes(clinic, all));
  const invoices = value(await account.invoices(clinic, all));
  expect([commitments, changes, invoices].flatMap(({ unreadable }) => unreadable)).toEqual([]);
  for (const record of commitments.records) {
    procoreRecordSchemas.commitment.parse(record);
    expect([record.number, sumMoney(record.lines.map(({ amount }) => amount))]).toEqual([
      record.number,
      record.grandTotal,
    ]);
    const coded = record.lines.filter(({ coding }) => coding.fullCode !== null && coding.costTypeCode !== null);
    const stored = sandbox.control.records('contractLines').filter((line) => line.contract_id === record.id);
    expect(coded).toHaveLength(
      stored.filter((line) => line.cost_code_id !== null && line.line_item_type_id !== null).length,
    );
  }
  for (const record of changes.records) {
    procoreRecordSchemas.change.parse(record);
    expect(sumMoney(record.lines.map(({ amount }) => amount))).toBe(record.grandTotal);
  }
  for (const record of commitments.records) {
    const approved = changes.records.filter((one) => one.commitment === record.id && one.status === 'approved');
    expect(sumMoney(approved.map(({ grandTotal }) => grandTotal))).toBe(record.approvedChanges);
  }
  expect(invoices.records.length).toBeGreaterThan(5);
  for (const record of invoices.records) {
    procoreRecordSchemas.invoice.parse(record);
    const due = record.items
      .filter(({ type }) => type !== 'contractItem' || record.items.every((item) => item.type !== 'contractDetailItem'))
      .map((item) => addMoney(item.gross, negateMoney(item.retainageHeld), item.retainageReleased));
    expect([record.invoiceNumber, addMoney(sumMoney(due), record.taxThisPeriod)]).toEqual([
      record.invoiceNumber,
      record.paymentDue,
    ]);
  }
});

test('changes of a project with three tiers come as packages, whatever its list of change orders answers', async () => {
  const { account, sandbox, project } = await startClientRig();
  const plaza = project('2412');
  const stored = sandbox.control.records('changeOrders').filter(({ project_id }) => project_id === plaza);
  expect(stored.length).toBeGreaterThan(0);
  for (const threeTiers of ['refused', 'empty'] as const) {
    sandbox.control.setFaults({ threeTiers });
    const { records, unreadable } = value(await account.changes(plaza, all));
    expect(unreadable).toEqual([]);
    expect(records.map((change) => change.package).sort()).toEqual(stored.map((order) => order.package_id).sort());
    for (const change of records) expect(sumMoney(change.lines.map(({ amount }) => amount))).toBe(change.grandTotal);
  }
});

test('a budget with changes, one with sub jobs and an empty one', async () => {
  const { account, sandbox, project } = await startClientRig();
  const cold = value(await account.budget(project('2405')));
  procoreRecordSchemas.budget.parse(cold);
  expect(cold).toMatchObject({ locked: true, modifications: true });
  expect(cold.rows.some(({ changes }) => !isZero(changes))).toBe(true);
  const lines = sandbox.control.records('budgetLines').filter(({ project_id }) => project_id === project('2401'));
  const school = value(await account.budget(project('2401')));
  expect(school.rows.filter(({ id }) => id !== null)).toHaveLength(lines.length);
  expect(school.rows.some(({ coding }) => coding.subJob !== null)).toBe(true);
  expect(value(await account.budget(project('2403'))).rows).toEqual([]);
});

test('a second reading of a project where nothing changed costs few calls', async () => {
  const { account, sandbox, clock, project } = await startClientRig();
  const clinic = project('2402');
  const read = async (updatedFrom: string | null) => {
    const before = account.requestsSent();
    value(await account.budget(clinic));
    value(await account.commitments(clinic, { updatedFrom }));
    value(await account.changes(clinic, { updatedFrom }));
    value(await account.invoices(clinic, { updatedFrom }));
    return account.requestsSent() - before;
  };
  const first = await read(null);
  clock.advance(3_600_000);
  const second = await read(clock.now());
  expect(first).toBeLessThan(30);
  expect(second).toBeLessThanOrEqual(8);
  expect(sandbox.control.writes()).toEqual([]);
});
