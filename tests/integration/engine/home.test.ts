import { expect, it } from 'vitest';
import { startRig } from './rig.ts';

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
