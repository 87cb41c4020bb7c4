import { copyFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everyCor } from '#shared/domain/corLog.ts';
import { historyQuery } from '../../contracts/storeRig.ts';
import { otherWrites } from './answers.ts';
import { type EngineRig, type RigOptions, startRig } from './rig.ts';
import { approve, corsOf, isToPush, keepMarkers, mapJob, push } from './steps.ts';
import { choose, typedByAna } from './typing.ts';

/** After a restore of the store or of Sage's database: nothing is pushed twice, and nothing is lost unsaid. */

type Place = 'table' | 'recordFields';

async function rigWithCors(markers: Place, options: RigOptions = {}) {
  const rig = await startRig(options);
  await keepMarkers(rig, markers);
  const project = await mapJob(rig, '2402');
  const cors = (await corsOf(rig, project)).filter(isToPush).map(({ id }) => id);
  if (cors.length < 4) throw new Error(`Only ${cors.length} CORs`);
  return { rig, cors };
}

const headers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM prmchg WHERE jobnum = 2402')).length;
const sageStates = async (rig: EngineRig) =>
  new Map((await rig.ask('cors.list', everyCor)).rows.map(({ id, sage }) => [id, sage]));
const list = (rig: EngineRig) => rig.ask('proofs.list', {});
const copyOf = (file: string) => `${file}.kept`;
const keep = (file: string) => copyFileSync(file, copyOf(file));
const putBack = (file: string) => copyFileSync(copyOf(file), file);
/** As a guided restore leaves it. */
function markRestored({ store, clock }: EngineRig): void {
  const mark = { at: clock.now(), by: 'Dana Reyes', backupAt: '2026-11-22T12:00:00.000Z' };
  store.notes.write('restored', JSON.stringify(mark));
}

/** A COR that was pushed after the backup that the store was restored from. */
async function pushedAndRestored() {
  const { rig: first, cors } = await rigWithCors('table');
  const [cor = ''] = cors;
  const second = await first.restart(keep);
  await push(second, [cor]);
  const restored = await second.restart(putBack);
  markRestored(restored);
  return { restored, cor };
}

/** As the screens do it: puts the proof beside Sage, looks, and says that this is it. */
async function link(rig: EngineRig, key: string, corIds: readonly string[] = []): Promise<void> {
  const { id } = await rig.ask('proofs.adopt', { key, corIds: [...corIds] });
  const { candidates } = await rig.ask('doubt.compare', { id, record: null });
  const [candidate] = candidates;
  if (candidate === undefined) throw new Error('Nothing stands in Sage that it could be');
  await rig.ask('doubt.isIt', { id, record: candidate.record, hash: candidate.hash });
}

