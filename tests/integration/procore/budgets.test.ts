import { describe, expect, it } from 'vitest';
import { addMoney, formatMoney, parseMoney, sumMoney } from '#shared/domain/money.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import { budgetColumnOfCostType } from '#shared/domain/sage/schema/budgets.ts';
import { type ProcoreEngineRig, withCodes } from './rig.ts';

const columns = Object.values(budgetColumnOfCostType);
const money = (value: unknown) => parseMoney(String(value ?? '0')) ?? '0.00';

/** The sum of a job's budget in Sage, of its nine cost types and of its totals, which are the same. */
async function inSage(rig: ProcoreEngineRig, job: string): Promise<string> {
  const rows = await rig.inSage(`SELECT ttlbdg, ${columns.join(', ')} FROM bdglin WHERE recnum = ?`, job);
  const types = sumMoney(rows.flatMap((row) => columns.map((column) => money(row[column]))));
  expect(sumMoney(rows.map(({ ttlbdg }) => money(ttlbdg)))).toBe(types);
  return types;
}

/** Originals of a project in Procore, added up. */
function inProcore(rig: ProcoreEngineRig, project: string): string {
  const lines = rig.far.sandbox.control.records('budgetLines').filter(({ project_id }) => project_id === project);
  return sumMoney(lines.map(({ original_budget_amount }) => money(original_budget_amount)));
}

/** The project that Procore made is job 2417; its budget is locked and ready. */
async function boathouse(): Promise<{ rig: ProcoreEngineRig; id: string; key: ReturnType<typeof procoreItem> }> {
  const rig = await withCodes();
  const id = rig.far.project('2417');
  expect(await rig.accept(procoreItem('project', id), { number: '2417', status: '4', client: '' })).toBeNull();
  await rig.push();
  await rig.read();
  return { rig, id, key: procoreItem('budget', id) };
}

/** A pair that was there before on both sides, e.g. project 2406 and job 2406. */
async function linkedProject(
  number: string,
): Promise<{ rig: ProcoreEngineRig; id: string; key: ReturnType<typeof procoreItem> }> {
  const rig = await withCodes();
  const id = rig.far.project(number);
  await rig.ask('procore.link', { pairs: [{ key: procoreItem('project', id), sageKey: number }] });
  await rig.push();
  await rig.read();
  return { rig, id, key: procoreItem('budget', id) };
}

/** The same, once the project has every cost code of the job: without them their money would be lost, and the import says so. */
async function openProject(): ReturnType<typeof linkedProject> {
  const linked = await linkedProject('2406');
  const { rig, id, key } = linked;
  expect(await rig.accept(key, { existing: 'keep' })).toMatch(/These are not in the project: Cost code 1015/);
  const codes = procoreItem('costCodes', id);
  expect((await rig.row(codes)).state).toMatchObject({
    name: 'readyToUpdate',
    what: expect.stringContaining('of the job are not in the project'),
  });
  expect(await rig.accept(codes)).toBeNull();
  await rig.push();
  await rig.read();
  expect((await rig.row(codes)).state.name).toBe('synced');
  return linked;
}

/** People in Procore unlock the budget, change it by an approved budget change, and lock it again. */
function change(rig: ProcoreEngineRig, project: string, amount: string): void {
  const { control } = rig.far.sandbox;
  const line = control.records('budgetLines').find(({ project_id }) => project_id === project);
  control.add('budgetChanges', {
    project_id: project,
    number: '1',
    title: 'Allowance',
    status: 'approved',
    lines: [
      { id: '990001', type: 'change_event', wbs_code_id: line?.wbs_code_id ?? '', adjustment_number: '1', amount },
    ],
  });
}

