import { describe, expect, it } from 'vitest';
import { type Failure, fail } from '#shared/domain/failure.ts';
import type { ApplyOutcome, SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, coded, corsOf, isToPush, mapJob, push } from './steps.ts';

async function approvedCor(rig: EngineRig): Promise<string> {
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(isToPush);
  if (cor === undefined) throw new Error('No approved COR');
  return cor.id;
}

/** Lets the first apply of a plan answer something else; `really` says whether it was applied all the same. */
function firstApply(answer: ApplyOutcome, really: boolean) {
  let first = true;
  return (real: SageCompany): SageCompany => ({
    ...real,
    apply: async (plan, approval) => {
      if (!first) return real.apply(plan, approval);
      first = false;
      if (really) await real.apply(plan, approval);
      return answer;
    },
  });
}

const lost: ApplyOutcome = {
  outcome: 'inDoubt',
  failure: { next: 'retry', code: 'sage.commit', sentence: 'Sage did not say whether the change order was saved.' },
};
const noContact: ApplyOutcome = {
  outcome: 'notApplied',
  failure: { next: 'retry', code: 'sage.unreachable', sentence: 'Sage has not answered.' },
};

const theirTurn: Failure = {
  next: 'retry',
  code: 'sage.otherPlumbline',
  sentence: 'Another Plumbline is just writing.',
};

const stateOf = async (rig: EngineRig, id: string) => (await rig.ask('queue.get', { id })).transfer.state;
const markers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM plumbline_push_marker')).length;
const headers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM prmchg WHERE jobnum = 2402')).length;

describe('a push that goes wrong', () => {
  it('waits for its next turn while another computer writes to the company: nothing is even claimed', async () => {
    let turns: 'theirs' | 'ours' = 'theirs';
    const rig = await startRig({
      sage: (real) => ({
        ...real,
        beginWriting: async () => (turns === 'ours' ? real.beginWriting() : fail(theirTurn)),
      }),
    });
    const id = await approve(rig, [await approvedCor(rig)]);
    const [report] = await rig.sync('push');
    expect(report).toMatchObject({ outcome: 'failed', failure: { code: 'sage.otherPlumbline' } });
    expect(await stateOf(rig, id)).toMatchObject({ name: 'queued' });
    expect(await markers(rig)).toBe(0);
    turns = 'ours';
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
    expect(await markers(rig)).toBe(1);
  });

  it('is looked up and done when the answer was lost after the commit: written once', async () => {
    const rig = await startRig({ sage: firstApply(lost, true) });
    const id = await approve(rig, [await approvedCor(rig)]);
    const before = await headers(rig);
    await rig.sync('push');
    rig.clock.advance(16 * 60_000);
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
    expect((await headers(rig)) - before).toBeLessThanOrEqual(1);
    expect(await markers(rig)).toBe(1);
    await rig.sync();
    const { transfer } = await rig.ask('queue.get', { id });
    expect(transfer.state.name).toBe('done');
  });

  it('is looked up and written when the answer was lost before the commit: written once', async () => {
    const rig = await startRig({ sage: firstApply(lost, false) });
    const id = await approve(rig, [await approvedCor(rig)]);
    await rig.sync('push');
    rig.clock.advance(16 * 60_000);
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
    expect(await markers(rig)).toBe(1);
  });

  it('waits without contact, tells since when, and goes on by itself', async () => {
    const rig = await startRig({ sage: firstApply(noContact, false) });
    const id = await approve(rig, [await approvedCor(rig)]);
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'waiting', failure: { sentence: 'Sage has not answered.' } });
    rig.clock.advance(16 * 60_000);
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
  });

  it('is not written when the COR was voided in Clearstory while it waited', async () => {
    const rig = await startRig({ sage: firstApply(noContact, false) });
    const cor = await approvedCor(rig);
    const id = await approve(rig, [cor]);
    await rig.sync('push');
    rig.sandbox.control.voidCor(cor);
    await rig.sync('clearstory');
    rig.clock.advance(16 * 60_000);
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'needsAttention', failure: { code: 'push.corChanged' } });
    expect(await markers(rig)).toBe(0);
  });

  it('is finished after a crash in the middle of writing, whatever Sage had done', async () => {
    const rig = await startRig();
    const cor = await approvedCor(rig);
    const id = await approve(rig, [cor]);
    await rig.sync('push');
    const done = rig.store.transfers.get(id);
    if (done === null) throw new Error('gone');
    // What the store holds when the process dies between Sage's commit and our own.
    rig.store.links.remove(cor);
    rig.store.transfers.save({
      ...done,
      state: { name: 'applying', since: rig.clock.now(), attempt: 1 },
      receipt: null,
    });

    const again = await rig.restart();
    await again.sync('push');

    expect(await stateOf(again, id)).toMatchObject({ name: 'done' });
    expect(await markers(again)).toBe(1);
    await again.sync();
    expect((await again.ask('cors.get', { id: cor })).health).toMatchObject({ state: 'inSync', differences: [] });
  });

  it('stops for a person when Sage changed since the preview, names the field, and can be fixed and pushed', async () => {
    const rig = await startRig();
    const cor = await approvedCor(rig);
    const [open] = await rig.inSage("SELECT * FROM prmchg WHERE jobnum = 2402 AND chgnum = '8'");
    const record = String(open?.recnum);
    const id = await approve(rig, [cor], (draft) => ({
      ...coded(draft),
      target: { mode: 'existing', record },
      header: { ...draft.header, status: '2' },
    }));
    await rig.inSage("UPDATE prmchg SET appamt = '123.45' WHERE recnum = ?", record);
    await rig.sync('push');
    const state = await stateOf(rig, id);
    expect(state).toMatchObject({
      name: 'needsAttention',
      failure: { sentence: expect.stringMatching(/Approved.*123\.45/) },
    });
    expect(await markers(rig)).toBe(0);

    await rig.ask('queue.fix', { id });
    await rig.sync('sage');
    const { plan } = await rig.ask('drafts.preview', { id });
    await rig.ask('drafts.push', { id, planHash: plan?.hash ?? '' });
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
  });

  it('holds up nobody else when it needs a person', async () => {
    const rig = await startRig();
    const first = await approvedCor(rig);
    const project = await mapJob(rig, '2401');
    const other = (await corsOf(rig, project)).find(isToPush);
    const broken = await approve(rig, [first]);
    await rig.inSage('UPDATE actrec SET status = 6 WHERE recnum = 2402');
    const done = await push(rig, [other?.id ?? '']);
    expect(await stateOf(rig, broken)).toMatchObject({ name: 'needsAttention' });
    expect(done.state.name).toBe('done');
  });

  it('can be withdrawn before it is written, and dropped with a reason', async () => {
    const rig = await startRig({ sage: (real) => ({ ...real, apply: async () => noContact }) });
    const cor = await approvedCor(rig);
    const id = await approve(rig, [cor]);
    await rig.sync('push');
    await rig.ask('queue.withdraw', { id });
    expect(await stateOf(rig, id)).toEqual({ name: 'draft' });
    await rig.ask('queue.drop', { id, reason: 'Customer paid otherwise' });
    expect(await stateOf(rig, id)).toMatchObject({ name: 'dropped', reason: 'Customer paid otherwise' });
    expect((await rig.ask('cors.get', { id: cor })).row.sage).toBe('notInSage');
    const { rows } = await rig.ask('history.list', {
      search: '',
      kinds: [],
      job: '',
      corId: '',
      transferId: id,
      by: '',
      from: '',
      to: '',
      offset: 0,
      limit: 80,
    });
    expect(rows.map(({ kind }) => kind)).toEqual(['dropped', 'withdrawn', 'failed', 'approved']);
  });

  it('refuses what it does not know: channels, shapes, unknown drafts', async () => {
    const rig = await startRig();
    expect(await rig.engine.request('sql.run', {})).toMatchObject({ ok: false, failure: { code: 'contract.channel' } });
    expect(await rig.engine.request('cors.list', { limit: 1e9 })).toMatchObject({
      ok: false,
      failure: { code: 'contract.request' },
    });
    expect(await rig.refused('drafts.get', { id: 'nope' })).toMatchObject({ code: 'draft.gone' });
  });
});

