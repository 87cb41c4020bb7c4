import { expect, it } from 'vitest';
import type { ApplyOutcome } from '../../../electron/engine/ports/sageCompany.ts';
import { startRig } from './rig.ts';
import { corsOf, mapJob, push } from './steps.ts';

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

const refusedBySage = {
  outcome: 'notApplied',
  failure: { next: 'needsPerson', code: 'sage.period', sentence: 'Period 4 is closed.' },
} as const satisfies ApplyOutcome;
