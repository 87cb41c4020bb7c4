import { describe, expect, it } from 'vitest';
import { startProcoreEngine } from '../procore/rig.ts';
import { startRig } from './rig.ts';

const sidesOf = async (rig: Awaited<ReturnType<typeof startRig>>) =>
  (await rig.ask('home.status', {})).sides.map(({ side }) => side);

describe('a cloud that nobody set up', () => {
  it('is neither read nor shown as silent when the other one is used', async () => {
    const rig = await startProcoreEngine({ clearstoryKey: false });
    expect(await sidesOf(rig)).toEqual(['sage', 'procore', 'push']);
    const [report] = await rig.engine.sync(['clearstory']);
    expect(report?.outcome).toBe('skipped');
    expect(rig.store.runs.last('clearstory')).toBeNull();
    const { checklist, sentence } = await rig.ask('home.status', {});
    expect(sentence).toBe('3 steps of setting up are left.');
    expect(checklist.map(({ id }) => id)).toEqual(['sage', 'procore', 'procoreProject']);
  });

  it('is Procore until its company and credentials are known', async () => {
    expect(await sidesOf(await startRig())).toEqual(['sage', 'clearstory', 'push']);
  });
});
