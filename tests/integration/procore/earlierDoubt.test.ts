import { describe, expect, it } from 'vitest';
import type { ItemTransfer } from '#shared/domain/records.ts';
import { type ProcoreEngineRig, startProcoreEngine } from './rig.ts';

const typed = { number: '9001', type: '1' };

/** A company of Procore accepted as a new vendor. */
async function accepted(rig: ProcoreEngineRig) {
  await rig.read();
  const ready = (await rig.rows('vendor')).find(
    ({ state, suggestion }) => state.name === 'readyToExport' && suggestion === null,
  );
  if (ready === undefined) throw new Error('Not in the seed');
  const { choices } = await rig.ask('procore.item', { key: ready.key });
  const answers = Object.fromEntries(
    choices.map(({ name, value, options }) => [
      name,
      value !== '' ? value : name in typed ? typed[name as 'number'] : (options[0]?.value ?? '9001'),
    ]),
  );
  return { key: ready.key, answers };
}

/** What the queue holds of it when nobody could be asked any more and a person gave it up. */
function givenUp(rig: ProcoreEngineRig, transfer: ItemTransfer): void {
  const failure = { next: 'needsPerson', code: 'push.doubtGivenUp', sentence: 'The server is gone.' } as const;
  const state = { name: 'needsAttention', since: rig.clock.now(), attempt: 1, failure } as const;
  rig.store.transfers.save({ ...transfer, state, receipt: null });
}

const vendorRows = (rig: ProcoreEngineRig) =>
  rig.store.sage.search('vendor', { limit: 500 }).filter(({ number }) => number === '9001').length;

describe('an item that was given up while nobody knew whether it is in Sage', () => {
  it('is found in Sage and linked when it is accepted anew, never written a second time', async () => {
    const rig = await startProcoreEngine();
    const { key, answers } = await accepted(rig);
    expect(await rig.accept(key, answers)).toBeNull();
    const queued = rig.store.transfers.openOfItem(key);
    await rig.push();
    if (queued === null) throw new Error('Not queued');
    // As if the answer to the commit had been lost, and the local pair with it.
    rig.store.procore.links.remove(key);
    givenUp(rig, queued);
    await rig.ask('procore.decide', { keys: [key], act: 'reject', reason: 'The server is gone' });
    await rig.ask('procore.decide', { keys: [key], act: 'send', reason: '' });

    expect(await rig.accept(key, answers)).toBeNull();
    expect(rig.store.transfers.openOfItem(key)).toBeNull();
    expect((await rig.row(key)).state.name).not.toBe('readyToExport');
    expect(rig.store.procore.links.get(key)?.sageKey).toBe('9001');
    await rig.read();
    expect(vendorRows(rig)).toBe(1);
  });

  it('stands in the queue without an amount where nothing of it is money', async () => {
    const rig = await startProcoreEngine();
    const { key, answers } = await accepted(rig);
    expect(await rig.accept(key, answers)).toBeNull();
    const { rows } = await rig.ask('queue.list', { states: [], search: '', offset: 0, limit: 10 });
    expect(rows.map(({ total }) => total)).toEqual([null]);
  });
});
