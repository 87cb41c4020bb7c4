import { expect, it } from 'vitest';
import type { ApplyOutcome } from '../../../electron/engine/ports/sageCompany.ts';
import { startRig } from './rig.ts';
import { approve, corsOf, mapJob, push } from './steps.ts';

it('the sentence on top names the side that does not answer, and what has not been done where there is nobody to answer', async () => {
  const rig = await startRig();
  await rig.sync();
  const sentence = async () => (await rig.ask('home.status', {})).sentence;
  // Pushes are due every five minutes, readings every thirty.
  rig.clock.advance(20 * 60_000);
  expect(await sentence()).toMatch(/^Approved change orders have not been dealt with since 20 minutes ago\.$/);
  rig.clock.advance(100 * 60_000);
  expect(await sentence()).toMatch(/^Sage 100 Contractor has not answered since /);
});

it('the first reading of Clearstory counts its projects, and the next one what became of them', async () => {
  const rig = await startRig();
  const [first] = await rig.sync('clearstory');
  const { counts } = await rig.ask('projects.list', { tab: 'notMapped', search: '', offset: 0, limit: 1 });
  expect(counts.notMapped).toBeGreaterThan(0);
  expect(first).toMatchObject({ sentence: `Clearstory read: ${counts.notMapped} new or changed.` });
  expect(await rig.sync('clearstory')).toMatchObject([{ sentence: 'Clearstory read: nothing new.' }]);
});

it('a pause holds what goes on by itself, not what a person approves, and says so', async () => {
  const rig = await startRig();
  const project = await mapJob(rig, '2402');
  await rig.ask('sync.pause', { until: new Date(Date.parse(rig.clock.now()) + 3_600_000).toISOString() });
  expect((await rig.ask('home.status', {})).sentence).toBe(
    'Paused: nothing is read or written by itself. What you approve is written at once.',
  );
  const cor = (await corsOf(rig, project)).find(({ sage }) => sage === 'notInSage');
  const id = await approve(rig, [cor?.id ?? '']);
  await expect.poll(async () => (await rig.ask('queue.get', { id })).transfer.state.name).toBe('done');
});

it('somebody who is saving in Sage keeps a push waiting, and is no lost contact with Sage', async () => {
  const rig = await startRig({ sage: (real) => ({ ...real, apply: async () => savedJustNow }) });
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(
    ({ sage, status }) => sage === 'notInSage' && status === 'approved_co_issued',
  );
  const { state } = await push(rig, [cor?.id ?? '']);
  expect(state).toMatchObject({ name: 'waiting', failure: { code: 'sage.locked' } });
  rig.clock.advance(4 * 60_000);
  const [report] = await rig.sync('push');
  expect(report).toMatchObject({ outcome: 'partial', sentence: savedJustNow.failure.sentence });
  const { sides, tone } = await rig.ask('home.status', {});
  expect(sides.find(({ side }) => side === 'push')).toMatchObject({ state: 'ok' });
  expect(tone).not.toBe('noContact');
});

it('the list of what needs a person says what Home counts, and since when a side is silent', async () => {
  const rig = await startRig({ sage: (real) => ({ ...real, apply: async () => refusedBySage }) });
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(
    ({ sage, status }) => sage === 'notInSage' && status === 'approved_co_issued',
  );
  const { id } = await push(rig, [cor?.id ?? '']);
  const { items } = await rig.ask('home.attention', {});
  expect(items).toMatchObject([
    { tone: 'needsYou', sentence: expect.stringContaining('Period 4 is closed.'), goTo: `#/queue?id=${id}` },
  ]);
  expect((await rig.ask('home.status', {})).sentence).toBe('One item needs you.');

  rig.clock.advance(20 * 60_000);
  const later = (await rig.ask('home.attention', {})).items;
  expect(later.map(({ tone }) => tone)).toEqual(['noContact', 'needsYou']);
  expect(later[0]?.id).toMatch(/^silent:push:2026-11-23T17:/);
  expect(later[1]).toEqual(items[0]);
});

const savedJustNow = {
  outcome: 'notApplied',
  failure: { next: 'retry', code: 'sage.locked', sentence: 'Somebody else is just saving in Sage.' },
} as const satisfies ApplyOutcome;

const refusedBySage = {
  outcome: 'notApplied',
  failure: { next: 'needsPerson', code: 'sage.period', sentence: 'Period 4 is closed.' },
} as const satisfies ApplyOutcome;
