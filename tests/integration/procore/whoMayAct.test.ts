import { describe, expect, it } from 'vitest';
import type { ProcoreSettings } from '#shared/domain/procore/procoreSettings.ts';
import { type ClinicRig, startClinic } from './clinic.ts';

function setRules(rig: ClinicRig, change: Partial<ProcoreSettings>) {
  const settings = rig.store.settings.read();
  rig.store.settings.write({ ...settings, procore: { ...settings.procore, ...change } });
}

/** A subcontract that failed on its way into Sage. */
async function withFailed() {
  const rig = await startClinic();
  const key = rig.contract('SC-012');
  expect(await rig.accept(key, await rig.answers(key))).toBeNull();
  await rig.inSage('UPDATE actrec SET status = 6 WHERE recnum = 2402');
  await rig.push();
  const { row, transferId: id } = await rig.ask('procore.item', { key });
  expect(row.state.name).toBe('failed');
  if (id === null) throw new Error('It has no transfer');
  return { rig, key, id };
}

describe('who may act on items of Procore', () => {
  it('R-009 holds in the queue as well: who may not reject an item cannot retry, reopen or drop its transfer', async () => {
    const { rig, key, id } = await withFailed();
    setRules(rig, { approvers: { commitment: ['Bo'] } });
    const tried = [
      await rig.refused('queue.retry', { id }),
      await rig.refused('queue.fix', { id }),
      await rig.refused('queue.drop', { id, reason: 'Not needed' }),
    ];
    for (const failure of tried) expect(failure).toMatchObject({ code: 'procore.notNow' });
    expect(tried[2]?.sentence).toContain('only Bo');
    expect((await rig.row(key)).state.name).toBe('failed');
    setRules(rig, { approvers: { commitment: ['Dana Reyes'] } });
    await rig.ask('queue.retry', { id });
  });

  it('wants a second person, and Plumbline is none', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-002');
    setRules(rig, { twoPersonsFrom: '10000', directExport: { commitments: true, changes: true, invoices: true } });
    const submitted = await rig.accept(key, await rig.answers(key));
    expect(submitted).toContain('another person accepts it');
    await rig.push();
    await rig.push();
    expect((await rig.row(key)).state.name).toBe('readyToExport');
    expect(await rig.inSage("SELECT * FROM subcon WHERE ctcnum = 'SC-002'")).toEqual([]);
  });

  it('does not take what Plumbline would send by itself for a submission', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-002');
    setRules(rig, { twoPersonsFrom: '10000', directExport: { commitments: true, changes: true, invoices: true } });
    await rig.push();
    expect(await rig.accept(key, await rig.answers(key))).toContain('another person accepts it');
  });

  it('refuses a limit for two persons that is no amount, and one that is stored asks for two always', async () => {
    const rig = await startClinic();
    const settings = rig.store.settings.read();
    const wrong = { ...settings, procore: { ...settings.procore, twoPersonsFrom: '10k' } };
    expect((await rig.refused('settings.save', { settings: wrong })).sentence).toContain("'10k'");
    setRules(rig, { twoPersonsFrom: '10k' });
    const key = rig.contract('SC-002');
    expect(await rig.accept(key, await rig.answers(key))).toContain('another person accepts it');
  });
});
