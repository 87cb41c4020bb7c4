import { describe, expect, it } from 'vitest';
import { everyCor } from '#shared/domain/corLog.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { subcontractChangeKey } from '#shared/domain/procore/commitmentKey.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import { procoreLinkOf } from '../../contracts/procoreRecords.ts';
import { historyQuery } from '../../contracts/storeRig.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, coded, corsOf, isToPush, mapJob } from './steps.ts';
import { choose, planOf, typeInSage, waiting } from './typing.ts';

/** A person types approved change orders into Sage over a connection of their own; the next reading of Sage finds them. */

const view = async (rig: EngineRig, id: string) => (await rig.ask('queue.get', { id })).transfer;
const markers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM plumbline_push_marker')).length;
const sageOf = async (rig: EngineRig, cor: string) =>
  (await rig.ask('cors.list', everyCor)).rows.find(({ id }) => id === cor)?.sage;

describe('a change order that a person types', () => {
  it('waits after its approval, is counted on Home, and is never written by Plumbline', async () => {
    const { rig, cor, id } = await waiting();
    await rig.sync();
    const transfer = await view(rig, id);
    expect(transfer).toMatchObject({
      state: { name: 'awaitingEntry', found: [] },
      why: expect.stringContaining('a person types it'),
    });
    expect(await markers(rig)).toBe(0);
    const home = await rig.ask('home.status', {});
    expect(home.counts.find((count) => count.id === 'awaitingEntry')?.count).toBe(1);
    expect(home.tone).toBe('needsYou');
    expect(await sageOf(rig, cor)).toBe('awaitingEntry');
    expect(await rig.ask('app.info', {})).toMatchObject({ writes: 'handEntry' });
  });

  it('is found by the next reading, linked with the number that the person typed, and told', async () => {
    const { rig, cor, id } = await waiting();
    const record = await typeInSage(rig, planOf(rig, id));
    await rig.sync('sage');
    expect((await view(rig, id)).state).toMatchObject({ name: 'done', record, typed: true });
    expect(await sageOf(rig, cor)).toBe('inSync');
    const { receipt } = await rig.ask('queue.receipt', { id, offset: 0, limit: 50 });
    expect(receipt).toMatchObject({ record, differences: 0 });
    for (const { columns } of receipt?.rows ?? []) expect(columns.length).toBeGreaterThan(0);
    const { rows } = await rig.ask('history.list', historyQuery({ kinds: ['typed'] }));
    expect(rows[0]?.sentence).toContain('every field as approved');
    await rig.sync();
    expect(await markers(rig)).toBe(0);
    expect((await rig.inSage('SELECT * FROM prmchg WHERE recnum = CAST(? AS INTEGER)', record)).length).toBe(1);
  });

  it('is shown field by field when it differs, and taken with Sage’s values when a person says so', async () => {
    const { rig, cor, id } = await waiting();
    const record = await typeInSage(rig, planOf(rig, id));
    await rig.inSage(
      "UPDATE prmchg SET dscrpt = 'Typed otherwise', pchord = 'PO 9' WHERE recnum = CAST(? AS INTEGER)",
      record,
    );
    await rig.inSage("UPDATE sbcgln SET bdgprc = '1.00' WHERE recnum = CAST(? AS INTEGER) AND linnum = 1", record);
    await rig.sync('sage');
    expect((await view(rig, id)).state).toMatchObject({ name: 'awaitingEntry', found: [{ record, differences: 3 }] });
    const { candidates } = await rig.ask('entry.found', { id });
    const [candidate] = candidates;
    expect(candidate?.differences.map(({ label, typed }) => [label, typed])).toEqual([
      ['Description', 'Typed otherwise'],
      ['Client PO#', 'PO 9'],
      ['Budget Amount', '1.00'],
    ]);
    await rig.ask('entry.accept', { id, record, hash: candidate?.hash ?? '' });
    expect((await view(rig, id)).state).toMatchObject({ name: 'done', record });
    expect(await sageOf(rig, cor)).toBe('inSync');
    expect(rig.store.links.get(cor)?.pushed).toMatchObject({
      header: { description: 'Typed otherwise', clientPo: 'PO 9' },
    });
    expect(rig.store.links.get(cor)?.pushed.budget[0]?.amount).toBe('1.00');
  });

  it('waits on when a person says that it is not right yet, and is linked once it was corrected in Sage', async () => {
    const { rig, id } = await waiting();
    const record = await typeInSage(rig, planOf(rig, id));
    const [before] = await rig.inSage('SELECT dscrpt FROM prmchg WHERE recnum = CAST(? AS INTEGER)', record);
    await rig.inSage("UPDATE prmchg SET dscrpt = 'Tpyo' WHERE recnum = CAST(? AS INTEGER)", record);
    await rig.sync('sage');
    const [candidate] = (await rig.ask('entry.found', { id })).candidates;
    await rig.ask('entry.passOver', { id, record, hash: candidate?.hash ?? '' });
    await rig.sync('sage');
    expect((await view(rig, id)).state).toMatchObject({ name: 'awaitingEntry', found: [] });
    await rig.inSage('UPDATE prmchg SET dscrpt = ? WHERE recnum = CAST(? AS INTEGER)', String(before?.dscrpt), record);
    await rig.sync('sage');
    expect((await view(rig, id)).state).toMatchObject({ name: 'done', record });
  });

  it('is asked about when it was typed twice: nothing is guessed', async () => {
    const { rig, id } = await waiting();
    const first = await typeInSage(rig, planOf(rig, id));
    rig.clock.advance(60_000);
    const second = await typeInSage(rig, planOf(rig, id));
    await rig.sync('sage');
    const { state, why } = await view(rig, id);
    expect(state).toMatchObject({ name: 'awaitingEntry', found: [{ differences: 0 }, { differences: 0 }] });
    expect(why).toContain('say which one is it');
    const candidate = (await rig.ask('entry.found', { id })).candidates.find(({ record }) => record === second);
    await rig.ask('entry.accept', { id, record: second, hash: candidate?.hash ?? '' });
    expect((await view(rig, id)).state).toMatchObject({ name: 'done', record: second });
    expect(first).not.toBe(second);
  });

  it('is asked about when it fits two that wait alike, and is the other’s once a person said so', async () => {
    const rig = await startRig();
    const project = await mapJob(rig, '2402');
    const [one = '', other = ''] = (await corsOf(rig, project)).filter(isToPush).map((row) => row.id);
    // What a person types of a COR is then the same for both.
    for (const cor of [one, other]) rig.sandbox.control.updateCor(cor, { customerReferenceNumber: 'PCO 5' });
    await rig.sync('clearstory');
    await choose(rig, 'handEntry');
    const id = await approve(rig, [one]);
    const same = (draft: Draft): Draft => {
      const transfer = rig.store.transfers.get(id);
      if (transfer?.cloud !== 'clearstory') throw new Error('Gone');
      const own = <T extends { readonly corId: string }>(lines: readonly T[]) =>
        lines.map((line) => ({ ...line, corId: other }));
      const { header, prime, budget } = transfer.draft;
      return { ...draft, header, prime: own(prime), budget: own(budget) };
    };
    const twin = await approve(rig, [other], same);
    const record = await typeInSage(rig, planOf(rig, id));
    await rig.sync('sage');
    for (const waits of [id, twin]) {
      expect((await view(rig, waits)).state).toMatchObject({
        name: 'awaitingEntry',
        found: [{ record, differences: 0 }],
      });
    }
    const [candidate] = (await rig.ask('entry.found', { id: twin })).candidates;
    await rig.ask('entry.accept', { id: twin, record, hash: candidate?.hash ?? '' });
    await rig.sync('sage');
    expect((await view(rig, twin)).state).toMatchObject({ name: 'done', record });
    expect((await view(rig, id)).state).toMatchObject({ name: 'awaitingEntry', found: [] });
  });

  it('is not looked for in the change order of a subcontract’s change from Procore', async () => {
    const { rig, id } = await waiting();
    const record = await typeInSage(rig, planOf(rig, id));
    const change = procoreItem('commitmentChange', '9001');
    rig.store.procore.links.save(procoreLinkOf('9001', '1', { item: change, sageKey: subcontractChangeKey(record) }));
    await rig.sync('sage');
    expect((await view(rig, id)).state).toMatchObject({ name: 'awaitingEntry', found: [] });
  });

  it('refuses a judgement of what is no longer as it was shown', async () => {
    const { rig, id } = await waiting();
    const record = await typeInSage(rig, planOf(rig, id));
    await rig.inSage("UPDATE prmchg SET dscrpt = 'Tpyo' WHERE recnum = CAST(? AS INTEGER)", record);
    await rig.sync('sage');
    expect(await rig.refused('entry.accept', { id, record, hash: 'another' })).toMatchObject({ code: 'entry.changed' });
    await rig.ask('queue.drop', { id, reason: 'Not needed' });
    expect(await rig.refused('entry.accept', { id, record, hash: 'another' })).toMatchObject({
      code: 'entry.notAwaited',
    });
  });

  it('can be withdrawn and dropped like anything that waits', async () => {
    const { rig, cor, id } = await waiting();
    await rig.ask('queue.withdraw', { id });
    expect((await view(rig, id)).state).toEqual({ name: 'draft' });
    const again = await approve(rig, [cor]);
    await rig.ask('queue.drop', { id: again, reason: 'Not needed' });
    expect(await sageOf(rig, cor)).toBe('notInSage');
  });
});

