import { copyFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import { type ProcoreEngineRig, startProcoreEngine } from './rig.ts';

/** Vendors that went into Sage after the backup which the data here was restored from. */

const keep = (file: string) => copyFileSync(file, `${file}.kept`);
const putBack = (file: string) => copyFileSync(`${file}.kept`, file);

/** Companies of Procore that would become new vendors. */
async function newVendors(rig: ProcoreEngineRig): Promise<readonly ItemKey[]> {
  const rows = await rig.rows('vendor');
  return rows
    .filter(({ state, suggestion }) => state.name === 'readyToExport' && suggestion === null)
    .map(({ key }) => key);
}

async function exported(rig: ProcoreEngineRig, key: ItemKey, number: string): Promise<void> {
  expect(await rig.accept(key, { number, type: '1' })).toBeNull();
  await rig.push();
}

const numbered = (rig: ProcoreEngineRig, number: string) =>
  rig.inSage('SELECT recnum FROM actpay WHERE recnum = ?', number);
const state = async (rig: ProcoreEngineRig, key: ItemKey) => (await rig.row(key)).state.name;

it('what was exported after the backup of a restored store is not exported again, and leaves the list once it is linked', async () => {
  const first = await startProcoreEngine();
  await first.read();
  const [before, after] = await newVendors(first);
  if (before === undefined || after === undefined) throw new Error('Too few new vendors in the seed');
  await exported(first, before, '9001');
  const second = await first.restart(keep);
  await exported(second, after, '9002');
  const told = second.far.sandbox.control.requests().length;

  const restored = await second.restart(putBack);
  const mark = { at: restored.clock.now(), by: 'Dana Reyes', backupAt: '2026-11-23T17:01:00.000Z' };
  restored.store.notes.write('restored', JSON.stringify(mark));
  await restored.read();
  await restored.push();
  const { unknown, missing } = await restored.ask('proofs.list', {});
  expect(missing).toEqual([]);
  expect(unknown).toMatchObject([{ number: '9002', ours: true, names: [after.id] }]);
  expect(await restored.accept(after, { number: '9003', type: '1' })).toMatch(/^This is in Sage already: /);
  await restored.push();
  expect(await numbered(restored, '9003')).toEqual([]);
  expect(
    restored.far.sandbox.control
      .requests()
      .slice(told)
      .filter(({ method }) => method !== 'GET'),
  ).toEqual([]);

  const { results } = await restored.ask('procore.link', { pairs: [{ key: after, sageKey: '9002' }] });
  expect(results[0]?.failure ?? null).toBeNull();
  await restored.push();
  await restored.read();
  expect((await restored.ask('proofs.list', {})).unknown).toEqual([]);
  expect([await state(restored, before), await state(restored, after)]).toEqual(['synced', 'synced']);
  expect(await numbered(restored, '9002')).toHaveLength(1);
});
