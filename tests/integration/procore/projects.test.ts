import { describe, expect, it } from 'vitest';
import { procoreItem, sageItem } from '#shared/domain/procore/item.ts';
import { type ProcoreEngineRig, startProcoreEngine, withCodes } from './rig.ts';

const company = procoreItem('costCodes', 'company');
const list = (rig: ProcoreEngineRig) =>
  rig.far.sandbox.control.records('standardCodes').filter((code) => code.standard_cost_code_list_id === '5512');

describe('projects and jobs', () => {
  it('R-013 a project waits for the list of Sage’s cost codes, which is brought in once and never doubled', async () => {
    const rig = await startProcoreEngine();
    await rig.read();
    const key = procoreItem('project', rig.far.project('2417'));
    expect((await rig.row(key)).state).toMatchObject({ name: 'notReady', unmet: [{ rule: 'R-013' }] });
    const before = list(rig).length;
    expect(await rig.accept(company)).toBeNull();
    await rig.push();
    await rig.read();
    expect((await rig.row(company)).state.name).toBe('synced');
    expect(list(rig)).toHaveLength(before);
    expect(list(rig).filter(({ origin_id }) => origin_id === null)).toEqual([]);
    expect((await rig.row(key)).state.name).toBe('readyToExport');
  });

  it('R-015 R-016 a project becomes a job under the number that was typed, with a shell of its budget', async () => {
    const rig = await withCodes();
    const id = rig.far.project('2417');
    const key = procoreItem('project', id);
    const choices = { number: '2499', status: '4', client: '' };
    expect(await rig.accept(key, choices)).toBeNull();
    await rig.push();
    expect(await rig.inSage('SELECT jobnme, status, ctynme FROM actrec WHERE recnum = 2499')).toEqual([
      { jobnme: 'Ruston Way Boathouse', status: 4, ctynme: 'Tacoma' },
    ]);
    const rows = await rig.inSage('SELECT cstcde, ttlbdg FROM bdglin WHERE recnum = 2499 ORDER BY linnum');
    expect(rows).toHaveLength(7);
    expect(new Set(rows.map(({ ttlbdg }) => ttlbdg))).toEqual(new Set(['0.00']));
    expect(rig.far.sandbox.control.one('projects', id)).toMatchObject({
      origin_id: 'plumbline:cascade:job:2499',
      origin_code: '2499',
    });
    await rig.read();
    const row = await rig.row(key);
    expect(row).toMatchObject({ state: { name: 'synced' }, sage: '2499', differences: 0 });
    expect((await rig.row(procoreItem('costCodes', id))).state.name).toBe('synced');
  });

  it('R-015 a job number that is taken, or that Sage could not keep, is refused before anything is written', async () => {
    const rig = await withCodes();
    const key = procoreItem('project', rig.far.project('2417'));
    expect(await rig.accept(key, { number: '2402', status: '4', client: '' })).toMatch(/2402 is taken in Sage/);
    expect(await rig.accept(key, { number: '24-17', status: '4', client: '' })).toMatch(/not a whole number/);
    expect((await rig.row(key)).state.name).toBe('readyToExport');
  });

  it('R-083 a job that was written before a crash is not written a second time', async () => {
    const rig = await withCodes();
    const id = rig.far.project('2417');
    const key = procoreItem('project', id);
    expect(await rig.accept(key, { number: '2417', status: '4', client: '' })).toBeNull();
    rig.far.sandbox.control.setFaults({ failNext: { status: 503, count: 50, retryAfterSeconds: null } });
    await rig.engine.sync(['push']);
    rig.far.sandbox.control.setFaults({ failNext: null });
    expect((await rig.row(key)).state.name).toBe('underway');
    const again = await rig.restart();
    rig.clock.advance(3_600_000);
    await again.engine.sync(['push']);
    expect(await rig.inSage('SELECT COUNT(*) AS jobs FROM actrec WHERE recnum = 2417')).toEqual([{ jobs: 1 }]);
    expect(rig.far.sandbox.control.one('projects', id).origin_code).toBe('2417');
  });

  it('R-014 a job and a project that both exist are linked after a comparison, and nothing else changes', async () => {
    const rig = await withCodes();
    const id = rig.far.project('2402');
    const key = procoreItem('project', id);
    const row = await rig.row(key);
    expect(row.suggestion).toMatchObject({ sageKey: '2402' });
    const { partners } = await rig.ask('procore.partners', { key, search: '2402' });
    expect(partners[0]).toMatchObject({ sageKey: '2402', refusal: null });
    const before = rig.far.sandbox.control.one('projects', id);
    await rig.ask('procore.link', { pairs: [{ key, sageKey: '2402' }] });
    await rig.push();
    const { origin_id, origin_code, updated_at, ...after } = rig.far.sandbox.control.one('projects', id);
    expect({ origin_id, origin_code }).toEqual({ origin_id: 'plumbline:cascade:job:2402', origin_code: '2402' });
    expect(before).toMatchObject(after);
    await rig.read();
    expect(await rig.row(key)).toMatchObject({ state: { name: 'synced' }, sage: '2402' });
    const rows = await rig.rows('project');
    expect(rows.filter((one) => one.number === '2402').map((one) => one.key.id)).toEqual([key.id]);
  });

  it('R-033 one of a pair is not linked a second time', async () => {
    const rig = await withCodes();
    const key = procoreItem('project', rig.far.project('2402'));
    await rig.ask('procore.link', { pairs: [{ key, sageKey: '2402' }] });
    await rig.push();
    const other = procoreItem('project', rig.far.project('2403'));
    const { results } = await rig.ask('procore.link', { pairs: [{ key: other, sageKey: '2402' }] });
    expect(results[0]?.failure?.sentence).toMatch(/linked with another project already/);
  });

  it('R-017 a job whose codes have no category is refused with the codes, and taken once a person says which', async () => {
    const rig = await withCodes();
    await rig.inSage(
      `UPDATE bdglin SET matbdg = '0.00', labbdg = '0.00', eqpbdg = '0.00', subbdg = '0.00', othbdg = '0.00', ttlbdg = '0.00' WHERE recnum = 2411`,
    );
    await rig.read();
    const key = sageItem('project', '2411');
    expect(await rig.accept(key, { template: '', untyped: '' })).toMatch(/have no category.*: \d+/);
    expect(await rig.accept(key, { template: '', untyped: '2' })).toBeNull();
  });

  it('R-018 a job becomes a project under its own number, from a template or none', async () => {
    const rig = await withCodes();
    const key = sageItem('project', '2409');
    const { choices } = await rig.ask('procore.item', { key });
    const template = choices.find(({ name }) => name === 'template');
    expect(template?.options.map(({ label }) => label)).toEqual(['No template', 'Template: tenant improvement']);
    expect(await rig.accept(key, { template: '' })).toBeNull();
    await rig.push();
    const made = rig.far.sandbox.control.records('projects').find(({ project_number }) => project_number === '2409');
    expect(made).toMatchObject({ name: 'Harborview Lofts Building B', origin_id: 'plumbline:cascade:job:2409' });
    const codes = rig.far.sandbox.control.records('costCodes').filter(({ project_id }) => project_id === made?.id);
    const ofJob = await rig.inSage('SELECT DISTINCT cstcde FROM bdglin WHERE recnum = 2409');
    expect(codes.map(({ code }) => code).sort()).toEqual(ofJob.map(({ cstcde }) => String(cstcde)).sort());
    await rig.read();
    expect(await rig.row(procoreItem('project', made?.id ?? ''))).toMatchObject({
      state: { name: 'synced' },
      sage: '2409',
    });
    expect((await rig.rows('project')).some(({ key: one }) => one.id === key.id)).toBe(false);
  });

  it('R-019 an archived job is not offered any more, and comes back when it is restored', async () => {
    const rig = await withCodes();
    const key = sageItem('project', '2409');
    await rig.ask('procore.decide', { keys: [key], act: 'archive', reason: '' });
    expect((await rig.row(key)).state.name).toBe('archived');
    await rig.ask('procore.decide', { keys: [key], act: 'restore', reason: '' });
    expect((await rig.row(key)).state.name).toBe('readyToImport');
  });

  it('R-053 a project that became a job is unlinked only once the job is gone in Sage', async () => {
    const rig = await withCodes();
    const id = rig.far.project('2417');
    const key = procoreItem('project', id);
    await rig.accept(key, { number: '2417', status: '4', client: '' });
    await rig.push();
    const refusal = await rig.refused('procore.unlink', { key });
    expect(refusal.sentence).toMatch(/still in Sage 100 Contractor as job 2417\. Please delete it before retrying/);
    for (const table of ['bdglin', 'budget', 'actrec']) await rig.inSage(`DELETE FROM ${table} WHERE recnum = 2417`);
    await rig.ask('procore.unlink', { key });
    await rig.push();
    expect(rig.far.sandbox.control.one('projects', id).origin_id).toBeNull();
    await rig.read();
    expect((await rig.row(key)).state.name).toBe('readyToExport');
  });

  it('another connector’s project is only read', async () => {
    const rig = await withCodes();
    const key = procoreItem('project', rig.far.project('CT-01'));
    expect((await rig.row(key)).state).toMatchObject({ name: 'external' });
  });
});