describe.each(['table', 'recordFields'] as const)('with proofs in the %s', (markers) => {
  it('what was pushed after the backup of a restored store is shown, not pushed again, and linked once a person has looked', async () => {
    const { rig: first, cors } = await rigWithCors(markers);
    const [before = '', ...after] = cors;
    await push(first, [before]);
    const second = await first.restart(keep);
    const pushed = after.slice(0, 2);
    for (const cor of pushed) await push(second, [cor]);
    const written = await headers(second);

    const restored = await second.restart(putBack);
    await restored.sync();
    expect(await headers(restored)).toBe(written);
    const { unknown, missing } = await list(restored);
    expect(unknown).toHaveLength(2);
    expect(missing).toEqual([]);
    if (markers === 'table') expect(unknown[0]).toMatchObject({ ours: true, person: 'Dana Reyes', job: '2402' });
    expect((await restored.ask('home.status', {})).counts.find(({ id }) => id === 'unknownProof')?.count).toBe(2);
    const told = await restored.ask('history.list', historyQuery({ kinds: ['failed'] }));
    expect(told.rows.filter(({ sentence }) => sentence.includes('not known here'))).toHaveLength(2);

    // The same CORs look as if they were not in Sage: pushing them is refused.
    for (const cor of pushed) {
      await expect(approve(restored, [cor])).rejects.toThrow('proofs.unknown');
      const draft = (await restored.ask('cors.get', { id: cor })).transfer;
      if (draft !== null) await restored.ask('queue.drop', { id: draft.id, reason: 'In Sage already' });
    }
    await restored.sync();
    expect(await headers(restored)).toBe(written);

    for (const [index, proof] of unknown.entries()) {
      await link(restored, proof.key, proof.choices.length === 0 ? [] : [pushed[index] ?? '']);
    }
    await restored.sync();
    expect(await list(restored)).toMatchObject({ unknown: [], missing: [] });
    const states = await sageStates(restored);
    for (const cor of [before, ...pushed]) expect(states.get(cor)).not.toBe('notInSage');
    expect(await headers(restored)).toBe(written);
  }, 60_000);

  it('what is done here and gone from a restored Sage is shown, stays done, and is pushed again only on the word of a person', async () => {
    const { rig, cors } = await rigWithCors(markers);
    const [before = '', second = '', third = '', fourth = ''] = cors;
    await push(rig, [before]);
    copyFileSync(rig.sageFile, `${rig.sageFile}.kept`);
    for (const cor of [second, third]) await push(rig, [cor]);
    copyFileSync(`${rig.sageFile}.kept`, rig.sageFile);
    const restored = await headers(rig);
    await rig.sync();
    await rig.sync();
    expect(await headers(rig)).toBe(restored);
    const { missing, unknown } = await list(rig);
    expect(unknown).toEqual([]);
    expect(missing.map(({ job }) => job)).toEqual(['2402', '2402']);
    expect((await rig.ask('home.status', {})).counts.find(({ id }) => id === 'missingProof')?.count).toBe(2);

    // Another COR of the job is not concerned.
    expect((await push(rig, [fourth])).state.name).toBe('done');
    const byCor = async (cor: string) => {
      const link = (await rig.ask('cors.get', { id: cor })).link;
      return missing.find(({ transferId }) => transferId === link?.transferId)?.transferId ?? '';
    };
    const again = await byCor(second);
    await rig.ask('proofs.decide', { transferId: await byCor(third), word: 'keep', reason: 'Typed by hand' });
    await rig.ask('proofs.decide', { transferId: again, word: 'pushAgain', reason: 'Sage was restored' });
    expect((await list(rig)).missing).toEqual([]);
    expect((await sageStates(rig)).get(second)).toBe('notInSage');
    expect((await push(rig, [second])).state.name).toBe('done');
    expect(await headers(rig)).toBe(restored + 2);
    await rig.sync();
    expect((await list(rig)).missing).toEqual([]);
  }, 60_000);

  it('a proof that alone is gone does not let its change order be pushed again', async () => {
    const { rig, cors } = await rigWithCors(markers);
    const { id } = await push(rig, [cors[0] ?? '']);
    if (markers === 'table') await rig.inSage('DELETE FROM plumbline_push_marker');
    else await rig.inSage("UPDATE prmchg SET usrdf2 = '' WHERE usrdf2 LIKE 'PL:%'");
    await rig.sync('sage');
    const failure = await rig.refused('proofs.decide', { transferId: id, word: 'pushAgain', reason: 'Gone' });
    expect(failure.code).toBe('proofs.stillThere');
  });
});

describe('a restored store of a company that people type into', () => {
  /** Written after the backup; afterwards nothing here says so but what Sage is asked for. */
  async function writtenSince(state: 'draft' | 'queued') {
    let isFree = false;
    const { rig: first, cors } = await rigWithCors('table', {
      sage: (real) => ({ ...real, beginWriting: async () => (isFree ? real.beginWriting() : otherWrites) }),
    });
    const [cor = ''] = cors;
    const id = await approve(first, [cor]);
    if (state === 'draft') await first.ask('queue.withdraw', { id });
    const second = await first.restart(keep);
    isFree = true;
    if (state === 'draft') await push(second, [cor]);
    else await second.sync('push');
    expect((await second.ask('queue.get', { id })).transfer.state.name).toBe('done');
    const restored = await second.restart(putBack);
    await choose(restored, 'handEntry');
    markRestored(restored);
    return { restored, cor, id, written: await headers(restored) };
  }

  it('nobody is told to type what its own proof in Sage says was written', async () => {
    const { restored, cor, id } = await writtenSince('draft');
    await restored.sync();
    expect((await list(restored)).unknown).toMatchObject([{ key: id }]);
    await expect(approve(restored, [cor])).rejects.toThrow('proofs.unknown');
    expect((await restored.ask('queue.get', { id })).transfer.state).toEqual({ name: 'draft' });
  });

  it('what waited for its turn is looked up in Sage before anybody is told to type it', async () => {
    const { restored, id, written } = await writtenSince('queued');
    await restored.sync('push');
    expect((await restored.ask('queue.get', { id })).transfer.state).toMatchObject({ name: 'done' });
    expect(await headers(restored)).toBe(written);
  });
});

it('what waited with its proof in the record is handed over to be typed, whatever somebody else typed into its job meanwhile', async () => {
  const rig = await startRig({ sage: (real) => ({ ...real, beginWriting: async () => otherWrites }) });
  await keepMarkers(rig, 'recordFields');
  const project = await mapJob(rig, '2402');
  const id = await approve(rig, [(await corsOf(rig, project)).find(isToPush)?.id ?? '']);
  await typedByAna(rig);
  await choose(rig, 'handEntry');
  await rig.sync('push');
  expect((await rig.ask('queue.get', { id })).transfer.state.name).toBe('awaitingEntry');
});

