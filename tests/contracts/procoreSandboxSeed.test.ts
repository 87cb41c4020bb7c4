import { expect, test } from 'vitest';
import { sumMoney } from '#shared/domain/money.ts';
import { seedState } from '../../electron/sandbox/procore/seed/seedState.ts';
import { costCodes, costTypes } from '../../electron/sandbox/sampleCompany/lists.ts';
import { sampleRows } from '../../electron/sandbox/sampleCompany/sampleRows.ts';
import { jobs } from '../../electron/sandbox/story/jobs.ts';
import { startProcoreRig } from './procoreSandboxRig.ts';

const state = seedState('midProject');
const { records } = state;
const sage = Map.groupBy([...sampleRows()], ({ table }) => table);
const rows = (table: 'actpay' | 'bdglin' | 'subcon') => (sage.get(table) ?? []).map(({ row }) => row);
const project = (number: string) => records.projects.find((one) => one.project_number === number);
const inProject = (number: string) => (one: { readonly project_id: string }) => one.project_id === project(number)?.id;

test('the same seed is always the same company, to the id', () => {
  expect(records.projects.map(({ id }) => id).slice(0, 3)).toEqual(['225001', '225002', '225003']);
  const scale = { projects: 3, vendors: 7, budgetLines: 20, commitments: 9 };
  expect(seedState(scale)).toEqual(seedState(scale));
});

test('projects meet the jobs by number and name, by name alone, hardly, or not at all', () => {
  const nameOf = (number: string) => jobs.find((job) => job.number === number)?.name;
  for (const number of ['2401', '2402', '2403', '2405', '2406', '2407', '2410'])
    expect(project(number)?.name).toBe(nameOf(number));
  expect(project('FS-17')?.name).not.toBe(nameOf('2404'));
  expect(project('02408')?.name).toBe(nameOf('2408'));
  expect(project('2301')?.active).toBe(false);
  for (const number of ['2409', '2413', '2414']) expect(project(number)).toBeUndefined();
  expect(jobs.some(({ number }) => number === '2417')).toBe(false);
  expect(project('2417')).toMatchObject({ active: true, budget_locked: true, origin_id: null });
  expect(project('CT-01')).toMatchObject({ is_erp_integrated: true, origin_id: expect.any(String) });
});

test("vendors match Sage's exactly, nearly, not at all, or belong to somebody else", () => {
  const inSage = new Set(rows('actpay').map((row) => (row.vndnme ?? '').trim()));
  const names = records.vendors.map(({ name }) => name);
  expect(names.filter((name) => inSage.has(name)).length).toBeGreaterThan(40);
  expect(inSage.has('Señor Tile & Stone') && names.includes('Señor Tile and Stone')).toBe(true);
  expect(inSage.has('Cushman Electric Inc.') && names.includes('CUSHMAN ELECTRIC INC.')).toBe(true);
  expect([...inSage].some((name) => !names.includes(name))).toBe(true);
  const only = records.vendors.filter(({ name }) => !inSage.has(name));
  expect(only.some(({ name }) => name.length > 30)).toBe(true);
  expect(only.some(({ is_active }) => !is_active)).toBe(true);
  expect(only.some(({ origin_id, synced_to_erp }) => origin_id !== null && synced_to_erp)).toBe(true);
  expect(records.vendors.some(({ id }) => !Number.isSafeInteger(Number(id)))).toBe(true);
});

test("the ERP list is Sage's list of cost codes, written as Sage writes it", () => {
  const list = records.codeLists.find(({ is_erp_list }) => is_erp_list);
  const codes = records.standardCodes.filter((one) => one.standard_cost_code_list_id === list?.id);
  const active = costCodes.filter(({ inactive }) => !inactive);
  expect(codes.map(({ code, name }) => `${code} ${name}`)).toEqual(active.map(({ code, name }) => `${code} ${name}`));
  for (const name of Object.values(costTypes))
    expect(records.lineItemTypes.some((type) => type.name === name)).toBe(true);
  expect(records.lineItemTypes.some(({ code, base_type }) => code === null && base_type === null)).toBe(true);
  expect(records.costCodes.filter(inProject('2417')).every((code) => code.line_item_type_ids.length > 0)).toBe(true);
  expect(records.costCodes.filter(inProject('2418')).some((code) => code.line_item_type_ids.length === 0)).toBe(true);
});

test("budgets equal Sage's where they should, to the cent", () => {
  const inSage = (job: string) =>
    sumMoney(
      rows('bdglin')
        .filter((row) => row.recnum === job)
        .map((row) => row.ttlbdg ?? 'missing'),
    );
  const here = (job: string) =>
    sumMoney(records.budgetLines.filter(inProject(job)).map((line) => line.original_budget_amount));
  for (const job of ['2401', '2402', '2405', '2410']) expect(here(job)).toBe(inSage(job));
  expect(here('2406')).not.toBe(inSage('2406'));
  expect(here('2407')).toBe('0.00');
  expect(new Set(records.budgetChanges.filter(inProject('2405')).map(({ status }) => status))).toEqual(
    new Set(['approved', 'draft', 'void']),
  );
  expect(records.budgetModifications.filter(inProject('2410'))).toHaveLength(1);
});