describe('budgets', () => {
  it('R-040 R-041 R-042 a budget of Procore is exported to the cent, after its caution and nothing but amounts', async () => {
    const { rig, id, key } = await boathouse();
    expect((await rig.row(key)).state.name).toBe('readyToExport');
    const preview = await rig.preview(key);
    const total = inProcore(rig, id);
    expect(preview).toMatchObject({ ok: true, cautions: [{ name: 'firstExport' }] });
    expect(preview.ok && preview.cautions[0]?.sentence).toContain('it can no longer be imported');
    expect(preview.ok && preview.sums).toEqual([
      { label: 'Original', amount: total },
      { label: 'Changes', amount: '0.00' },
      { label: 'Revised', amount: total },
      { label: 'Written now', amount: total },
    ]);
    const hash = preview.ok ? preview.hash : '';
    const unconfirmed = await rig.ask('procore.accept', { items: [{ key, choices: {}, hash, confirmed: [] }] });
    expect(unconfirmed.results[0]?.failure?.code).toBe('procore.unconfirmed');
    expect(await inSage(rig, '2417')).toBe('0.00');
    expect(await rig.accept(key)).toBeNull();
    await rig.push();
    expect(await inSage(rig, '2417')).toBe(total);
    const concrete = await rig.inSage(
      `SELECT matbdg, labbdg, hrsbdg, estunt, untdsc FROM bdglin WHERE recnum = 2417 AND cstcde = '3300.000'`,
    );
    expect(concrete).toEqual([
      { matbdg: '84125.50', labbdg: '103880.25', hrsbdg: '0.00', estunt: '0.0000', untdsc: '' },
    ]);
  });

  it('R-044 R-045 after an export only what is new is sent, once Sage was read and shows what was exported', async () => {
    const { rig, id, key } = await boathouse();
    await rig.accept(key);
    await rig.push();
    const before = await inSage(rig, '2417');
    change(rig, id, '1234.56');
    rig.clock.advance(60_000);
    await rig.engine.sync(['procore']);
    const waiting = await rig.row(key);
    expect(waiting.state).toMatchObject({ name: 'notReady', unmet: [{ rule: 'R-045' }] });
    expect(waiting.refusals.accept).toMatch(/Sage has not been read since/);
    await rig.read();
    expect((await rig.row(key)).state).toMatchObject({ name: 'readyToUpdate' });
    const preview = await rig.preview(key);
    expect(preview).toMatchObject({ ok: true, cautions: [] });
    expect(preview.ok && preview.sums.at(-1)).toEqual({ label: 'Written now', amount: '1234.56' });
    // The header, which says when it was edited, and the one row.
    expect(preview.ok && preview.stepCount).toBe(2);
    expect(await rig.accept(key)).toBeNull();
    await rig.push();
    await rig.read();
    expect(await inSage(rig, '2417')).toBe(addMoney(before, '1234.56'));
    expect((await rig.row(key)).state.name).toBe('synced');
    expect((await rig.row(key)).refusals.accept).not.toBeNull();
  });

  it('R-045 what somebody changed in Sage is shown with both figures and stops the next export', async () => {
    const { rig, id, key } = await boathouse();
    await rig.accept(key);
    await rig.push();
    await rig.inSage(
      `UPDATE bdglin SET labbdg = '96400.01', ttlbdg = '96400.01' WHERE recnum = 2417 AND cstcde = '1010.000'`,
    );
    change(rig, id, '10.00');
    await rig.read();
    const row = await rig.row(key);
    expect(row).toMatchObject({ state: { name: 'notReady', unmet: [{ rule: 'R-045' }] }, differences: 1 });
    expect(row.refusals.accept).toMatch(/exported as 96,400\.00 and is 96,400\.01 in Sage/);
    await rig.inSage(
      `UPDATE bdglin SET labbdg = '96400.00', ttlbdg = '96400.00' WHERE recnum = 2417 AND cstcde = '1010.000'`,
    );
    await rig.read();
    expect((await rig.row(key)).state.name).toBe('readyToUpdate');
  });

  it('R-039 an exported budget is never imported again, also when it is unlocked', async () => {
    const { rig, id, key } = await boathouse();
    await rig.accept(key);
    await rig.push();
    rig.far.sandbox.control.change('projects', id, { budget_locked: false });
    change(rig, id, '5.00');
    await rig.read();
    const row = await rig.row(key);
    expect(row.state).toMatchObject({ name: 'notReady', unmet: [{ rule: 'R-039', field: 'locked' }] });
    expect((await rig.ask('procore.item', { key })).notes[0]).toMatch(
      /Procore owns this budget.*no longer be imported/,
    );
  });

  it('a budget that Sage has locked is not written', async () => {
    const { rig, key } = await boathouse();
    await rig.inSage('UPDATE budget SET lckedt = 1 WHERE recnum = 2417');
    expect(await rig.accept(key)).toMatch(/locked in Sage \(6-2, Lock Edit\)/);
  });

  it('R-043 an import keeps what is there and adds what is missing', async () => {
    const { rig, id, key } = await openProject();
    expect((await rig.row(key)).state.name).toBe('readyToImport');
    const before = inProcore(rig, id);
    const missing = await rig.preview(key, { existing: 'keep' });
    expect(await rig.accept(key, { existing: 'keep' })).toBeNull();
    await rig.push();
    const added = missing.ok ? (missing.sums.find(({ label }) => label === 'Written now')?.amount ?? '') : '';
    expect(inProcore(rig, id)).toBe(addMoney(before, added));
    // One line was a cent off before, and was kept.
    expect(inProcore(rig, id)).toBe(addMoney(await inSage(rig, '2406'), '0.01'));
    await rig.read();
    expect(await rig.row(key)).toMatchObject({ state: { name: 'synced' }, differences: 1 });
  });

  it('R-043 an import overrides what is there after a caution, and a second one writes what Sage changed since', async () => {
    const { rig, id, key } = await openProject();
    const shown = await rig.preview(key, { existing: 'override' });
    expect(shown).toMatchObject({ ok: true, cautions: [{ name: 'override' }] });
    expect(await rig.accept(key, { existing: 'override' })).toBeNull();
    await rig.push();
    expect(inProcore(rig, id)).toBe(await inSage(rig, '2406'));
    await rig.read();
    expect(await rig.row(key)).toMatchObject({ state: { name: 'synced' }, differences: 0 });
    const [row] = await rig.inSage(
      `SELECT phsnum, linnum, subbdg, ttlbdg FROM bdglin WHERE recnum = 2406 AND CAST(subbdg AS REAL) > 0 LIMIT 1`,
    );
    await rig.inSage(
      'UPDATE bdglin SET subbdg = ?, ttlbdg = ? WHERE recnum = 2406 AND phsnum = ? AND linnum = ?',
      addMoney(money(row?.subbdg), '100.10'),
      addMoney(money(row?.ttlbdg), '100.10'),
      String(row?.phsnum),
      String(row?.linnum),
    );
    await rig.read();
    expect((await rig.row(key)).state).toMatchObject({
      name: 'readyToUpdate',
      what: expect.stringContaining('1 amount'),
    });
    const again = await rig.preview(key);
    expect(again).toMatchObject({ ok: true, cautions: [{ name: 'reimport' }] });
    expect(await rig.accept(key)).toBeNull();
    await rig.push();
    expect(inProcore(rig, id)).toBe(await inSage(rig, '2406'));
    expect((await rig.ask('procore.item', { key })).notes[0]).toMatch(/Sage owns this budget/);
  });

  it('R-047 a pair that is new in Sage gets its line by itself where the settings say so', async () => {
    const { rig, id, key } = await openProject();
    await rig.accept(key, { existing: 'override' });
    await rig.push();
    await rig.read();
    const settings = rig.store.settings.read();
    rig.store.settings.write({ ...settings, procore: { ...settings.procore, autoAddCombinations: true } });
    const [row] = await rig.inSage(
      `SELECT phsnum, linnum, cstcde, ttlbdg FROM bdglin WHERE recnum = 2406 AND othbdg = '0.00' LIMIT 1`,
    );
    await rig.inSage(
      `UPDATE bdglin SET othbdg = '77.70', ttlbdg = ? WHERE recnum = 2406 AND phsnum = ? AND linnum = ?`,
      addMoney(money(row?.ttlbdg), '77.70'),
      String(row?.phsnum),
      String(row?.linnum),
    );
    await rig.read();
    await rig.push();
    expect(inProcore(rig, id)).toBe(await inSage(rig, '2406'));
    await rig.read();
    expect((await rig.row(key)).state.name).toBe('synced');
  });

  it('R-047 a pair that is new in Sage gets a line of nothing while the budget is locked', async () => {
    const { rig, id, key } = await openProject();
    await rig.accept(key, { existing: 'override' });
    await rig.push();
    await rig.read();
    const before = inProcore(rig, id);
    const lines = () => rig.far.sandbox.control.records('budgetLines').filter(({ project_id }) => project_id === id);
    const count = lines().length;
    const settings = rig.store.settings.read();
    rig.store.settings.write({ ...settings, procore: { ...settings.procore, autoAddCombinations: true } });
    rig.far.sandbox.control.change('projects', id, { budget_locked: true });
    const [row] = await rig.inSage(
      `SELECT phsnum, linnum, ttlbdg FROM bdglin WHERE recnum = 2406 AND othbdg = '0.00' LIMIT 1`,
    );
    await rig.inSage(
      `UPDATE bdglin SET othbdg = '77.70', ttlbdg = ? WHERE recnum = 2406 AND phsnum = ? AND linnum = ?`,
      addMoney(money(row?.ttlbdg), '77.70'),
      String(row?.phsnum),
      String(row?.linnum),
    );
    await rig.read();
    await rig.push();
    expect([lines().length, inProcore(rig, id)]).toEqual([count + 1, before]);
  });

  it('R-046 approved change orders are no part of a budget: equal ones are linked without writing anything', async () => {
    const { rig, key } = await linkedProject('2402');
    const [orders] = await rig.inSage('SELECT COUNT(*) AS approved FROM prmchg WHERE jobnum = 2402 AND status = 1');
    expect(Number(orders?.approved)).toBeGreaterThan(0);
    const { fields } = await rig.ask('procore.item', { key });
    const revised = fields.find(({ label }) => label === 'Revised');
    expect(revised).toMatchObject({ procore: revised?.sage, differs: false });
    expect(await rig.accept(key)).toMatch(/Sage has this budget already, to the cent/);
    const before = await inSage(rig, '2402');
    const { results } = await rig.ask('procore.link', { pairs: [{ key, sageKey: '2402' }] });
    expect(results[0]?.failure).toBeNull();
    expect((await rig.row(key)).state.name).toBe('synced');
    expect(await inSage(rig, '2402')).toBe(before);
    expect(formatMoney(before)).toBe(formatMoney(revised?.sage ?? ''));
  });

  it('R-048 nobody is told to unlock a budget that would lose its modifications', async () => {
    const { rig, id, key } = await linkedProject('2410');
    rig.far.sandbox.control.change('projects', id, { budget_locked: true });
    await rig.read();
    const { notes } = await rig.ask('procore.item', { key });
    expect(notes.some((note) => /Do not unlock it: .*unlocking would destroy them/.test(note))).toBe(true);
  });

  it('R-025 R-024 a budget with phases comes from Sage, by its sub jobs', async () => {
    const { rig, id, key } = await linkedProject('2401');
    const subJobs = (await rig.rows('subJob')).filter(({ key: one }) => one.id.startsWith('p:'));
    expect(subJobs.length).toBeGreaterThan(1);
    rig.far.sandbox.control.change('projects', id, { budget_locked: true });
    await rig.read();
    expect((await rig.row(key)).state).toMatchObject({ name: 'notReady', unmet: [{ rule: 'R-025' }] });
    rig.far.sandbox.control.change('projects', id, { budget_locked: false });
    await rig.read();
    expect((await rig.row(subJobs[0]?.key ?? key)).state).toMatchObject({
      name: 'notReady',
      unmet: [{ rule: 'R-025' }],
    });
    await rig.ask('procore.link', {
      pairs: subJobs.map(({ key: one, number }) => ({ key: one, sageKey: `2401/${number}` })),
    });
    await rig.push();
    await rig.read();
    const after = await rig.row(key);
    expect(after.state.name).toBe('readyToImport');
    const { results } = await rig.ask('procore.link', { pairs: [{ key, sageKey: '2401' }] });
    expect(results[0]?.failure).toBeNull();
    expect((await rig.row(key)).state.name).toBe('synced');
    expect(inProcore(rig, id)).toBe(await inSage(rig, '2401'));
  });
});
