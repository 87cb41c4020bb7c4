import { describe, expect, it } from 'vitest';
import { planKinds } from '#shared/domain/plan.ts';
import type { Inspection } from '#shared/domain/sage/catalog.ts';
import type { WriteMode } from '#shared/domain/writeMode.ts';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { certificate, historyQuery } from '../../contracts/storeRig.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, coded, corsOf, isToPush, mapJob } from './steps.ts';

/** A real company: the same books over real ODBC, with an inspection that the test can change as an update of Sage would. */
async function liveRig() {
  let change: (found: Inspection) => Inspection = (found) => found;
  let inspections = 0;
  const sage = (real: SageCompany): SageCompany => ({
    ...real,
    inspect: async (markers, at) => {
      inspections += 1;
      const found = await real.inspect(markers, at);
      return found.ok ? { ok: true, value: change(found.value) } : found;
    },
  });
  const rig = await startRig({ sage, companyKind: 'live' });
  return {
    rig,
    inspections: () => inspections,
    becomes: (next: typeof change) => {
      change = next;
    },
  };
}

async function choose(rig: EngineRig, mode: WriteMode): Promise<void> {
  const { settings } = await rig.ask('settings.get', {});
  await rig.ask('settings.save', { settings: { ...settings, writing: { ...settings.writing, mode } } });
}

async function openCor(rig: EngineRig): Promise<string> {
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(isToPush);
  if (cor === undefined) throw new Error('No approved COR');
  return cor.id;
}

/** What Plumbline may write into a real company: 2-Open. */
const open = (draft: Parameters<typeof coded>[0]) => {
  const done = coded(draft);
  return { ...done, header: { ...done.header, status: '2' as const, approvedOn: '' } };
};

async function certify(rig: EngineRig): Promise<void> {
  const fingerprint = rig.store.inspection.read()?.catalog.fingerprint ?? '';
  rig.store.certificates.save(certificate({ kinds: [...planKinds], fingerprint }));
}

const written = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM plumbline_push_marker')).length;

