import { describe, expect, it } from 'vitest';
import { type ClinicRig, startClinic } from './clinic.ts';

const all = { commitments: true, changes: true, invoices: true };

function allow(rig: ClinicRig, directExport: typeof all) {
  const settings = rig.store.settings.read();
  const procore = { ...settings.procore, directExport, payableAccount: '2000' };
  rig.store.settings.write({ ...settings, procore });
}

const stateOf = async (rig: ClinicRig, number: string) => (await rig.row(rig.contract(number))).state;

describe('direct export', () => {
  it('R-090 is off until settings say otherwise, for each kind by itself', async () => {
    const rig = await startClinic();
    await rig.read();
    await rig.push();
    expect((await stateOf(rig, 'SC-002')).name).toBe('readyToExport');
    allow(rig, { commitments: true, changes: false, invoices: false });
    await rig.push();
    await rig.push();
    expect(await stateOf(rig, 'SC-002')).toMatchObject({ name: 'synced', by: 'Plumbline' });
    const invoices = await rig.rows('invoice');
    expect(invoices.filter(({ state }) => state.name === 'synced')).toEqual([]);
    expect(invoices.some(({ state }) => state.name === 'readyToExport')).toBe(true);
    const { history } = await rig.ask('procore.item', { key: rig.contract('SC-002') });
    expect(history.some(({ by }) => by === 'Plumbline')).toBe(true);
  });

  it('R-090 waits for a person where something must be answered or confirmed, and manages what it sent when it is off again', async () => {
    const rig = await startClinic();
    allow(rig, all);
    await rig.read();
    await rig.push();
    await rig.push();
    await rig.read();
    // Its number and title would be cut.
    const change = await rig.change('SC-002', 'CCO-2402-000017');
    expect((await rig.row(change)).state.name).toBe('readyToExport');
    await rig.push();
    const synced = (await rig.rows('invoice')).filter(({ state }) => state.name === 'synced');
    expect(synced.length).toBeGreaterThan(0);
    expect((await rig.row(change)).state.name).toBe('readyToExport');
    allow(rig, { commitments: false, changes: false, invoices: false });
    await rig.push();
    const key = rig.contract('SC-002');
    expect((await rig.row(key)).state.name).toBe('synced');
    expect((await rig.refused('procore.unlink', { key })).sentence).toContain('still in Sage');
  });
});
