import { describe, expect, it } from 'vitest';
import { startRig } from './rig.ts';

const all = { search: '', offset: 0, limit: 200 } as const;

describe('imported projects', () => {
  it('shows open jobs that no project knows by number, warns of look-alikes, and leaves out bids, closed and inactive ones', async () => {
    const rig = await startRig();
    await rig.sync('sage', 'clearstory');
    const { rows } = await rig.ask('imported.list', { state: 'waiting', ...all });
    expect(rows.map(({ job }) => job.number).sort()).toEqual(['2404', '2408', '2409', '2413', '2414']);
    const warned = rows.filter(({ warning }) => warning !== null).map(({ job }) => job.number);
    expect(warned.sort()).toEqual(['2404', '2408']);
  });

  it('shows a job created in Sage after the next pull', async () => {
    const rig = await startRig();
    await rig.sync('sage', 'clearstory');
    await rig.inSage("UPDATE actrec SET status = 3, upddte = '2026-11-24 09:00:00.000' WHERE recnum = 2415");
    await rig.sync('sage');
    const { rows } = await rig.ask('imported.list', { state: 'waiting', ...all });
    expect(rows.map(({ job }) => job.number)).toContain('2415');
  });

  it('accepts several at once: creates the projects, maps them, and takes them off the list', async () => {
    const rig = await startRig();
    await rig.sync('sage', 'clearstory');
    const { proposals, offices } = await rig.ask('imported.preview', { jobs: ['2409', '2413'] });
    expect(proposals[0]).toMatchObject({ job: '2409', jobNumber: '2409', title: 'Harborview Lofts Building B' });
    expect(offices.length).toBeGreaterThan(0);

    const { results } = await rig.ask('imported.accept', { proposals: [...proposals] });

    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    const mapped = await rig.ask('projects.list', { tab: 'mapped', ...all });
    expect(mapped.rows.map(({ mapping }) => mapping?.job).sort()).toEqual(['2409', '2413']);
    expect(mapped.counts.imported).toBe(3);
  });

  it('finds the project after a lost answer instead of creating a second one', async () => {
    const rig = await startRig();
    await rig.sync('sage', 'clearstory');
    const { proposals } = await rig.ask('imported.preview', { jobs: ['2409'] });
    rig.sandbox.control.setFaults({ dropWrites: 1 });
    await rig.ask('imported.accept', { proposals: [...proposals] });
    const again = await rig.restart();
    await again.ask('imported.accept', { proposals: [...proposals] }).catch(() => undefined);

    const created = rig.sandbox.control
      .writes()
      .filter(({ method, path }) => method === 'POST' && path === '/projects');
    expect(created).toHaveLength(1);
    const mapped = await again.ask('projects.list', { tab: 'mapped', ...all });
    expect(mapped.rows.map(({ mapping }) => mapping?.job)).toEqual(['2409']);
  });

  it('keeps a rejected job out of the list, with its reason, until it is restored', async () => {
    const rig = await startRig();
    await rig.sync('sage', 'clearstory');
    await rig.ask('imported.reject', { jobs: ['2414'], reason: 'Warranty work only' });
    await rig.sync('sage', 'clearstory');
    const waiting = await rig.ask('imported.list', { state: 'waiting', ...all });
    expect(waiting.rows.map(({ job }) => job.number)).not.toContain('2414');
    const rejected = await rig.ask('imported.list', { state: 'rejected', ...all });
    expect(rejected.rows).toMatchObject([
      { imported: { job: '2414', reason: 'Warranty work only', by: 'Dana Reyes' } },
    ]);
    await rig.ask('imported.restore', { jobs: ['2414'] });
    expect((await rig.ask('imported.list', { state: 'waiting', ...all })).rows).toHaveLength(5);
  });

  it('refuses a number that Clearstory has for another mapped job, naming it', async () => {
    const rig = await startRig();
    await rig.sync('sage', 'clearstory');
    const { proposals } = await rig.ask('imported.preview', { jobs: ['2409', '2413'] });
    await rig.ask('imported.accept', { proposals: proposals.slice(0, 1) });
    const second = proposals.slice(1).map((proposal) => ({ ...proposal, jobNumber: '2409' }));
    const { results } = await rig.ask('imported.accept', { proposals: second });
    expect(results).toMatchObject([{ job: '2413', ok: false, sentence: expect.stringContaining('2409') }]);
  });
});
