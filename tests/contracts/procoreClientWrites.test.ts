import { expect, test } from 'vitest';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import { failureOf, value } from './clearstoryRig.ts';
import { all, startClientRig } from './procoreClientRig.ts';

const harbor: ProcoreCall = {
  op: 'vendor.upsert',
  originId: 'plumbline:acme:vendor:9512',
  originCode: '9512',
  fields: {
    name: 'Zoë & Söhne Sheet Metal',
    street: '41 Dock Rd',
    city: 'Tacoma',
    state: 'WA',
    zip: '04101',
    phone: '253-555-0110',
    email: null,
  },
};

test('a company is made once, found again by its origin id, and changed', async () => {
  const { account, sandbox } = await startClientRig();
  const before = sandbox.control.records('vendors').length;
  const id = value(await account.write(harbor, []));
  expect(value(await account.write(harbor, []))).toBe(id);
  value(
    await account.write({ op: 'vendor.update', vendor: { call: 0 }, fields: { name: 'Renamed', phone: null } }, [id]),
  );
  const vendors = sandbox.control.records('vendors');
  expect(vendors).toHaveLength(before + 1);
  expect(vendors.find((one) => one.id === id)).toMatchObject({
    name: 'Renamed',
    zip: '04101',
    origin_id: 'plumbline:acme:vendor:9512',
    origin_code: '9512',
  });
});

test('a lost answer leaves one record: the same call again finds it', async () => {
  const { account, sandbox } = await startClientRig();
  sandbox.control.setFaults({ dropWrites: 1 });
  expect(failureOf(await account.write(harbor, []))).toMatchObject({ next: 'retry', code: 'procore.outcomeUnknown' });
  const id = value(await account.write(harbor, []));
  const mine = sandbox.control.records('vendors').filter((one) => one.origin_id === harbor.originId);
  expect(mine.map((one) => one.id)).toEqual([id]);
});

test('an origin is set and taken back, and another connector’s stays', async () => {
  const { account, sandbox, project } = await startClientRig();
  const [vendor] = sandbox.control.records('vendors');
  const set = (id: string | null): ProcoreCall => ({
    op: 'vendor.origin',
    vendor: vendor?.id ?? '',
    origin: { id, code: id === null ? null : '512' },
  });
  const stored = () => sandbox.control.one('vendors', vendor?.id ?? '');
  value(await account.write(set('plumbline:acme:vendor:512'), []));
  expect(stored()).toMatchObject({ origin_id: 'plumbline:acme:vendor:512', origin_code: '512' });
  value(await account.write(set(null), []));
  expect(stored()).toMatchObject({ origin_id: null, origin_code: null });
  const tower: ProcoreCall = {
    op: 'project.origin',
    project: project('CT-01'),
    origin: { id: 'plumbline:acme:job:9', code: '9' },
  };
  expect(failureOf(await account.write(tower, [])).code).toBe('procore.foreignOrigin');
  expect(sandbox.control.writes()).toHaveLength(2);
});

test('a project is made from a template, found again, and carries job number and value exactly', async () => {
  const { account, sandbox } = await startClientRig();
  const [template] = value(await account.templates());
  const call: ProcoreCall = {
    op: 'project.upsert',
    originId: 'plumbline:acme:job:2499',
    originCode: '2499',
    template: template?.id ?? null,
    fields: {
      name: 'Spanaway Boiler “Süd”',
      number: '02499',
      city: 'Spanaway',
      state: 'WA',
      value: '742500.07',
      startDate: '2026-12-01',
    },
  };
  const id = value(await account.write(call, [])) ?? '';
  expect(value(await account.write(call, []))).toBe(id);
  expect(value(await account.project(id))).toMatchObject({
    name: 'Spanaway Boiler “Süd”',
    number: '02499',
    value: '742500.07',
    origin: { id: 'plumbline:acme:job:2499', code: '2499' },
  });
  expect(sandbox.control.records('projects').filter(({ project_number }) => project_number === '02499')).toHaveLength(
    1,
  );
});

