import { describe, expect, it } from 'vitest';
import type { Draft } from '#shared/domain/draft.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, coded, corsOf, isToPush, mapJob, push } from './steps.ts';

async function approvedCor(rig: EngineRig): Promise<string> {
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(isToPush);
  if (cor === undefined) throw new Error('No approved COR');
  return cor.id;
}

/** Three budget lines of one COR, all described alike, as the wizard proposes them. */
function inThree(draft: Draft): Draft {
  return {
    ...draft,
    budget: coded(draft).budget.flatMap((line) =>
      ['50', '30', '20'].map((share, index) => ({ ...line, id: `${line.id}-${index}`, share })),
    ),
  };
}

describe('two windows at once', () => {
  it('opening the same COR in both gives one draft, so that it cannot be pushed twice', async () => {
    const rig = await startRig();
    const id = await approvedCor(rig);
    const known = rig.store.cors.get(id);
    if (known === null) throw new Error('No COR');
    // The list says that it changed, so that its details have to be asked for, which takes a while.
    rig.store.cors.upsert([{ ...known, updatedAt: rig.clock.now() }], false);
    const [one, two] = await Promise.all([
      rig.ask('drafts.open', { corIds: [id], mode: 'push' }),
      rig.ask('drafts.open', { corIds: [id], mode: 'push' }),
    ]);
    expect(one.id).toBe(two.id);
    expect(rig.store.transfers.open()).toHaveLength(1);
  });

  it('discarding the draft in one does not drop what was approved in the other', async () => {
    const rig = await startRig({
      sage: (real) => ({
        ...real,
        apply: async () => ({
          outcome: 'notApplied',
          failure: { next: 'retry', code: 'sage.unreachable', sentence: 'Sage has not answered.' },
        }),
      }),
    });
    const id = await approve(rig, [await approvedCor(rig)]);
    await rig.sync('push');
    expect(await rig.refused('drafts.discard', { id })).toMatchObject({ code: 'draft.pushed' });
    expect((await rig.ask('queue.get', { id })).transfer.state.name).toBe('waiting');
  });

  it('a void is not answered with the draft of an update that was left behind', async () => {
    const rig = await startRig();
    const id = await approvedCor(rig);
    await push(rig, [id]);
    await rig.ask('drafts.open', { corIds: [id], mode: 'update' });
    const failure = await rig.refused('drafts.open', { corIds: [id], mode: 'void' });
    expect(failure.sentence).toMatch(/another draft of the same already \(Update of COR/);
  });
});

describe('a COR that changes while its change order is on the way', () => {
  it('shows as changed since the push, with the approved total as the previous one', async () => {
    let whileWritten = (): void => undefined;
    const rig = await startRig({
      sage: (real) => ({
        ...real,
        apply: (...given) => {
          whileWritten();
          return real.apply(...given);
        },
      }),
    });
    const cor = await approvedCor(rig);
    const known = rig.store.cors.get(cor);
    if (known === null) throw new Error('No COR');
    whileWritten = () => rig.store.cors.upsert([{ ...known, requestedAmount: '99999.99' }], true);
    const id = await approve(rig, [cor]);
    await rig.sync('push');
    expect((await rig.ask('queue.get', { id })).transfer.state.name).toBe('done');
    const { health } = await rig.ask('cors.get', { id: cor });
    expect(health).toMatchObject({
      state: 'changedSincePush',
      previous: { requested: known.requestedAmount },
      current: { requested: '99999.99' },
    });
  });
});

describe('approving', () => {
  it('refuses a draft that another window saved while Sage was asked', async () => {
    let whileAsked = (): unknown => undefined;
    const rig = await startRig({
      sage: (real) => ({
        ...real,
        changeOrder: async (record) => {
          await whileAsked();
          return real.changeOrder(record);
        },
      }),
    });
    const cor = await approvedCor(rig);
    const [open] = await rig.inSage("SELECT * FROM prmchg WHERE jobnum = 2402 AND chgnum = '8'");
    const { id } = await rig.ask('drafts.open', { corIds: [cor], mode: 'push' });
    const opened = await rig.ask('drafts.get', { id });
    const draft: Draft = {
      ...coded(opened.draft),
      target: { mode: 'existing', record: String(open?.recnum) },
      header: { ...opened.draft.header, status: '2' },
    };
    await rig.ask('drafts.save', { id, draft });
    const { plan } = await rig.ask('drafts.preview', { id });
    whileAsked = () => rig.ask('drafts.save', { id, draft: { ...draft, budget: [] } });
    const failure = await rig.refused('drafts.push', { id, planHash: plan?.hash ?? '' });
    expect(failure.code).toBe('plan.changed');
    expect(rig.store.transfers.get(id)?.state.name).toBe('draft');
  });

  it('refuses a COR that another draft has brought on its way', async () => {
    const rig = await startRig();
    const cor = await approvedCor(rig);
    const { id } = await rig.ask('drafts.open', { corIds: [cor], mode: 'push' });
    const { draft } = await rig.ask('drafts.get', { id });
    await rig.ask('drafts.save', { id, draft: coded(draft) });
    const transfer = rig.store.transfers.get(id);
    if (transfer === null) throw new Error('gone');
    // Two drafts of one COR, as a store from before may hold.
    rig.store.transfers.save({ ...transfer, id: 'twin' });
    const [one, two] = await Promise.all([
      rig.ask('drafts.preview', { id }),
      rig.ask('drafts.preview', { id: 'twin' }),
    ]);
    await rig.ask('drafts.push', { id, planHash: one.plan?.hash ?? '' });
    const failure = await rig.refused('drafts.push', { id: 'twin', planHash: two.plan?.hash ?? '' });
    expect(failure.sentence).toMatch(/already/);
  });
});

describe('a crash between Sage’s commit and our own', () => {
  it('links every line of a COR, also lines that are described alike', async () => {
    const rig = await startRig();
    const cor = await approvedCor(rig);
    const { id } = await push(rig, [cor], inThree);
    const done = rig.store.transfers.get(id);
    const link = rig.store.links.get(cor);
    if (done === null || link === null) throw new Error('gone');
    expect(link.pushed.budget).toHaveLength(3);
    rig.store.links.remove(cor);
    rig.store.transfers.save({
      ...done,
      state: { name: 'applying', since: rig.clock.now(), attempt: 1 },
      receipt: null,
    });

    const again = await rig.restart();
    await again.sync('push');

    const found = again.store.links.get(cor);
    expect(found?.pushed.budget).toEqual(link.pushed.budget);
    expect(found?.allocation).toEqual(link.allocation);
  });
});
