import { describe, expect, it } from 'vitest';
import type { Draft } from '#shared/domain/draft.ts';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, coded, corsOf, isToPush, mapJob } from './steps.ts';
import { choose, planOf, typeInSage, waiting } from './typing.ts';

/** What a person may have typed already is neither written by Plumbline as well nor taken for something else. */

const stateOf = async (rig: EngineRig, id: string) => (await rig.ask('queue.get', { id })).transfer.state;
const headers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM prmchg WHERE jobnum = 2402')).length;

describe('a change order that is taken back while a person types it', () => {
  it('is found in Sage first: typed already, it is linked and cannot be written once more', async () => {
    const { rig, cor, id } = await waiting();
    const record = await typeInSage(rig, planOf(rig, id));
    await choose(rig, 'direct');
    expect((await rig.refused('queue.withdraw', { id })).sentence).toContain('cannot be withdrawn now: it is done');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done', record, typed: true });
    expect(rig.store.links.get(cor)?.record).toBe(record);
  });

  it('is not taken back while something like it stands in Sage, until a person says that this is another', async () => {
    const { rig, cor, id } = await waiting();
    const record = await typeInSage(rig, planOf(rig, id));
    await rig.inSage("UPDATE prmchg SET pchord = 'PO 9' WHERE recnum = CAST(? AS INTEGER)", record);
    const before = await headers(rig);
    expect(await rig.refused('queue.withdraw', { id })).toMatchObject({ code: 'entry.perhapsTyped' });
    expect(await rig.refused('queue.withdraw', { id })).toMatchObject({ code: 'entry.perhapsTyped' });
    const [candidate] = (await rig.ask('entry.found', { id })).candidates;
    await rig.ask('entry.passOver', { id, record, hash: candidate?.hash ?? '' });
    await rig.ask('queue.withdraw', { id });
    await choose(rig, 'direct');
    await approve(rig, [cor], (draft) => ({ ...draft, header: { ...draft.header, numbering: 'next' } }));
    await rig.sync('push');
    expect(await headers(rig)).toBe(before + 1);
  });

  it('is not dropped before the person has seen what stands in Sage', async () => {
    const { rig, id } = await waiting();
    const record = await typeInSage(rig, planOf(rig, id));
    await rig.inSage("UPDATE prmchg SET pchord = 'PO 9' WHERE recnum = CAST(? AS INTEGER)", record);
    expect(await rig.refused('queue.drop', { id, reason: 'Late' })).toMatchObject({ code: 'entry.perhapsTyped' });
    await rig.ask('queue.drop', { id, reason: 'Another one' });
    expect(await stateOf(rig, id)).toMatchObject({ name: 'dropped' });
  });

  it('stays where it is while Sage cannot be asked; dropping it with a reason is still possible', async () => {
    let lost = false;
    const { rig, id } = await waiting({
      sage: (real) => ({
        ...real,
        fingerprints: async (kinds) =>
          lost
            ? { ok: false, failure: { next: 'retry', code: 'sage.unreachable', sentence: 'Sage does not answer.' } }
            : real.fingerprints(kinds),
      }),
    });
    lost = true;
    expect((await rig.refused('queue.withdraw', { id })).code).toBe('sage.unreachable');
    expect((await stateOf(rig, id)).name).toBe('awaitingEntry');
    await rig.ask('queue.drop', { id, reason: 'The server is gone' });
  });
});

describe('a change order that Plumbline itself wrote, and does not know it yet', () => {
  const unreachable = { next: 'retry', code: 'sage.unreachable', sentence: 'Sage does not answer.' } as const;
  const alike = (draft: Draft): Draft => ({
    ...coded(draft),
    header: {
      ...draft.header,
      description: 'Extra hours',
      notes: '',
      clientPo: '',
      submitted: '',
      approvedOn: '2026-11-23',
      delayRequested: '',
    },
    prime: draft.prime
      .slice(0, 1)
      .map((line) => ({ ...line, description: 'Hours', requested: '100', approved: '100' })),
    budget: [],
  });

  it('is not taken for what a person typed for another COR that is just like it', async () => {
    let first = true;
    let isAsked = false;
    const rig = await startRig({
      sage: (real): SageCompany => ({
        ...real,
        apply: async (plan, approval) => {
          const outcome = await real.apply(plan, approval);
          if (!first) return outcome;
          first = false;
          return { outcome: 'inDoubt', failure: { next: 'retry', code: 'sage.inDoubt', sentence: 'No answer.' } };
        },
        lookUp: async (plan, search) => (isAsked ? real.lookUp(plan, search) : { ok: false, failure: unreachable }),
      }),
    });
    const project = await mapJob(rig, '2402');
    const [one, other] = (await corsOf(rig, project)).filter(isToPush);
    if (one === undefined || other === undefined) throw new Error('Two approved CORs are needed');
    for (const { id } of [one, other]) {
      const known = rig.store.cors.get(id);
      if (known !== null) rig.store.cors.upsert([{ ...known, customerReferenceNumber: null }], true);
    }
    const written = await approve(rig, [one.id], alike);
    await rig.sync('push');
    expect((await stateOf(rig, written)).name).toBe('inDoubt');
    await choose(rig, 'handEntry');
    const waits = await approve(rig, [other.id], alike);
    await rig.sync('sage');
    expect((await stateOf(rig, waits)).name).toBe('awaitingEntry');
    const [candidate] = (await rig.ask('entry.found', { id: waits })).candidates;
    const seen = { id: waits, record: candidate?.record ?? '', hash: candidate?.hash ?? '' };
    expect(await rig.refused('entry.accept', seen)).toMatchObject({ code: 'entry.inDoubt' });

    isAsked = true;
    rig.clock.advance(16 * 60_000);
    await rig.sync('push', 'sage');
    expect((await stateOf(rig, written)).name).toBe('done');
    expect(await stateOf(rig, waits)).toMatchObject({ name: 'awaitingEntry', found: [] });
  });
});
