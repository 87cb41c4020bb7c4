import { describe, expect, it } from 'vitest';
import { everyCor } from '#shared/domain/corLog.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { historyQuery } from '../../contracts/storeRig.ts';
import { firstAnswerLost } from './answers.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, corsOf, isToPush, keepMarkers, mapJob, push } from './steps.ts';

/** The store of proofs may be changed at any moment: nothing is lost and nothing is written twice. */

async function approvedCor(rig: EngineRig): Promise<string> {
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(isToPush);
  if (cor === undefined) throw new Error('No approved COR');
  return cor.id;
}

const others = { table: 'recordFields', recordFields: 'table' } as const;
const stateOf = async (rig: EngineRig, id: string) => (await rig.ask('queue.get', { id })).transfer.state;
const inTable = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM plumbline_push_marker')).length;
const inRecords = async (rig: EngineRig) => (await rig.inSage("SELECT * FROM prmchg WHERE usrdf2 LIKE 'PL:%'")).length;
const headers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM prmchg WHERE jobnum = 2402')).length;

async function settled(rig: EngineRig, id: string) {
  rig.clock.advance(16 * 60_000);
  await rig.sync('push');
  rig.clock.advance(16 * 60_000);
  await rig.sync('push');
  return stateOf(rig, id);
}

describe.each(['table', 'recordFields'] as const)('with proofs in the %s', (markers) => {
  it('a plan keeps the store that it was approved for, whatever is chosen before it is written', async () => {
    const rig = await startRig();
    await keepMarkers(rig, markers);
    const id = await approve(rig, [await approvedCor(rig)]);
    await keepMarkers(rig, others[markers]);
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
    expect([await inTable(rig), await inRecords(rig)]).toEqual(markers === 'table' ? [1, 0] : [0, 1]);
  });

  it.each([true, false])('a doubt is settled after the other store was chosen; written before: %s', async (really) => {
    const rig = await startRig({ sage: firstAnswerLost(really) });
    await keepMarkers(rig, markers);
    const id = await approve(rig, [await approvedCor(rig)]);
    const before = await headers(rig);
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'inDoubt' });
    await keepMarkers(rig, others[markers]);
    expect(await settled(rig, id)).toMatchObject({ name: 'done' });
    expect(await headers(rig)).toBe(before + 1);
    expect((await inTable(rig)) + (await inRecords(rig))).toBe(1);
  });

  it('an update of what was pushed with the other store is written, and written once', async () => {
    const rig = await startRig();
    await keepMarkers(rig, markers);
    const cor = await approvedCor(rig);
    await push(rig, [cor]);
    await keepMarkers(rig, others[markers]);
    const renamed = await push(
      rig,
      [cor],
      (draft) => ({ ...draft, header: { ...draft.header, description: 'Renamed' } }),
      'update',
    );
    expect(renamed.state).toMatchObject({ name: 'done' });
    const { rows } = await rig.ask('cors.list', everyCor);
    expect(rows.find(({ id }) => id === cor)?.sage).toBe('inSync');
  });
});

it('a proof that somebody cleared while the answer was lost needs a person: it is not written again by itself', async () => {
  const rig = await startRig({ sage: firstAnswerLost() });
  await keepMarkers(rig, 'recordFields');
  const id = await approve(rig, [await approvedCor(rig)]);
  await rig.sync('push');
  const before = await headers(rig);
  await rig.inSage("UPDATE prmchg SET usrdf2 = '' WHERE usrdf2 LIKE 'PL:%'");
  expect(await settled(rig, id)).toMatchObject({
    name: 'needsAttention',
    failure: { code: 'sage.markerUnsure', next: 'needsPerson' },
  });
  expect(await headers(rig)).toBe(before);
  const home = await rig.ask('home.status', {});
  expect(home.badges.queue).toBe(1);
});

it.each(['table', 'recordFields'] as const)(
  'a proof in the %s that is gone is an alarm, and nothing is pushed again',
  async (markers) => {
    const rig = await startRig();
    await keepMarkers(rig, markers);
    const cor = await approvedCor(rig);
    const { id } = await push(rig, [cor]);
    const before = await headers(rig);
    if (markers === 'table') await rig.inSage('DELETE FROM plumbline_push_marker');
    else await rig.inSage("UPDATE prmchg SET usrdf2 = '' WHERE usrdf2 LIKE 'PL:%'");
    rig.clock.advance(25 * 60 * 60_000);
    await rig.sync();
    const { rows } = await rig.ask('history.list', historyQuery({ kinds: ['failed'], transferId: id }));
    expect(rows.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('is no longer in Sage')]);
    const home = await rig.ask('home.status', {});
    expect(home.counts.find((count) => count.id === 'missingProof')?.count).toBe(1);
    rig.clock.advance(25 * 60 * 60_000);
    await rig.sync();
    expect((await rig.ask('history.list', historyQuery({ kinds: ['failed'], transferId: id }))).total).toBe(1);
    expect(await headers(rig)).toBe(before);
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
  },
);

it('proofs that are there raise no alarm, also those of changes that others followed', async () => {
  const rig = await startRig();
  await keepMarkers(rig, 'recordFields');
  const cor = await approvedCor(rig);
  await push(rig, [cor]);
  for (const description of ['Once', 'Twice']) {
    const renamed = (draft: Draft): Draft => ({ ...draft, header: { ...draft.header, description } });
    await push(rig, [cor], renamed, 'update');
  }
  rig.clock.advance(25 * 60 * 60_000);
  await rig.sync();
  expect((await rig.ask('home.status', {})).counts.find((count) => count.id === 'missingProof')).toBeUndefined();
});
