import { expect, it } from 'vitest';
import { procoreItem } from '#shared/domain/procore/item.ts';
import { firstAnswerLost } from '../engine/answers.ts';
import { type ProcoreEngineRig, startProcoreEngine } from './rig.ts';

/** An item whose write took effect and whose answer was lost: its proof is found in Sage. */

const choices = { number: '4711', type: '2' };

async function inDoubt() {
  const rig = await startProcoreEngine({ sage: firstAnswerLost() });
  await rig.read();
  const found = rig.far.sandbox.control.records('vendors').find(({ name }) => name === 'Tahoma Scaffold & Shoring');
  const key = procoreItem('vendor', found?.id ?? '');
  expect(await rig.accept(key, choices)).toBeNull();
  const id = rig.store.transfers.openOfItem(key)?.id ?? '';
  await rig.engine.sync(['push']);
  expect(rig.store.transfers.get(id)?.state.name).toBe('inDoubt');
  return { rig, key, id };
}

async function later(rig: ProcoreEngineRig) {
  rig.clock.advance(16 * 60_000);
  await rig.engine.sync(['push']);
}

it('is done when its record stands there as it was approved, with its rows in the receipt', async () => {
  const { rig, key, id } = await inDoubt();
  await later(rig);
  const transfer = rig.store.transfers.get(id);
  expect(transfer?.state).toMatchObject({ name: 'done', record: '4711' });
  expect(transfer?.receipt).toMatchObject({ fingerprint: transfer?.plan?.fingerprint, differences: 0 });
  expect(transfer?.receipt?.rows).toMatchObject([{ table: 'actpay', key: { recnum: '4711' } }]);
  expect(rig.store.procore.links.get(key)?.sageKey).toBe('4711');
});

it('needs a person when somebody changed it meanwhile', async () => {
  const { rig, key, id } = await inDoubt();
  await rig.inSage("UPDATE actpay SET vndnme = 'Somebody Else' WHERE recnum = 4711");
  await later(rig);
  const { transfer } = await rig.ask('queue.get', { id });
  expect(transfer.state).toMatchObject({ name: 'needsAttention', failure: { code: 'sage.markerConflict' } });
  expect(transfer.why).toContain('Tahoma Scaffold & Shoring was approved, and Somebody Else stands there');
  expect(transfer.next).toContain('link it under “Is it in Sage?” as it stands in Sage 4-4');
  expect(rig.store.procore.links.get(key)).toBeNull();
  expect(await rig.refused('doubt.notWritten', { id, to: 'queue', seen: [] })).toMatchObject({ code: 'proofs.proved' });
  // Found by its proof, whatever it is called now.
  const { candidates } = await rig.ask('doubt.compare', { id, record: null });
  expect(candidates).toMatchObject([{ record: '4711', differences: [{ typed: 'Somebody Else' }] }]);
  const refusals = (await rig.row(key)).refusals;
  expect(refusals.retry).toContain('Is it in Sage?');
  await rig.ask('doubt.isIt', { id, record: '4711', hash: candidates[0]?.hash ?? '' });
  expect(rig.store.transfers.get(id)?.state).toMatchObject({ name: 'done', record: '4711', recognised: true });
  expect(rig.store.procore.links.get(key)?.sageKey).toBe('4711');
});

it('needs a person when its record is gone, and is not linked with what is not there when it is accepted anew', async () => {
  const { rig, key, id } = await inDoubt();
  await rig.inSage('DELETE FROM actpay WHERE recnum = 4711');
  await later(rig);
  const { transfer } = await rig.ask('queue.get', { id });
  expect(transfer.state).toMatchObject({ name: 'needsAttention', failure: { code: 'sage.markerGone' } });
  await rig.ask('procore.decide', { keys: [key], act: 'reject', reason: 'Deleted in Sage' });
  await rig.ask('procore.decide', { keys: [key], act: 'send', reason: '' });
  // Its proof is still there: the second one waits until somebody has said that it stays as it is.
  await rig.accept(key, choices);
  await later(rig);
  expect(rig.store.procore.links.get(key)).toBeNull();
  expect(await rig.inSage('SELECT recnum FROM actpay WHERE recnum = 4711')).toEqual([]);
  const [proof] = (await rig.ask('proofs.list', {})).unknown;
  expect(proof).toMatchObject({ record: '4711' });
});

it('is linked with what somebody entered anew in the place of a record that is gone, by whoever may accept it', async () => {
  const { rig, key, id } = await inDoubt();
  await rig.inSage('UPDATE actpay SET recnum = 5001 WHERE recnum = 4711');
  await later(rig);
  const { transfer } = await rig.ask('queue.get', { id });
  expect(transfer.state).toMatchObject({ name: 'needsAttention', failure: { code: 'sage.markerGone' } });
  const { candidates } = await rig.ask('doubt.compare', { id, record: null });
  expect(candidates).toMatchObject([{ record: '5001', differences: [{ planned: '4711', typed: '5001' }] }]);
  const seen = { id, record: '5001', hash: candidates[0]?.hash ?? '' };
  const settings = rig.store.settings.read();
  rig.store.settings.write({ ...settings, procore: { ...settings.procore, approvers: { vendor: ['Bo'] } } });
  expect((await rig.refused('doubt.isIt', seen)).sentence).toContain('only Bo');
  rig.store.settings.write(settings);
  await rig.ask('doubt.isIt', seen);
  expect(rig.store.transfers.get(id)?.state).toMatchObject({ name: 'done', record: '5001' });
  expect(rig.store.procore.links.get(key)).toMatchObject({ sageKey: '5001' });
});