test('cost codes, types and pairs are made as written, zeros and delimiters kept, and again changes nothing', async () => {
  const { account, sandbox, project } = await startClientRig({ seed: 'midProject' });
  const company: ProcoreCall = {
    op: 'costCodes.company',
    list: 'Plumbline test list',
    codes: ['01-100', '1-100', '0010.500'].map((code) => ({
      originId: `plumbline:acme:costCode:${code}`,
      code,
      name: `Code ${code}`,
    })),
  };
  const list = value(await account.write(company, []));
  expect(value(await account.write(company, []))).toBe(list);
  const made = value(await account.companyCostCodes()).records.filter((code) => code.list === list);
  expect(made.map(({ fullCode }) => fullCode).sort()).toEqual(['0010.500', '01-100', '1-100']);

  const types: ProcoreCall = {
    op: 'costTypes.company',
    types: [{ originId: 'plumbline:acme:costType:9', code: 'Z', name: 'Zoning' }],
  };
  value(await account.write(types, []));
  expect(value(await account.costTypes()).records.find(({ code }) => code === 'Z')?.origin.id).toBe(
    'plumbline:acme:costType:9',
  );

  const lofts = project('2403');
  const codes: ProcoreCall = {
    op: 'costCodes.project',
    project: lofts,
    list,
    codes: ['01-100', '77-700'].map((code) => ({
      originId: `plumbline:acme:costCode:2403:${code}`,
      code,
      name: `Code ${code}`,
      types: ['M', 'Z'],
    })),
  };
  value(await account.write(codes, []));
  const written = sandbox.control.writes().length;
  value(await account.write(codes, []));
  expect(
    sandbox.control
      .writes()
      .slice(written)
      .filter(({ route }) => !route.endsWith('/sync')),
  ).toEqual([]);
  const inside = value(await account.projectCostCodes(lofts, [])).records;
  expect(inside.map(({ fullCode, costTypes, origin }) => [fullCode, costTypes.length, origin.id])).toEqual([
    ['01-100', 2, 'plumbline:acme:costCode:2403:01-100'],
    ['77-700', 2, 'plumbline:acme:costCode:2403:77-700'],
  ]);
});

test('a budget is written pair by pair; what is there already is not sent again', async () => {
  const { account, sandbox, project } = await startClientRig();
  const lofts = project('2403');
  const codes = ['01-100', '02-200'].map((code) => ({
    originId: `plumbline:acme:costCode:2403:${code}`,
    code,
    name: code,
    types: ['M'],
  }));
  value(await account.write({ op: 'costCodes.project', project: lofts, list: null, codes }, []));
  const rows = (second: string) => [
    { code: '01-100', type: 'M', subJob: null, amount: '98765432.10' },
    { code: '02-200', type: 'L', subJob: null, amount: second },
  ];
  value(await account.write({ op: 'budget.rows', project: lofts, rows: rows('0.05') }, []));
  const before = sandbox.control.writes().length;
  value(await account.write({ op: 'budget.rows', project: lofts, rows: rows('0.07') }, []));
  expect(
    sandbox.control
      .writes()
      .slice(before)
      .map(({ method }) => method),
  ).toEqual(['PATCH']);
  const budget = value(await account.budget(lofts));
  expect(budget.rows.map(({ coding, original }) => [coding.fullCode, coding.costTypeCode, original])).toEqual([
    ['01-100', 'M', '98765432.10'],
    ['02-200', 'L', '0.07'],
  ]);
});

test('a budget whose answer was lost in the middle is finished by the same call', async () => {
  const { account, sandbox, project } = await startClientRig();
  const lofts = project('2403');
  const codes = ['1', '2', '3'].map((code) => ({
    originId: `plumbline:acme:costCode:2403:${code}`,
    code,
    name: code,
    types: ['M'],
  }));
  value(await account.write({ op: 'costCodes.project', project: lofts, list: null, codes }, []));
  const rows = codes.map(({ code }) => ({ code, type: 'M', subJob: null, amount: `${code}00.00` }));
  const call: ProcoreCall = { op: 'budget.rows', project: lofts, rows };
  sandbox.control.setFaults({ dropWrites: 1 });
  expect(failureOf(await account.write(call, [])).code).toBe('procore.outcomeUnknown');
  value(await account.write(call, []));
  expect(value(await account.budget(lofts)).rows.map(({ original }) => original)).toEqual([
    '100.00',
    '200.00',
    '300.00',
  ]);
  expect(failureOf(await account.write({ ...call, project: project('2402') }, [])).code).toBe('procore.budgetLocked');
});

