import { describe, expect, it } from 'vitest';
import { listOfState } from '#shared/domain/procore/item.ts';
import { byItself } from '../../../electron/engine/context.ts';
import { secondPerson } from '../../../electron/engine/procore/approvers.ts';
import { type ProcoreEngineRig, startProcoreEngine } from './rig.ts';

/** A company of Procore that is ready to be sent, and one that is not. */
async function vendors(rig: ProcoreEngineRig) {
  await rig.read();
  const rows = await rig.rows('vendor');
  const ready = rows.find(({ state, suggestion }) => state.name === 'readyToExport' && suggestion === null);
  const imported = rows.find(({ state }) => state.name === 'readyToImport');
  const unready = rows.find(({ state }) => state.name === 'notReady');
  if (ready === undefined || imported === undefined || unready === undefined) throw new Error('Not in the seed');
  return { rows, ready, imported, unready };
}

const decide = async (rig: ProcoreEngineRig, key: { kind: 'vendor'; id: string }, act: 'reject', reason: string) =>
  (await rig.ask('procore.decide', { keys: [key], act, reason })).results[0]?.failure ?? null;

describe('the board', () => {
  it('R-081 counts every item in exactly one list', async () => {
    const rig = await startProcoreEngine();
    await rig.read();
    const { kinds } = await rig.ask('procore.overview', {});
    expect(kinds.length).toBeGreaterThan(1);
    for (const { kind, counts } of kinds) {
      const asked = { kind, search: '', project: '', offset: 0, limit: 200 } as const;
      const { total } = await rig.ask('procore.list', { ...asked, list: 'all' });
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
      for (const list of ['readyToImport', 'readyToExport', 'notReady'] as const) {
        const { rows, total: listed } = await rig.ask('procore.list', { ...asked, list });
        expect(listed).toBe(counts[list]);
        expect(rows.every(({ state }) => listOfState[state.name] === list)).toBe(true);
      }
    }
  });

  it('R-012 rejects with a reason only, and keeps who said what', async () => {
    const rig = await startProcoreEngine();
    const { ready } = await vendors(rig);
    const key = { kind: 'vendor' as const, id: ready.key.id };
    expect((await decide(rig, key, 'reject', '  '))?.code).toBe('procore.reason');
    expect((await rig.row(key)).state.name).toBe('readyToExport');
    expect(await decide(rig, key, 'reject', 'No W-9 yet')).toBeNull();
    expect((await rig.row(key)).state).toMatchObject({ name: 'rejected', reason: 'No W-9 yet', by: 'Dana Reyes' });
  });

  it('R-082 takes an item back until it was accepted, and sends it again', async () => {
    const rig = await startProcoreEngine();
    const { ready, unready } = await vendors(rig);
    const say = async (act: 'retrieve' | 'send', id = ready.key.id) =>
      (await rig.ask('procore.decide', { keys: [{ kind: 'vendor', id }], act, reason: '' })).results[0]?.failure;
    expect(await say('retrieve')).toBeNull();
    expect((await rig.row(ready.key)).state.name).toBe('retrieved');
    expect((await rig.row(ready.key)).refusals.accept).toContain('send it again');
    expect(await say('send')).toBeNull();
    expect((await rig.row(ready.key)).state.name).toBe('readyToExport');
    expect((await say('retrieve', unready.key.id))?.code).toBe('procore.notNow');
  });

  it('R-085 says why an item cannot be accepted, with the value and where to mend it', async () => {
    const rig = await startProcoreEngine();
    const { unready } = await vendors(rig);
    const { row, unmet } = await rig.ask('procore.item', { key: unready.key });
    expect(row.refusals.accept).toBe(unmet[0]?.sentence);
    for (const { sentence, rule } of unmet)
      expect([sentence.length > 20, /^R-\d{3}$/.test(rule)]).toEqual([true, true]);
  });

  it('R-087 tells every decision in the History, with what was before', async () => {
    const rig = await startProcoreEngine();
    const { ready } = await vendors(rig);
    await decide(rig, { kind: 'vendor', id: ready.key.id }, 'reject', 'No W-9 yet');
    const { history } = await rig.ask('procore.item', { key: ready.key });
    expect(history[0]).toMatchObject({ by: 'Dana Reyes', kind: 'procoreDecided' });
    expect(history[0]?.sentence).toContain('No W-9 yet');
    expect(history[0]?.detail).toContain('readyToExport');
  });

  it('R-088 archives items of the import list and restores them', async () => {
    const rig = await startProcoreEngine();
    const { imported } = await vendors(rig);
    const say = (act: 'archive' | 'restore') => rig.ask('procore.decide', { keys: [imported.key], act, reason: '' });
    await say('archive');
    expect((await rig.row(imported.key)).state.name).toBe('archived');
    await say('restore');
    expect((await rig.row(imported.key)).state.name).toBe('readyToImport');
  });

  it('R-092 takes an item off the lists as posted, with a reason, and back', async () => {
    const rig = await startProcoreEngine();
    const { ready } = await vendors(rig);
    const say = async (act: 'post' | 'takeBack', reason: string) =>
      (await rig.ask('procore.decide', { keys: [ready.key], act, reason })).results[0]?.failure ?? null;
    expect((await say('post', ''))?.code).toBe('procore.reason');
    expect(await say('post', 'Typed by hand in June')).toBeNull();
    expect((await rig.row(ready.key)).state.name).toBe('posted');
    expect(await rig.accept(ready.key, {})).not.toBeNull();
    expect(await say('takeBack', '')).toBeNull();
    expect((await rig.row(ready.key)).state.name).toBe('readyToExport');
  });

  it('asks before a second one is made of what has the same name on the other side', async () => {
    const rig = await startProcoreEngine();
    await rig.read();
    const twin = (await rig.rows('vendor')).find(
      ({ state, suggestion }) => state.name === 'readyToImport' && suggestion !== null,
    );
    if (twin === undefined) throw new Error('Not in the seed');
    const shown = await rig.preview(twin.key, {});
    expect(shown.ok && shown.cautions[0]?.name).toBe('likeness');
    const hash = shown.ok ? shown.hash : '';
    const { results } = await rig.ask('procore.accept', {
      items: [{ key: twin.key, choices: {}, hash, confirmed: [] }],
    });
    expect(results[0]?.failure?.code).toBe('procore.unconfirmed');
  });
});

