import { describe, expect, it } from 'vitest';
import { everyCor } from '#shared/domain/corLog.ts';
import { historyQuery } from '../../contracts/storeRig.ts';
import { firstAnswerLost } from './answers.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, corsOf, isToPush, keepMarkers, mapJob } from './steps.ts';
import { typedByAna } from './typing.ts';

/** Sage cannot tell whether Plumbline wrote: a person looks, compares and says so. */

/** A push with its proof in the record, whose answer was lost, and after which somebody cleared or typed User Def2. */
async function unsure(really: boolean) {
  const rig = await startRig({ sage: firstAnswerLost(really) });
  await keepMarkers(rig, 'recordFields');
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(isToPush)?.id;
  if (cor === undefined) throw new Error('No approved COR');
  const id = await approve(rig, [cor]);
  await rig.sync('push');
  if (really) await rig.inSage("UPDATE prmchg SET usrdf2 = '' WHERE usrdf2 LIKE 'PL:%'");
  else await typedByAna(rig);
  rig.clock.advance(16 * 60_000);
  await rig.sync('push');
  const state = await stateOf(rig, id);
  expect(state).toMatchObject({ name: 'needsAttention', failure: { code: 'sage.markerUnsure' } });
  return { rig, id, cor };
}

const stateOf = async (rig: EngineRig, id: string) => (await rig.ask('queue.get', { id })).transfer.state;
const headers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM prmchg WHERE jobnum = 2402')).length;
const told = async (rig: EngineRig, id: string) =>
  (await rig.ask('history.list', historyQuery({ kinds: ['doubtDecided'], transferId: id }))).rows;

describe('what only a person can tell', () => {
  it('is shown field by field beside what came into Sage since, and linked with what the person points at', async () => {
    const { rig, id, cor } = await unsure(true);
    const before = await headers(rig);
    const { candidates } = await rig.ask('doubt.compare', { id, record: null });
    expect(candidates).toMatchObject([{ differences: [], more: 0 }]);
    const [found] = candidates;
    if (found === undefined) throw new Error('Nothing was found');
    await rig.ask('doubt.isIt', { id, record: found.record, hash: found.hash });
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done', record: found.record, recognised: true });
    expect(await told(rig, id)).toMatchObject([{ by: 'Dana Reyes', changeOrder: found.number }]);
    expect(await headers(rig)).toBe(before);
    const { rows } = await rig.ask('cors.list', everyCor);
    expect(rows.find((row) => row.id === cor)?.sage).toBe('inSync');
    // There is no proof in Sage, and nobody is alarmed about that.
    rig.clock.advance(25 * 60 * 60_000);
    await rig.sync();
    expect((await rig.ask('home.status', {})).counts.find(({ id: name }) => name === 'missingProof')).toBeUndefined();
  });

  it('goes back to the queue when the person says that it was not written, and is written once', async () => {
    const { rig, id } = await unsure(false);
    const before = await headers(rig);
    const { candidates } = await rig.ask('doubt.compare', { id, record: null });
    expect(candidates).toMatchObject([{ number: '77' }]);
    const seen = candidates.map(({ hash }) => hash);
    await rig.ask('doubt.notWritten', { id, to: 'queue', seen });
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
    expect(await headers(rig)).toBe(before + 1);
    expect(await told(rig, id)).toMatchObject([{ sentence: expect.stringContaining('was not written') }]);
  });

  it('becomes a draft again when the person says so', async () => {
    const { rig, id } = await unsure(false);
    const { candidates } = await rig.ask('doubt.compare', { id, record: null });
    await rig.ask('doubt.notWritten', { id, to: 'draft', seen: candidates.map(({ hash }) => hash) });
    expect(await stateOf(rig, id)).toEqual({ name: 'draft' });
  });

  it('is not written again while a change order stands in Sage that is equal in every field', async () => {
    const { rig, id } = await unsure(true);
    const { candidates } = await rig.ask('doubt.compare', { id, record: null });
    const seen = candidates.map(({ hash }) => hash);
    expect(await rig.refused('doubt.notWritten', { id, to: 'queue', seen })).toMatchObject({ code: 'doubt.equal' });
    expect(await stateOf(rig, id)).toMatchObject({ name: 'needsAttention' });
  });

  it('is decided on what was shown: whatever changed since is looked at first', async () => {
    const { rig, id } = await unsure(false);
    const { candidates } = await rig.ask('doubt.compare', { id, record: null });
    const [found] = candidates;
    if (found === undefined) throw new Error('Nothing was found');
    await rig.inSage("UPDATE prmchg SET dscrpt = 'Renamed', upddte = '2099-01-01 09:00:00.000' WHERE chgnum = '77'");
    const seen = { id, record: found.record, hash: found.hash };
    expect(await rig.refused('doubt.isIt', seen)).toMatchObject({ code: 'entry.changed' });
    await rig.sync('sage');
    const stale = { id, to: 'queue', seen: [found.hash] } as const;
    expect(await rig.refused('doubt.notWritten', stale)).toMatchObject({ code: 'entry.changed' });
  });

  it('may be any change order of the job that belongs to no other COR', async () => {
    const { rig, id } = await unsure(false);
    const { others } = await rig.ask('doubt.compare', { id, record: null });
    const [other] = others;
    if (other === undefined) throw new Error('No other change order');
    const { candidates } = await rig.ask('doubt.compare', { id, record: other.record });
    expect(candidates).toMatchObject([{ record: other.record, number: other.number }]);
    expect(candidates[0]?.differences.length).toBeGreaterThan(0);
    await rig.ask('doubt.isIt', { id, record: other.record, hash: candidates[0]?.hash ?? '' });
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done', record: other.record });
  });

  it('is neither retried nor fixed before the person has said whether it was written', async () => {
    const { rig, id } = await unsure(true);
    for (const act of ['queue.retry', 'queue.fix'] as const)
      expect(await rig.refused(act, { id })).toMatchObject({ code: 'doubt.undecided' });
    const { transfer } = await rig.ask('queue.get', { id });
    expect(transfer.refusals.retry).toContain('whether it was written');
  });
});