describe('a real company', () => {
  it('is only read until somebody chooses otherwise, and says so', async () => {
    const { rig } = await liveRig();
    const cor = await openCor(rig);
    expect(await rig.ask('app.info', {})).toMatchObject({ writes: 'readOnly' });
    await expect(approve(rig, [cor], open)).rejects.toThrow('is connected read-only');
    expect((await rig.ask('home.status', {})).hindered).toBeNull();
  });

  it('is not written to without a certificate, which Home and Settings name', async () => {
    const { rig } = await liveRig();
    await choose(rig, 'direct');
    expect((await rig.ask('home.status', {})).hindered?.sentence).toContain('has not been inspected yet');
    const cor = await openCor(rig);
    await expect(approve(rig, [cor], open)).rejects.toThrow('there is no certificate');
    expect((await rig.ask('home.status', {})).hindered?.sentence).toContain('there is no certificate');
    const { writing } = await rig.ask('settings.get', {});
    expect(writing.decision.kinds['changeOrder.void'].hindrances.map(({ code }) => code)).toEqual([
      'write.certificate',
    ]);
    expect(writing.inspectedAt).not.toBeNull();
  });

  it('is written to with a certificate, but only what was compared', async () => {
    const { rig } = await liveRig();
    await choose(rig, 'direct');
    const cor = await openCor(rig);
    await certify(rig);
    expect(await rig.ask('app.info', {})).toMatchObject({ writes: 'direct' });
    await expect(approve(rig, [cor], coded)).rejects.toThrow('Status 1-Approved has not been compared');
    const { id } = await rig.ask('drafts.open', { corIds: [cor], mode: 'push' });
    await approve(rig, [cor], open);
    await rig.sync('push');
    expect((await rig.ask('queue.get', { id })).transfer.state).toMatchObject({ name: 'done' });
    expect(await written(rig)).toBe(1);
  });

  it('is looked at again before anything is written: an update of Sage stops what was approved before', async () => {
    const { rig, becomes } = await liveRig();
    await choose(rig, 'direct');
    const cor = await openCor(rig);
    await certify(rig);
    const id = await approve(rig, [cor], open);
    becomes((found) => ({ ...found, catalog: { ...found.catalog, fingerprint: 'after the update' } }));
    await rig.sync('push');
    expect((await rig.ask('queue.get', { id })).transfer.state).toMatchObject({
      name: 'needsAttention',
      failure: { code: 'sage.writingHindered', sentence: expect.stringContaining('is void') },
    });
    expect(await written(rig)).toBe(0);
    expect(await rig.ask('app.info', {})).toMatchObject({ writes: 'readOnly' });
    const { rows } = await rig.ask('history.list', historyQuery({ kinds: ['writing'] }));
    expect(rows[0]?.sentence).toContain('Plumbline stopped writing into Cascade Ridge Builders');
    becomes((found) => found);
    await rig.ask('queue.retry', { id });
    await rig.sync('push');
    expect((await rig.ask('queue.get', { id })).transfer.state).toMatchObject({ name: 'done' });
  });

  it('is not written to with what was compared at the approval and whose certificate was revoked since', async () => {
    const { rig } = await liveRig();
    await choose(rig, 'direct');
    const cor = await openCor(rig);
    await certify(rig);
    const fingerprint = rig.store.inspection.read()?.catalog.fingerprint ?? '';
    const statuses = certificate({ id: 'of statuses', kinds: [...planKinds], fingerprint, parts: ['status'] });
    rig.store.certificates.save(statuses);
    const id = await approve(rig, [cor], coded);
    await rig.ask('certificates.revoke', { id: statuses.id, reason: 'The totals were wrong' });
    await rig.sync('push');
    expect((await rig.ask('queue.get', { id })).transfer.state).toMatchObject({
      name: 'needsAttention',
      failure: { code: 'push.notCompared', sentence: expect.stringContaining('Status 1-Approved') },
    });
    expect(await written(rig)).toBe(0);
  });

  it('settles a doubt even while writing is no longer allowed', async () => {
    let first = true;
    const lost = (real: SageCompany): SageCompany => ({
      ...real,
      apply: async (plan, approval) => {
        const outcome = await real.apply(plan, approval);
        if (!first || outcome.outcome !== 'applied') return outcome;
        first = false;
        return { outcome: 'inDoubt', failure: { next: 'retry', code: 'sage.inDoubt', sentence: 'No answer.' } };
      },
    });
    const rig = await startRig({ sage: lost });
    const id = await approve(rig, [await openCor(rig)], open);
    await rig.sync('push');
    await choose(rig, 'readOnly');
    rig.clock.advance(16 * 60_000);
    await rig.sync('push');
    expect((await rig.ask('queue.get', { id })).transfer.state).toMatchObject({ name: 'done' });
    expect(await written(rig)).toBe(1);
  });

  it('is not inspected again and again while nothing is to be written', async () => {
    const { rig, inspections } = await liveRig();
    await choose(rig, 'direct');
    await rig.sync('push');
    await rig.sync('push');
    expect(inspections()).toBe(0);
  });
});

describe('the choice', () => {
  it('is told with who made it and when, whatever the screen claims', async () => {
    const rig = await startRig();
    const { settings } = await rig.ask('settings.get', {});
    const claimed = {
      mode: 'readOnly',
      markers: 'table',
      by: 'Somebody else',
      at: '2020-01-01T00:00:00.000Z',
    } as const;
    await rig.ask('settings.save', { settings: { ...settings, writing: claimed } });
    const now = rig.clock.now();
    expect((await rig.ask('settings.get', {})).settings.writing).toEqual({
      mode: 'readOnly',
      markers: 'table',
      by: 'Dana Reyes',
      at: now,
    });
    rig.clock.advance(60_000);
    const after = (await rig.ask('settings.get', {})).settings;
    await rig.ask('settings.save', { settings: { ...after, timeZone: 'America/Denver' } });
    expect((await rig.ask('settings.get', {})).settings.writing.at).toBe(now);
    const { rows } = await rig.ask('history.list', historyQuery({ kinds: ['writing'] }));
    expect(rows.map(({ sentence }) => sentence)).toEqual(['Dana Reyes chose read-only for writing into Sage.']);
  });
});