describe('who accepts', () => {
  const withRules = async (change: Record<string, unknown>) => {
    const rig = await startProcoreEngine();
    const settings = rig.store.settings.read();
    rig.store.settings.write({ ...settings, procore: { ...settings.procore, ...change } });
    await rig.read();
    return rig;
  };

  it('is whoever settings name for the kind', async () => {
    const rig = await withRules({ approvers: { vendor: ['Bo'] } });
    const { ready } = await vendors(rig);
    const { results } = await rig.ask('procore.accept', {
      items: [{ key: ready.key, choices: {}, hash: '', confirmed: [] }],
    });
    expect(results[0]?.failure?.sentence).toContain('only Bo');
    expect((await decide(rig, { kind: 'vendor', id: ready.key.id }, 'reject', 'x'))?.sentence).toContain('only Bo');
  });

  it('R-090 is never Plumbline itself where two persons are asked for: neither as the first nor as the second', async () => {
    const rig = await withRules({ twoPersonsFrom: '0.00' });
    const facts = { key: { kind: 'commitment', id: 'p:41' }, amount: '71000.00', number: 'SC-002', title: '' } as never;
    const person = (name: string) =>
      secondPerson({ ...rig, host: { person: name }, tell: () => undefined } as never, facts, 'h');
    expect(person('Dana Reyes')).toMatchObject({ ok: false, failure: { code: 'procore.secondPerson' } });
    expect(person(byItself).ok).toBe(false);
    expect(person('Lee Ortiz').ok).toBe(true);
    expect(person(byItself).ok).toBe(false);
    expect(person('Dana Reyes').ok).toBe(false);
  });
});