test('a locked budget takes a new line at zero, and no change of one that is there', async () => {
  const { account, sandbox, project } = await startClientRig();
  const lofts = project('2403');
  const codes = ['1', '2'].map((code) => ({
    originId: `plumbline:acme:costCode:2403:${code}`,
    code,
    name: code,
    types: ['M'],
  }));
  value(await account.write({ op: 'costCodes.project', project: lofts, list: null, codes }, []));
  const rows = (code: string, amount: string): ProcoreCall => ({
    op: 'budget.rows',
    project: lofts,
    rows: [{ code, type: 'M', subJob: null, amount }],
  });
  value(await account.write(rows('1', '100.00'), []));
  sandbox.control.change('projects', lofts, { budget_locked: true });
  value(await account.write(rows('2', '0.00'), []));
  expect(value(await account.budget(lofts)).rows.map(({ original }) => original)).toEqual(['100.00', '0.00']);
  // What is there already needs no writing: a call whose answer was lost ends well.
  value(await account.write(rows('1', '100.00'), []));
  for (const call of [rows('1', '0.00'), rows('2', '5.00')]) {
    expect(failureOf(await account.write(call, [])).code).toBe('procore.budgetLocked');
  }
});

test('sub jobs are made once and found by their code', async () => {
  const { account, sandbox, project } = await startClientRig();
  const school = project('2401');
  const [known] = value(await account.subJobs(school)).records;
  const call = (code: string): ProcoreCall => ({
    op: 'subJob.upsert',
    project: school,
    originId: `plumbline:acme:phase:2401:${code}`,
    code,
    name: `Phase ${code}`,
  });
  expect(value(await account.write(call(known?.code ?? ''), []))).toBe(known?.id);
  const made = value(await account.write(call('77'), []));
  expect(value(await account.write(call('77'), []))).toBe(made);
  expect(value(await account.subJobs(school)).records).toHaveLength(4);
  value(
    await account.write(
      { op: 'subJob.origin', project: school, subJob: made ?? '', origin: { id: null, code: null } },
      [],
    ),
  );
  expect(sandbox.control.one('subJobs', made ?? '').origin_id).toBeNull();
});

test('a commitment, its change and an invoice are marked as synced and released again', async () => {
  const { account, sandbox, project } = await startClientRig();
  const clinic = project('2402');
  const commitment = value(await account.commitments(clinic, all)).records.find(
    ({ origin, status }) => origin.id === null && status === 'Approved',
  );
  const change = value(await account.changes(clinic, all)).records.find(({ origin }) => origin.id === null);
  const invoice = value(await account.invoices(clinic, all)).records.find(({ origin }) => origin.id === null);
  if (commitment === undefined || change === undefined || invoice === undefined) throw new Error('The story lacks one');
  const calls = (id: string | null): readonly ProcoreCall[] => {
    const origin = (kind: string) => ({ id: id === null ? null : `plumbline:acme:${kind}:${id}`, code: id });
    return [
      {
        op: 'commitment.origins',
        project: clinic,
        commitment: commitment.id,
        type: commitment.type,
        origin: origin('subcontract'),
        lines: commitment.lines.map((line, index) => ({
          id: line.id,
          originId: id === null ? null : `plumbline:acme:subcontract:${id}:${index}`,
        })),
      },
      {
        op: 'change.origin',
        project: clinic,
        package: change.package ?? '',
        commitment: change.commitment,
        origin: origin('change'),
      },
      {
        op: 'invoice.origin',
        project: clinic,
        commitment: invoice.commitment,
        invoice: invoice.id,
        origin: { ...origin('invoice'), code: null },
      },
    ];
  };
  for (const call of calls('2402-9001')) value(await account.write(call, []));
  const stored = () => [
    sandbox.control.one('commitments', commitment.id).origin_id,
    ...sandbox.control
      .records('contractLines')
      .filter((line) => line.contract_id === commitment.id)
      .map((line) => line.origin_id),
    sandbox.control.one('changeOrders', change.id).origin_id,
    sandbox.control.one('requisitions', invoice.id).origin_id,
  ];
  expect(stored()).not.toContain(null);
  for (const call of calls(null)) value(await account.write(call, []));
  expect(stored().every((origin) => origin === null)).toBe(true);
});
