import { describe, expect, it } from 'vitest';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { otherWrites } from './answers.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, corsOf, isToPush, keepMarkers, mapJob, push } from './steps.ts';

/** Two computers are set up for the same company, each with a queue of its own, and people at both push the same COR. */

type Place = 'table' | 'recordFields';

/** The second computer waits for its turn until `turn` is called; then `before` happens just before it has it. */
function waiting() {
  let before: (() => Promise<unknown>) | null = null;
  return {
    sage: (real: SageCompany): SageCompany => ({
      ...real,
      beginWriting: async () => {
        if (before === null) return otherWrites;
        await before();
        before = async () => undefined;
        return real.beginWriting();
      },
    }),
    turn: (first: () => Promise<unknown> = async () => undefined) => {
      before = first;
    },
  };
}

/** `ofFirst`: where the first one keeps its proofs, if not where the second one does. */
async function bothApproved(markers: Place, ofFirst: Place = markers) {
  const gate = waiting();
  const first = await startRig();
  const second = await first.onAnotherComputer({ sage: gate.sage });
  const projects: string[] = [];
  for (const rig of [first, second]) {
    await keepMarkers(rig, rig === first ? ofFirst : markers);
    projects.push(await mapJob(rig, '2402'));
  }
  const cor = (await corsOf(second, projects[1] ?? '')).find(isToPush);
  if (cor === undefined) throw new Error('No approved COR');
  const id = await approve(second, [cor.id]);
  await second.sync('push');
  expect((await second.ask('queue.get', { id })).transfer.state.name).toBe('queued');
  return { first, second, cor, id, gate };
}

const headers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM prmchg WHERE jobnum = 2402')).length;

/** It waits for a person, who is told at once what was written, by whom, and that nothing was written from here. */
async function expectNotWritten(second: EngineRig, id: string, markers: Place) {
  const { transfer } = await second.ask('queue.get', { id });
  expect(transfer).toMatchObject({ state: { name: 'queued' }, held: true });
  // A proof in a record says neither who wrote it nor whose it is.
  expect(transfer.why).toMatch(
    markers === 'table'
      ? /^This is in Sage already: 'COR 1 into a new change order of job 2402' was written as change order 9 of job 2402 by Dana Reyes, .* from another computer or an earlier installation\. Nothing was written, so that it is not doubled\.$/
      : /^This may be in Sage already: 'COR 1 .*' was written as change order 9 of job 2402, .* Nothing was written, because that may double it\.$/,
  );
  expect(transfer.next).toContain('drop this one, then link what is in Sage there');
  const { items } = await second.ask('home.attention', {});
  expect(items.map(({ tone, sentence, goTo }) => `${tone} ${sentence} ${goTo}`)).toEqual([
    expect.stringMatching(/^needsYou In Sage already, but not known here: COR 1 .* #\/settings\/backup$/),
  ]);
}

describe.each(['table', 'recordFields'] as const)('with proofs in the %s', (markers) => {
  it('what the first one has written, the second one does not write again, and says so', async () => {
    const { first, second, cor, id, gate } = await bothApproved(markers);
    const before = await headers(first);
    expect((await push(first, [cor.id])).state.name).toBe('done');
    gate.turn();
    await second.sync('push');
    expect(await headers(first)).toBe(before + 1);
    await expectNotWritten(second, id, markers);
  });

  it('also when the first one writes just before the second one has its turn', async () => {
    const { first, second, cor, id, gate } = await bothApproved(markers);
    const before = await headers(first);
    gate.turn(() => push(first, [cor.id]));
    await second.sync('push');
    expect(await headers(first)).toBe(before + 1);
    await expectNotWritten(second, id, markers);
  });

  it('and the way out that it says is one: the second one drops its own and links what is in Sage', async () => {
    const { first, second, cor, id, gate } = await bothApproved(markers);
    await push(first, [cor.id]);
    const written = await headers(first);
    gate.turn();
    await second.sync();
    await second.ask('queue.drop', { id, reason: 'In Sage already' });
    const [proof] = (await second.ask('proofs.list', {})).unknown;
    const adopted = await second.ask('proofs.adopt', { key: proof?.key ?? '', corIds: [cor.id] });
    const { candidates } = await second.ask('doubt.compare', { id: adopted.id, record: null });
    const [candidate] = candidates;
    await second.ask('doubt.isIt', { id: adopted.id, record: candidate?.record ?? '', hash: candidate?.hash ?? '' });
    await second.sync();
    expect((await second.ask('cors.get', { id: cor.id })).row).toMatchObject({ sage: 'inSync', changeOrder: '9' });
    expect(await headers(first)).toBe(written);
  });
});

it.each([
  ['table', 'recordFields'],
  ['recordFields', 'table'],
] as const)(
  'a proof in the %s is found by a computer that keeps its own in the %s, once it has read Sage',
  async (ofFirst, markers) => {
    const { first, second, cor, id, gate } = await bothApproved(markers, ofFirst);
    const before = await headers(first);
    await push(first, [cor.id]);
    await second.sync('sage');
    gate.turn();
    await second.sync('push');
    expect(await headers(first)).toBe(before + 1);
    await expectNotWritten(second, id, ofFirst);
  },
);
