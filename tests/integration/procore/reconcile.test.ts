import { describe, expect, it } from 'vitest';
import { type ItemKey, procoreItem } from '#shared/domain/procore/item.ts';
import { type ProcoreEngineRig, withCodes } from './rig.ts';

/** Accepts with what the board proposes, and what is typed besides. */
async function accept(rig: ProcoreEngineRig, key: ItemKey, typed: Record<string, string> = {}) {
  const { choices } = await rig.ask('procore.item', { key });
  const proposed = Object.fromEntries(choices.map(({ name, value }) => [name, value]));
  const refused = await rig.accept(key, { ...proposed, ...typed });
  if (refused !== null) throw new Error(refused);
}

/** The Boathouse is job 2417 with its budget, two of its commitments and their change orders. */
async function boathouse() {
  const rig = await withCodes();
  const project = rig.far.project('2417');
  const settled = async () => {
    await rig.push();
    await rig.read();
  };
  await accept(rig, procoreItem('project', project), { number: '2417', status: '4' });
  await settled();
  for (const { key, title, suggestion } of await rig.rows('vendor')) {
    if (!/^Foss Landing|^Pacific Ready/.test(title) || key.id.startsWith('s:') || suggestion === null) continue;
    await rig.ask('procore.link', { pairs: [{ key, sageKey: suggestion.sageKey }] });
  }
  await accept(rig, procoreItem('budget', project));
  await settled();
  for (const kind of ['commitment', 'commitmentChange'] as const) {
    for (const { key, place, state } of await rig.rows(kind)) {
      if (place.includes('Boathouse') && state.name === 'readyToExport') await accept(rig, key);
    }
    await settled();
  }
  const added = async (level: 'job' | 'coding' | 'vendor' | 'difference' | 'apart') =>
    rig.ask('procore.reconcile', { project, level, offset: 0, limit: 200 });
  return { rig, project, added };
}

describe('Procore and Sage added up', () => {
  it('are equal by job, by cost code and type, and by vendor once a project was sent', async () => {
    const { added } = await boathouse();
    const { rows, difference, differences, jobs } = await added('job');
    expect({ difference, differences, jobs }).toEqual({ difference: '0.00', differences: 0, jobs: 1 });
    expect(rows.map(({ measure, procore, sage }) => [measure, procore, sage])).toEqual([
      ['budget', '1024406.83', '1024406.83'],
      ['original', '540066.25', '540066.25'],
      ['changes', '7780.00', '7780.00'],
    ]);
    const coding = await added('coding');
    expect(coding.rows.filter(({ measure }) => measure === 'changes')).toMatchObject([
      { code: '2060.000', type: '4', procore: '7350.00', sage: '7350.00' },
      { code: '3300.000', type: '1', procore: '430.00', sage: '430.00' },
    ]);
    const { rows: vendors } = await added('vendor');
    expect(vendors.filter(({ measure }) => measure === 'original').map(({ vendor, sage }) => [vendor, sage])).toEqual([
      ['1450', '522500.75'],
      ['1480', '17565.50'],
    ]);
  });

  it('tell what is not sent apart, with how it stands', async () => {
    const { added } = await boathouse();
    const { rows } = await added('apart');
    const shoring = rows.find(({ name }) => name.startsWith('Commitment SC-002'));
    expect(shoring).toMatchObject({ procore: '9800.00', sage: null, difference: null });
    expect(shoring?.reason).toMatch(/not linked with a vendor/);
    expect(rows.filter(({ measure }) => measure === 'invoiced')).toHaveLength(2);
  });

  it('have a line with its reason for what somebody changed in Sage, and for what Procore has not sent yet', async () => {
    const { rig, added } = await boathouse();
    await rig.inSage(
      `UPDATE bdglin SET subbdg = '119399.99', ttlbdg = '119399.99' WHERE recnum = 2417 AND cstcde = '26.050'`,
    );
    await rig.inSage(
      `DELETE FROM pcorln WHERE linnum = 2 AND recnum IN (SELECT recnum FROM pchord WHERE jobnum = 2417)`,
    );
    const line = rig.far.sandbox.control
      .records('contractLines')
      .find(({ description }) => description === 'Timber floats');
    if (line === undefined) throw new Error('Not in the seed');
    rig.far.sandbox.control.change('contractLines', line.id, { amount: '318000.01' });
    rig.far.sandbox.control.change('commitments', line.contract_id, {});
    await rig.read();
    const { rows, difference } = await added('difference');
    expect(rows.map(({ measure, code, difference: of }) => [measure, code, of])).toEqual([
      ['budget', '26.050', '0.01'],
      ['original', '13150.000', '0.01'],
      ['changes', '3300.000', '430.00'],
    ]);
    expect(difference).toBe('430.02');
    expect(rows[0]?.reason).toMatch(/119,400\.00/);
    expect(rows[1]?.reason).toMatch(/522,500\.76; 522,500\.75 was sent/);
    expect(rows[2]?.reason).toMatch(/no longer in Sage: unlink it/);
  });
});