describe('changes of a change order that a person types', () => {
  it('an update and a void are found and linked, with what the CORs were approved as', async () => {
    const { rig, cor, id } = await waiting();
    const record = await typeInSage(rig, planOf(rig, id));
    await rig.sync('sage');
    const rename = (draft: Parameters<typeof coded>[0]) => ({
      ...draft,
      header: { ...draft.header, description: 'Renamed by hand' },
    });
    const update = await approve(rig, [cor], rename, 'update');
    await rig.sync('sage');
    expect((await view(rig, update)).state).toMatchObject({ name: 'awaitingEntry', found: [] });
    rig.clock.advance(60_000);
    await typeInSage(rig, planOf(rig, update));
    await rig.sync('sage');
    expect((await view(rig, update)).state).toMatchObject({ name: 'done', record });
    expect(await sageOf(rig, cor)).toBe('inSync');
    rig.clock.advance(60_000);
    const voided = await approve(rig, [cor], (draft) => draft, 'void');
    await typeInSage(rig, planOf(rig, voided));
    await rig.sync('sage');
    expect((await view(rig, voided)).state).toMatchObject({ name: 'done', record });
  });

  it('lines added to an existing change order are found after those that were there', async () => {
    const rig = await startRig();
    const project = await mapJob(rig, '2402');
    const [first, second] = (await corsOf(rig, project)).filter(isToPush);
    if (first === undefined || second === undefined) throw new Error('Two approved CORs are needed');
    const open = (draft: Parameters<typeof coded>[0]) => ({
      ...coded(draft),
      header: { ...draft.header, status: '2' as const, approvedOn: '' },
    });
    await approve(rig, [first.id], open);
    await rig.sync();
    const record = rig.store.links.get(first.id)?.record ?? '';
    await choose(rig, 'handEntry');
    const id = await approve(rig, [second.id], (draft) => ({ ...open(draft), target: { mode: 'existing', record } }));
    rig.clock.advance(60_000);
    await typeInSage(rig, planOf(rig, id));
    await rig.sync('sage');
    expect((await view(rig, id)).state).toMatchObject({ name: 'done', record });
    expect([await sageOf(rig, first.id), await sageOf(rig, second.id)]).toEqual(['inSync', 'inSync']);
  });
});

