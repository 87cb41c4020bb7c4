import { describe, expect, it } from 'vitest';
import { procoreItem, sageItem } from '#shared/domain/procore/item.ts';
import { type ProcoreEngineRig, withCodes } from './rig.ts';

/** The project that Procore made is job 2417. */
async function boathouse(): Promise<{ rig: ProcoreEngineRig; id: string; key: ReturnType<typeof procoreItem> }> {
  const rig = await withCodes();
  const id = rig.far.project('2417');
  await rig.accept(procoreItem('project', id), { number: '2417', status: '4', client: '' });
  await rig.push();
  await rig.read();
  return { rig, id, key: procoreItem('costCodes', id) };
}

/** Somebody in Procore adds a code with a cost type to the project. */
function addCode(rig: ProcoreEngineRig, project: string, code: string, name: string): void {
  const { control } = rig.far.sandbox;
  const labor = control.records('lineItemTypes').find((type) => type.name === 'Labor');
  control.add('costCodes', { project_id: project, code, name, line_item_type_ids: [labor?.id ?? ''] });
}

describe('cost codes', () => {
  it('R-020 a new code of a project is written, existing descriptions stay byte for byte', async () => {
    const { rig, id, key } = await boathouse();
    const described = () => rig.inSage('SELECT recnum, cdenme, divnum FROM cstcde ORDER BY recnum');
    const before = await described();
    addCode(rig, id, '26.055', 'Dock power');
    const renamed = rig.far.sandbox.control.records('costCodes').find((code) => code.project_id === id);
    rig.far.sandbox.control.change('costCodes', renamed?.id ?? '', { name: 'Another name in Procore' });
    await rig.read();
    expect((await rig.row(key)).state).toMatchObject({ name: 'readyToUpdate', what: '1 new for Sage' });
    const preview = await rig.preview(key, { division: '' });
    // The code, the header of the budget and its row: nothing else.
    expect(preview).toMatchObject({ ok: true, stepCount: 3 });
    expect(await rig.accept(key, { division: '' })).toBeNull();
    await rig.push();
    await rig.read();
    const after = await described();
    expect(after.filter((one) => one.recnum !== '26.055')).toEqual(before);
    expect(after.find((one) => one.recnum === '26.055')).toMatchObject({ cdenme: 'Dock power', divnum: 26 });
    expect(await rig.inSage(`SELECT ttlbdg FROM bdglin WHERE recnum = 2417 AND cstcde = '26.055'`)).toEqual([
      { ttlbdg: '0.00' },
    ]);
    expect((await rig.row(key)).state.name).toBe('synced');
  });

  it('R-022 R-095 a code that Sage would write otherwise is asked about, and what was said is kept', async () => {
    const { rig, id, key } = await boathouse();
    addCode(rig, id, '026-055', 'Dock power');
    await rig.read();
    expect(await rig.accept(key, { division: '' })).toMatch(
      /Cost code 026-055 is 26\.055 in Sage.*say which cost code/,
    );
    const { choices } = await rig.ask('procore.item', { key });
    expect(choices.find(({ name }) => name === 'code:026-055')).toMatchObject({ type: 'costCode', value: '26.055' });
    expect(await rig.accept(key, { division: '', 'code:026-055': '26.055' })).toBeNull();
    await rig.push();
    await rig.read();
    expect((await rig.row(key)).state.name).toBe('synced');
    const written = rig.far.sandbox.control.records('costCodes').find(({ code }) => code === '026-055');
    expect(written?.origin_id).toBe('plumbline:cascade:costCode:2417:26.055');
  });

  it('R-022 a code that cannot be one of Sage is refused by name until a person says which it is', async () => {
    const { rig, id, key } = await boathouse();
    addCode(rig, id, '26-05-10', 'Dock power');
    await rig.read();
    expect(await rig.accept(key, { division: '' })).toMatch(/Cost code 26-05-10 has 3 segments/);
  });

  it('R-095 two codes that would be one in Sage are refused, naming both', async () => {
    const { rig, id, key } = await boathouse();
    addCode(rig, id, '26.055', 'Dock power');
    addCode(rig, id, '26/055', 'Dock lights');
    await rig.read();
    const row = await rig.row(key);
    expect(row.refusals.accept).toMatch(/26\.055 and 26\/055 are two in Procore/);
  });

  it('R-023 a pair that Sage has money on and that is gone in Procore is shown with the reason', async () => {
    const { rig, id, key } = await boathouse();
    const { control } = rig.far.sandbox;
    await rig.accept(procoreItem('budget', id));
    await rig.push();
    const used = control.records('costCodes').find((code) => code.project_id === id && code.code === '1010.000');
    control.change('costCodes', used?.id ?? '', { line_item_type_ids: [] });
    for (const wbs of control.records('wbsCodes').filter((one) => one.cost_code_id === used?.id)) {
      for (const line of control.records('budgetLines').filter((one) => one.wbs_code_id === wbs.id))
        control.remove('budgetLines', line.id);
      control.remove('wbsCodes', wbs.id);
    }
    await rig.read();
    expect((await rig.row(key)).differences).toBe(1);
    const { rows } = await rig.ask('procore.list', {
      kind: 'costCodes',
      list: 'discrepancies',
      search: '',
      project: '',
      offset: 0,
      limit: 10,
    });
    expect(rows.map((row) => row.key.id)).toEqual([key.id]);
  });
});

describe('phases and sub jobs', () => {
  it('R-024 phases are brought in only under a project that is linked, and keep their number and name', async () => {
    const rig = await withCodes();
    expect((await rig.rows('subJob')).length).toBe(0);
    const id = rig.far.project('2406');
    await rig.ask('procore.link', { pairs: [{ key: procoreItem('project', id), sageKey: '2406' }] });
    await rig.push();
    await rig.read();
    const key = sageItem('subJob', '2406/1');
    const [phase] = await rig.inSage('SELECT phsnme FROM jobphs WHERE recnum = 2406 AND phsnum = 1');
    const row = await rig.row(key);
    expect(row).toMatchObject({ state: { name: 'readyToImport' }, title: phase?.phsnme });
    expect(row.amount).not.toBeNull();
    rig.far.sandbox.control.change('projects', id, { budget_locked: true });
    await rig.read();
    expect((await rig.row(key)).amount).toBeNull();
    expect(await rig.accept(key)).toBeNull();
    await rig.push();
    const made = rig.far.sandbox.control.records('subJobs').filter(({ project_id }) => project_id === id);
    expect(made).toMatchObject([{ code: '1', name: phase?.phsnme, origin_id: 'plumbline:cascade:phase:2406:1' }]);
    await rig.read();
    const item = procoreItem('subJob', made[0]?.id ?? '');
    expect((await rig.row(item)).state.name).toBe('synced');
    await rig.ask('procore.unlink', { key: item });
    await rig.push();
    expect(rig.far.sandbox.control.one('subJobs', made[0]?.id ?? '').origin_id).toBeNull();
  });
});