it('a store restored from before proofs were kept in records goes on reading them there', async () => {
  const first = await startRig();
  const project = await mapJob(first, '2402');
  const cor = (await corsOf(first, project)).find(isToPush);
  const second = await first.restart(keep);
  await keepMarkers(second, 'recordFields');
  await push(second, [cor?.id ?? '']);
  const restored = await second.restart(putBack);
  markRestored(restored);
  const everythingAnew = async () => {
    restored.clock.advance(25 * 60 * 60_000);
    await restored.sync();
    return list(restored);
  };
  await restored.sync();
  const [proof] = (await list(restored)).unknown;
  expect((await everythingAnew()).unknown).toEqual([proof]);
  await link(restored, proof?.key ?? '', [cor?.id ?? '']);
  expect(await everythingAnew()).toMatchObject({ unknown: [], missing: [] });
});

it('a restored store that still holds the approval finds its proof, and is done without writing', async () => {
  const { rig: first, cors } = await rigWithCors('table');
  const id = await approve(first, [cors[0] ?? '']);
  const second = await first.restart(keep);
  await second.sync('push');
  const written = await headers(second);
  const restored = await second.restart(putBack);
  await restored.sync();
  expect(await headers(restored)).toBe(written);
  expect((await restored.ask('queue.get', { id })).transfer.state.name).toBe('done');
  expect((await list(restored)).unknown).toEqual([]);
});

it('a restored store is compared with Sage by the next run of pushes, also when nothing is to be written', async () => {
  const { restored } = await pushedAndRestored();
  await restored.ask('sync.now', { side: 'push' });
  const listed = await list(restored);
  expect(listed.restored).toBeNull();
  expect(listed.unknown).toHaveLength(1);
}, 30_000);

it('what waits because its COR may be in Sage already says so, and not that it is on its way', async () => {
  const { restored, cor } = await pushedAndRestored();
  const transfer = await approve(restored, [cor]);
  expect(await restored.ask('queue.get', { id: transfer })).toMatchObject({
    transfer: { held: true, why: expect.stringContaining('so that nothing is pushed twice') },
  });
  await restored.ask('sync.now', { side: 'push' });
  expect((await restored.ask('queue.get', { id: transfer })).transfer).toMatchObject({
    held: true,
    why: expect.stringContaining('This is in Sage already:'),
    next: expect.stringContaining('drop this one, then link what is in Sage'),
  });
  // The way out that it says is one.
  await restored.ask('queue.drop', { id: transfer, reason: 'In Sage already' });
  const [proof] = (await list(restored)).unknown;
  await link(restored, proof?.key ?? '');
  expect((await sageStates(restored)).get(cor)).toBe('inSync');
}, 30_000);

it('nothing is pushed while a restored store cannot be compared with Sage', async () => {
  let silent = false;
  const gone = { ok: false, failure: { next: 'retry', code: 'sage.noContact', sentence: 'No answer.' } } as const;
  const rig = await startRig({
    sage: (real) => ({ ...real, proofSigns: async (stores) => (silent ? gone : real.proofSigns(stores)) }),
  });
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(isToPush);
  markRestored(rig);
  silent = true;
  const before = await headers(rig);
  const id = await approve(rig, [cor?.id ?? '']);
  await rig.sync('push');
  expect(await headers(rig)).toBe(before);
  const { transfer } = await rig.ask('queue.get', { id });
  expect(transfer).toMatchObject({
    state: { name: 'queued' },
    why: expect.stringContaining('restored from the backup'),
  });
  silent = false;
  await rig.sync('push');
  expect((await rig.ask('queue.get', { id })).transfer.state.name).toBe('done');
  expect((await list(rig)).restored).toBeNull();
  const told = await rig.ask('history.list', historyQuery({ kinds: ['restored'] }));
  expect(told.rows.map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining('every push in Sage is known here'),
  ]);
});

it('what a person leaves as it is keeps its COR from being pushed while it stands in Sage', async () => {
  const { rig: first, cors } = await rigWithCors('table');
  const second = await first.restart(keep);
  await push(second, [cors[0] ?? '']);
  const restored = await second.restart(putBack);
  await restored.sync();
  const [proof] = (await list(restored)).unknown;
  await restored.ask('proofs.leave', { key: proof?.key ?? '', reason: 'Belongs to the other office' });
  await expect(approve(restored, [cors[0] ?? ''])).rejects.toThrow('proofs.unknown');
  await restored.inSage('DELETE FROM pmcgln WHERE recnum = ?', proof?.record ?? '');
  await restored.inSage('DELETE FROM sbcgln WHERE recnum = ?', proof?.record ?? '');
  await restored.inSage('DELETE FROM prmchg WHERE recnum = ?', proof?.record ?? '');
  restored.clock.advance(25 * 60 * 60_000);
  await restored.sync();
  const draft = (await restored.ask('cors.get', { id: cors[0] ?? '' })).transfer;
  if (draft !== null) await restored.ask('queue.drop', { id: draft.id, reason: 'Anew' });
  expect((await push(restored, [cors[0] ?? ''])).state.name).toBe('done');
});