test('contracts stand in every status, and some of them cannot go to accounting as they are', () => {
  const clinic = records.commitments.filter(inProject('2402'));
  const one = (number: string) => clinic.find((contract) => contract.number === number);
  expect(new Set(clinic.map(({ status }) => status)).size).toBeGreaterThanOrEqual(8);
  expect(one('SC-2402-00008')?.title.length).toBeGreaterThan(30);
  const untyped = records.contractLines.filter((line) => line.line_item_type_id === null);
  expect(untyped.map((line) => line.contract_id)).toEqual([one('SC-010')?.id]);
  expect(records.commitments.some(({ origin_id }) => origin_id !== null)).toBe(true);
  const numbers = new Set(rows('subcon').map((row) => row.ctcnum));
  expect(records.commitments.filter(inProject('2405')).some(({ number }) => numbers.has(number))).toBe(true);
  const orders = records.changeOrders;
  expect(orders.some(({ number }) => number.length > 12)).toBe(true);
  expect(orders.some(({ contract_id }) => contract_id === one('PO-001')?.id)).toBe(true);
  const first = orders.find(({ contract_id }) => contract_id === one('SC-001')?.id);
  const targets = records.changeOrderLines
    .filter((line) => line.change_order_id === first?.id)
    .map((line) => line.commitment_line_item_id);
  expect(targets[0]).toBe(targets[1]);
  expect(targets[2]).toBeNull();
});

test('invoices come approved, noted, under review, with stored materials, zero, negative, taxed and on a contract nobody may send', async () => {
  const { get, project: idOf } = await startProcoreRig();
  const { json } = await get(`/rest/v1.1/requisitions?project_id=${idOf('2402')}&view=items`);
  const one = (number: string) => json.find((invoice: { invoice_number: string }) => invoice.invoice_number === number);
  expect(new Set(json.map((invoice: { status: string }) => invoice.status))).toEqual(
    new Set(['approved', 'approved_as_noted', 'under_review', 'pending_owner_approval']),
  );
  expect(one('HP-1042').summary).toMatchObject({
    new_materials: '8250.00',
    current_payment_due: '41699.35',
    less_previous_certificates_for_payment: '0.00',
  });
  // The second starts where the first ended, and bills a change order too.
  expect(one('HP-1067').summary).toMatchObject({
    stored_materials: '11550.55',
    less_previous_certificates_for_payment: '41699.35',
    current_payment_due: '74860.61',
  });
  expect(one('HP-1067').item_packages).toHaveLength(1);
  expect(one('HMC-0').summary.current_payment_due).toBe('0.00');
  expect(one('MV-CR1').summary.current_payment_due).toBe('-1358.50');
  expect(one('PCC-5521').summary.tax_applicable_to_this_payment).toBe('2298.96');
  expect(one('AB-301').items.map((item: { item_type: string }) => item.item_type)).toEqual([
    'contract_detail_item',
    'contract_detail_item',
  ]);
  expect(one('CB-9R').summary.current_payment_due).toBe('1990.00');
});

test('the new project is ready: typed, locked, approved, with a change on each kind of contract and invoices', () => {
  const contracts = records.commitments.filter(inProject('2417'));
  expect(contracts.map(({ status, origin_id }) => [status, origin_id])).toEqual(Array(3).fill(['Approved', null]));
  const of = (contract: { readonly id: string }) =>
    records.changeOrders.filter((one) => one.contract_id === contract.id);
  const changed = contracts.filter((contract) => of(contract).some(({ status }) => status === 'approved'));
  expect(new Set(changed.map(({ kind }) => kind)).size).toBe(2);
  const ids = contracts.map(({ id }) => id);
  expect(
    records.contractLines
      .filter((line) => ids.includes(line.contract_id))
      .every((line) => line.line_item_type_id !== null),
  ).toBe(true);
  expect(records.requisitions.filter((invoice) => ids.includes(invoice.commitment_id))).toHaveLength(2);
});

test('a company that has only just started has no project and no list of its own', () => {
  const fresh = seedState('newCompany').records;
  expect(fresh.projects).toEqual([]);
  expect(fresh.codeLists.every(({ is_erp_list }) => !is_erp_list)).toBe(true);
  expect(fresh.vendors.length).toBeLessThan(5);
});

test('a company for benchmarks has as much as was asked for, evenly spread', () => {
  const made = seedState({ projects: 5, vendors: 20, budgetLines: 101, commitments: 33 }).records;
  expect(made.projects).toHaveLength(5);
  expect(made.vendors).toHaveLength(20);
  expect(made.budgetLines).toHaveLength(101);
  expect(made.commitments).toHaveLength(33);
  const perProject = [...Map.groupBy(made.budgetLines, ({ project_id }) => project_id).values()].map(
    ({ length }) => length,
  );
  expect(Math.max(...perProject) - Math.min(...perProject)).toBeLessThanOrEqual(1);
});