describe('the mode changes while something waits', () => {
  it('to hand entry: what was queued is handed over, and what may be in Sage already is looked up first', async () => {
    const rig = await startRig({
      sage: (real) => ({
        ...real,
        apply: async () => ({
          outcome: 'notApplied',
          failure: { next: 'retry', code: 'sage.unreachable', sentence: 'Sage has not answered.' },
        }),
      }),
    });
    const project = await mapJob(rig, '2402');
    const cor = (await corsOf(rig, project)).find(isToPush);
    const id = await approve(rig, [cor?.id ?? '']);
    await rig.sync('push');
    expect((await view(rig, id)).state.name).toBe('waiting');
    await choose(rig, 'handEntry');
    rig.clock.advance(16 * 60_000);
    await rig.sync('push');
    expect((await view(rig, id)).state.name).toBe('awaitingEntry');
  });

  it('to direct writing: what a person may have typed already stays with the person', async () => {
    const { rig, id } = await waiting();
    await choose(rig, 'direct');
    await rig.sync('push');
    expect((await view(rig, id)).state.name).toBe('awaitingEntry');
    expect(await markers(rig)).toBe(0);
  });
});

it('the page says what the cost types are called, as the lists of Sage’s screen do', async () => {
  const { rig, id } = await waiting();
  const { lists } = await rig.ask('entry.page', { id });
  const [type] = await rig.inSage('SELECT typnme FROM csttyp WHERE recnum = 4');
  expect(lists.csttyp).toMatchObject({ '4': `4-${String(type?.typnme)}` });
});
