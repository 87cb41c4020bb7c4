import { describe, expect, it } from 'vitest';
import { startClinic } from './clinic.ts';

describe('a project whose change orders have three tiers', () => {
  it('R-057 R-059 sends a change through its package, and marks the package', async () => {
    const rig = await startClinic({}, '2412');
    const contract = rig.contract('SC-001');
    const before = await rig.row(contract);
    if (before.state.name === 'notReady') {
      await rig.budgeted('4100.000');
      await rig.read();
    }
    expect((await rig.send(contract)).state.name).toBe('synced');
    const key = await rig.change('SC-001', '001');
    const row = await rig.send(key);
    expect(row).toMatchObject({ state: { name: 'synced' }, amount: '8300.00' });
    const lines = await rig.inSage(
      "SELECT bdgprc FROM sbcgln WHERE chgnum = '001' AND vndctc IN (SELECT recnum FROM subcon WHERE jobnum = 2412 AND ctcnum = 'SC-001')",
    );
    expect(lines.map(({ bdgprc }) => Number(bdgprc))).toEqual([8300]);
    const marked = rig.far.sandbox.control.records('changeOrders').filter(({ origin_id }) => origin_id !== null);
    expect(marked.map(({ number }) => number)).toEqual(['001']);
  });
});
