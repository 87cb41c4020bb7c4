import { mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everyCor } from '#shared/domain/corLog.ts';
import { doubtWords } from '#shared/domain/transfer.ts';
import type { ApplyOutcome, SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { historyQuery } from '../../contracts/storeRig.ts';
import { lost } from './answers.ts';
import { type EngineRig, startRig } from './rig.ts';
import { corsOf, isToPush, keepMarkers, mapJob, push } from './steps.ts';

/** A push whose proof is found in Sage is done when what stands there is what was approved; else a person decides. */

type Place = 'table' | 'recordFields';
type Answer = 'lost, and written' | 'lost, and not written' | 'busy, and written' | 'real';

const busy: ApplyOutcome = {
  outcome: 'notApplied',
  failure: { next: 'retry', code: 'sage.unreachable', sentence: 'Sage does not answer.' },
};

/** How Sage answers one write after the other; then as it is. */
function answering(...answers: Answer[]) {
  return (real: SageCompany): SageCompany => ({
    ...real,
    apply: async (plan, approval) => {
      const answer = answers.shift() ?? 'real';
      const outcome = answer === 'lost, and not written' ? lost : await real.apply(plan, approval);
      return answer === 'real' ? outcome : answer === 'busy, and written' ? busy : lost;
    },
  });
}

async function approvedCors(rig: EngineRig, job: string): Promise<readonly string[]> {
  const project = await mapJob(rig, job);
  return (await corsOf(rig, project)).filter(isToPush).map(({ id }) => id);
}

async function pushed(markers: Place, ...answers: Answer[]) {
  const rig = await startRig({ sage: answering(...answers) });
  await keepMarkers(rig, markers);
  const [cor = ''] = await approvedCors(rig, '2402');
  const { id } = await push(rig, [cor]);
  return { rig, cor, id };
}

/** The time comes when what waits is tried again, and what is in doubt is looked up. */
async function later(rig: EngineRig): Promise<void> {
  rig.clock.advance(16 * 60_000);
  await rig.sync('push');
}

const transferOf = async (rig: EngineRig, id: string) => (await rig.ask('queue.get', { id })).transfer;
const headers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM prmchg WHERE jobnum = 2402')).length;
const sageOf = async (rig: EngineRig, cor: string) =>
  (await rig.ask('cors.list', everyCor)).rows.find(({ id }) => id === cor)?.sage;
const applied = async (rig: EngineRig, id: string) =>
  (await rig.ask('history.list', historyQuery({ kinds: ['applied'], transferId: id }))).rows;

/** The doubt is given up while Sage is away, taken for not written, and the draft is edited: other amounts under the same key. */
async function editedAfterGivingUp(rig: EngineRig, id: string): Promise<void> {
  renameSync(rig.sageFile, `${rig.sageFile}.away`);
  // The driver would make a new file where none is.
  mkdirSync(rig.sageFile);
  const given = { reason: 'The server burned down', confirmation: doubtWords, to: 'needsAttention' } as const;
  await rig.ask('queue.giveUp', { id, ...given });
  const { candidates } = await rig.ask('doubt.compare', { id, record: null });
  await rig.ask('doubt.notWritten', { id, to: 'draft', seen: candidates.map(({ hash }) => hash) });
  rmdirSync(rig.sageFile);
  renameSync(`${rig.sageFile}.away`, rig.sageFile);
  const { draft } = await rig.ask('drafts.get', { id });
  const prime = draft.prime.map((line) => ({ ...line, requested: '1234.56', approved: '1234.56' }));
  await rig.ask('drafts.save', { id, draft: { ...draft, prime } });
  const { plan, refusals } = await rig.ask('drafts.preview', { id });
  if (plan === null) throw new Error(`No plan: ${refusals.map(({ sentence }) => sentence).join(' ')}`);
  await rig.ask('drafts.push', { id, planHash: plan.hash });
}

describe.each(['table', 'recordFields'] as const)('with proofs in the %s', (markers) => {
  describe.each(['real', 'lost, and not written'] as const)('and an answer that is %s', (answer) => {
    it('what was pushed under the same key with other amounts is not taken for what was approved now', async () => {
      const { rig, cor, id } = await pushed(markers, 'lost, and written', answer);
      const before = await headers(rig);
      await editedAfterGivingUp(rig, id);
      await rig.sync('push');
      await later(rig);
      const transfer = await transferOf(rig, id);
      expect(transfer.state).toMatchObject({ name: 'needsAttention', failure: { code: 'sage.markerConflict' } });
      expect(transfer.why).toMatch(/^This push is in Sage already as change order 9 .*\(record \d+\), but /);
      expect(await sageOf(rig, cor)).not.toBe('inSync');
      expect(await headers(rig)).toBe(before);

      // It never becomes a second change order: the person takes what stands there, or drops it.
      await rig.sync('sage');
      const { candidates } = await rig.ask('doubt.compare', { id, record: null });
      const seen = candidates.map(({ hash }) => hash);
      for (const to of ['queue', 'draft'] as const) {
        expect(await rig.refused('doubt.notWritten', { id, to, seen })).toMatchObject({ code: 'proofs.proved' });
      }
      const [found] = candidates;
      expect(found?.differences).toContainEqual(expect.objectContaining({ label: 'Approved', planned: '1234.56' }));
      await rig.ask('doubt.isIt', { id, record: found?.record ?? '', hash: found?.hash ?? '' });
      expect((await transferOf(rig, id)).state).toMatchObject({ name: 'done', recognised: true });
      expect(await headers(rig)).toBe(before);
    });
  });

  it.each(['lost, and written', 'busy, and written'] as const)(
    'what stands in Sage as it was approved is done, with its rows and the schema in the receipt: %s',
    async (answer) => {
      const { rig, cor, id } = await pushed(markers, answer);
      await later(rig);
      const { state } = await transferOf(rig, id);
      expect(state).toMatchObject({ name: 'done' });
      expect(await sageOf(rig, cor)).toBe('inSync');
      const { receipt } = await rig.ask('queue.receipt', { id, offset: 0, limit: 50 });
      const plan = rig.store.transfers.get(id)?.plan;
      expect(receipt).toMatchObject({ operationKey: id, fingerprint: plan?.fingerprint, differences: 0 });
      expect(receipt?.fingerprint).not.toBe('');
      expect(receipt?.rows.map(({ step }) => step)).toEqual(plan?.steps.map(({ id: step }) => step));
      expect((await applied(rig, id)).map(({ sentence }) => sentence)).toEqual([
        expect.stringMatching(
          /^In Sage as change order 9 of job 2402, where its proof was found; what was entered stands there as approved: /,
        ),
      ]);
    },
  );

  it('what somebody changed in Sage before the proof was found is shown to a person', async () => {
    const { rig, cor, id } = await pushed(markers, 'lost, and written');
    await rig.inSage("UPDATE pmcgln SET aprprc = '1.00' WHERE recnum = (SELECT MAX(recnum) FROM prmchg)");
    await later(rig);
    const transfer = await transferOf(rig, id);
    expect(transfer.state).toMatchObject({ name: 'needsAttention', failure: { code: 'sage.markerConflict' } });
    expect(transfer.why).toMatch(/Approved: .* was approved, and 1\.00 stands there/);
    expect(await sageOf(rig, cor)).not.toBe('inSync');
  });

  it('what stands in Sage equal to it becomes no draft again: edited, it would be pushed under the same proof', async () => {
    const { rig, id } = await pushed(markers, 'lost, and written');
    renameSync(rig.sageFile, `${rig.sageFile}.away`);
    mkdirSync(rig.sageFile);
    const given = { reason: 'The server burned down', confirmation: doubtWords, to: 'needsAttention' } as const;
    await rig.ask('queue.giveUp', { id, ...given });
    rmdirSync(rig.sageFile);
    renameSync(`${rig.sageFile}.away`, rig.sageFile);
    const { candidates } = await rig.ask('doubt.compare', { id, record: null });
    const seen = candidates.map(({ hash }) => hash);
    for (const to of ['queue', 'draft'] as const) {
      expect(await rig.refused('doubt.notWritten', { id, to, seen })).toMatchObject({ code: 'doubt.equal' });
    }
  });
});

it.each(['lost, and written', 'busy, and written'] as const)(
  'a change order that is gone from Sage while its proof stands there is a question, and no push that is done: %s',
  async (answer) => {
    const { rig, cor, id } = await pushed('table', answer);
    for (const table of ['sbcgln', 'pmcgln', 'prmchg']) {
      await rig.inSage(
        `DELETE FROM ${table} WHERE recnum = (SELECT CAST(record AS INTEGER) FROM plumbline_push_marker)`,
      );
    }
    const before = await headers(rig);
    await later(rig);
    const transfer = await transferOf(rig, id);
    expect(transfer.state).toMatchObject({ name: 'needsAttention', failure: { code: 'sage.markerGone' } });
    expect(transfer.why).toContain('change order 9');
    expect(await applied(rig, id)).toEqual([]);

    // Dropped, its COR is not pushed again before somebody has said that it stays as it is.
    await rig.ask('queue.drop', { id, reason: 'Deleted in Sage' });
    const again = await push(rig, [cor]);
    expect(again).toMatchObject({ state: { name: 'queued' }, held: true });
    expect(await headers(rig)).toBe(before);
  },
);

it('a proof that was found is counted once: what another computer writes right afterwards is seen', async () => {
  const { rig } = await pushed('table', 'lost, and written');
  // This compares the proofs while the doubt is open, so that the one in doubt is counted.
  const [elsewhere = ''] = await approvedCors(rig, '2401');
  expect((await push(rig, [elsewhere])).state.name).toBe('done');
  await later(rig);

  const other = await rig.onAnotherComputer({ sage: (real) => real });
  const [, theirs = ''] = await approvedCors(other, '2402');
  expect((await push(other, [theirs])).state.name).toBe('done');
  const before = await headers(rig);
  const { id } = await push(rig, [theirs]);
  expect(await transferOf(rig, id)).toMatchObject({ state: { name: 'queued' }, held: true });
  expect(await headers(rig)).toBe(before);
});