describe('a full disk', () => {
  it('is what is said of a run and of a request that it stops, and not that Plumbline has a fault or a side no contact', async () => {
    const rig = await startRig();
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const room = rig.store.transaction;
    const noRoom = () => {
      throw full;
    };
    Object.assign(rig.store, { transaction: noRoom });
    const [run] = await rig.sync('sage');
    expect(run).toMatchObject({ outcome: 'partial', failure: { code: 'store.diskFull' } });
    expect(await rig.refused('diagnostics.run', {})).toMatchObject({ code: 'store.diskFull', next: 'needsPerson' });
    Object.assign(rig.store, { transaction: room });
    expect(await rig.sync('sage')).toMatchObject([{ outcome: 'ok' }]);
  });

  it('needs a person at once, also where there is no room to note the run, until a run can be noted', async () => {
    const rig = await startRig();
    await rig.sync('sage');
    const before = await rig.ask('home.status', {});
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const { add } = rig.store.runs;
    const noRoom = () => {
      throw full;
    };
    Object.assign(rig.store.runs, { add: noRoom });
    await expect(rig.sync('sage')).rejects.toThrow('disk is full');
    const status = await rig.ask('home.status', {});
    expect(status).toMatchObject({ tone: 'needsYou', sentence: expect.stringContaining('no room left on the disk') });
    const { items } = await rig.ask('home.attention', {});
    expect(items).toMatchObject([{ id: 'diskFull', tone: 'needsYou', goTo: '#/home' }]);
    Object.assign(rig.store.runs, { add });
    await rig.sync('sage');
    expect(await rig.ask('home.status', {})).toMatchObject({ tone: before.tone, sentence: before.sentence });
  });
});
