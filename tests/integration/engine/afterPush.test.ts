import { describe, expect, it } from 'vitest';
import type { Draft } from '#shared/domain/draft.ts';
import { type EngineRig, startRig } from './rig.ts';
import { corsOf, isToPush, mapJob, push } from './steps.ts';

async function pushed(job = '2402') {
  const rig = await startRig();
  const project = await mapJob(rig, job);
  const cor = (await corsOf(rig, project)).find(isToPush);
  if (cor === undefined) throw new Error('No approved COR');
  const transfer = await push(rig, [cor.id]);
  if (transfer.state.name !== 'done') throw new Error(JSON.stringify(transfer.state));
  return { rig, project, cor, record: transfer.state.record };
}

const stateOf = async (rig: EngineRig, project: string, id: string) =>
  (await corsOf(rig, project)).find((row) => row.id === id)?.sage;

describe('after the push', () => {
  it('shows a COR that changed in Clearstory with previous and new totals, and pushes the update', async () => {
    const { rig, project, cor, record } = await pushed();
    const lines = await rig.inSage('SELECT dscrpt FROM pmcgln WHERE recnum = ?', record);
    rig.sandbox.control.updateCor(cor.id, { approvedCoIssuedAmount: '45678.91', title: 'Another title' });
    await rig.sync('clearstory');

    expect(await stateOf(rig, project, cor.id)).toBe('changedSincePush');
    const { health } = await rig.ask('cors.get', { id: cor.id });
    expect(health).toMatchObject({ previous: { effective: cor.effective }, current: { effective: '45678.91' } });

    const update = await push(rig, [cor.id], undefined, 'update');
    expect(update.state.name).toBe('done');
    expect(await rig.inSage('SELECT aprprc FROM pmcgln WHERE recnum = ?', record)).toEqual([{ aprprc: '45678.91' }]);
    expect(await rig.inSage('SELECT dscrpt FROM pmcgln WHERE recnum = ?', record)).toEqual(lines);
    expect(await rig.inSage('SELECT appamt FROM prmchg WHERE recnum = ?', record)).toEqual([{ appamt: '45678.91' }]);
    await rig.sync();
    expect(await stateOf(rig, project, cor.id)).toBe('inSync');
  });

  it('an update of one of several CORs leaves the header’s texts alone, and is no drift for the others', async () => {
    const rig = await startRig();
    const project = await mapJob(rig, '2401');
    const [one, two] = (await corsOf(rig, project)).filter(({ status }) => status === 'approved_co_issued');
    if (one === undefined || two === undefined) throw new Error('Not two approved CORs');
    const transfer = await push(rig, [one.id, two.id]);
    if (transfer.state.name !== 'done') throw new Error(JSON.stringify(transfer.state));
    const { record } = transfer.state;
    const header = () => rig.inSage('SELECT pchord, subdte FROM prmchg WHERE recnum = ?', record);
    const before = await header();
    expect(before).toMatchObject([{ pchord: '' }]);
    rig.sandbox.control.updateCor(two.id, { approvedCoIssuedAmount: '45678.91' });
    await rig.sync('clearstory');
    await push(rig, [two.id], undefined, 'update');
    expect(await header()).toEqual(before);
    expect(await stateOf(rig, project, one.id)).toBe('inSync');

    rig.sandbox.control.updateCor(two.id, { approvedCoIssuedAmount: '45678.92' });
    await rig.sync('clearstory');
    const renamed = (draft: Draft): Draft => ({ ...draft, header: { ...draft.header, description: 'By a person' } });
    await push(rig, [two.id], renamed, 'update');
    expect(await stateOf(rig, project, one.id)).toBe('inSync');
  });

  it('shows a change order edited in Sage as drift, and accepts Sage’s value', async () => {
    const { rig, project, cor, record } = await pushed();
    await rig.inSage("UPDATE prmchg SET reason = 'Owner request' WHERE recnum = ?", record);
    await rig.inSage("UPDATE prmchg SET upddte = '2026-11-24 08:00:00.000' WHERE recnum = ?", record);
    await rig.sync('sage');

    expect(await stateOf(rig, project, cor.id)).toBe('changedInSage');
    const detail = await rig.ask('cors.get', { id: cor.id });
    expect(detail.health?.differences).toEqual([
      { side: 'sage', field: 'header.reason', label: 'Reason', pushed: '', now: 'Owner request' },
    ]);
    await rig.ask('cors.acceptSage', { corId: cor.id, fields: ['header.reason'] });
    expect(await stateOf(rig, project, cor.id)).toBe('inSync');
  });

  it('lets a change that never reaches Sage, such as a title, be left in Clearstory', async () => {
    const { rig, project, cor } = await pushed();
    rig.sandbox.control.updateCor(cor.id, { title: 'A better title' });
    await rig.sync('clearstory');
    expect(await stateOf(rig, project, cor.id)).toBe('changedSincePush');
    const { health } = await rig.ask('cors.get', { id: cor.id });
    await rig.ask('cors.acceptSage', { corId: cor.id, fields: (health?.differences ?? []).map(({ field }) => field) });
    expect(await stateOf(rig, project, cor.id)).toBe('inSync');
  });

  it('sees a line that was edited in Sage without touching the header’s change time', async () => {
    const { rig, project, cor, record } = await pushed();
    await rig.inSage("UPDATE sbcgln SET bdgprc = '1.00' WHERE recnum = ? AND linnum = 1", record);
    await rig.sync('sage');
    expect(await stateOf(rig, project, cor.id)).toBe('changedInSage');
  });

  it('calls it a conflict when both sides changed, and ends it field by field', async () => {
    const { rig, project, cor, record } = await pushed();
    await rig.inSage("UPDATE prmchg SET reason = 'Owner request' WHERE recnum = ?", record);
    rig.sandbox.control.updateCor(cor.id, { approvedCoIssuedAmount: '7.50' });
    await rig.sync('sage', 'clearstory');
    expect(await stateOf(rig, project, cor.id)).toBe('conflict');

    await rig.ask('cors.acceptSage', { corId: cor.id, fields: ['header.reason'] });
    expect(await stateOf(rig, project, cor.id)).toBe('changedSincePush');
    const update = await push(rig, [cor.id], undefined, 'update');
    expect(update.state.name).toBe('done');
    expect(await rig.inSage('SELECT reason, appamt FROM prmchg WHERE recnum = ?', record)).toEqual([
      { reason: 'Owner request', appamt: '7.50' },
    ]);
    expect(await stateOf(rig, project, cor.id)).toBe('inSync');
  });

  it('voids header and lines when the COR was voided in Clearstory', async () => {
    const { rig, project, cor, record } = await pushed();
    rig.sandbox.control.voidCor(cor.id);
    await rig.sync('clearstory');
    expect(await stateOf(rig, project, cor.id)).toBe('voidPending');

    const transfer = await push(rig, [cor.id], undefined, 'void');
    expect(transfer.state.name).toBe('done');
    const [header] = await rig.inSage('SELECT status FROM prmchg WHERE recnum = ?', record);
    expect(['5', '6']).toContain(String(header?.status));
    await rig.sync();
    expect(await stateOf(rig, project, cor.id)).toBe('inSync');
  });

  it('offers no update of a locked change order', async () => {
    const { rig, project, cor, record } = await pushed();
    await rig.inSage('UPDATE prmchg SET lckedt = 1 WHERE recnum = ?', record);
    rig.sandbox.control.updateCor(cor.id, { approvedCoIssuedAmount: '7.50' });
    await rig.sync();
    expect(await stateOf(rig, project, cor.id)).toBe('locked');
    const { id } = await rig.ask('drafts.open', { corIds: [cor.id], mode: 'update' });
    const { refusals } = await rig.ask('drafts.preview', { id });
    expect(refusals[0]?.sentence).toMatch(/locked \(Lock Edit\): unlock it/);
  });

  it('says so when the change order is gone from Sage, and unlinks', async () => {
    const { rig, project, cor, record } = await pushed();
    for (const table of ['pmcgln', 'sbcgln', 'prmchg'])
      await rig.inSage(`DELETE FROM ${table} WHERE recnum = ?`, record);
    await rig.sync('sage');
    expect(await stateOf(rig, project, cor.id)).toBe('orphaned');
    await rig.ask('cors.unlink', { corId: cor.id, reason: 'Deleted in Sage by Sam' });
    expect(await stateOf(rig, project, cor.id)).toBe('notInSage');
  });

  it('puts the label and the job number into Clearstory only when that was switched on', async () => {
    const { rig, cor } = await pushed();
    const writes = () => rig.sandbox.control.writes().filter(({ method }) => method === 'PATCH');
    expect(writes()).toEqual([]);
    const { settings } = await rig.ask('settings.get', {});
    await rig.ask('settings.save', { settings: { ...settings, writeBack: { labels: true, jobNumber: true } } });
    await rig.sync('push');
    expect(writes()).toHaveLength(1);
    await rig.sync('push');
    expect(writes()).toHaveLength(1);
    await rig.sync('clearstory');
    expect((await rig.ask('cors.get', { id: cor.id })).cor.labels).toContainEqual(expect.stringMatching(/^Sage CO /));
    expect((await rig.ask('cors.get', { id: cor.id })).health?.state).toBe('inSync');
  });

  describe('the label of a COR', () => {
    /** Several pushed CORs in the order in which their labels are put. */
    async function labelled(count: number) {
      const rig = await startRig();
      const project = await mapJob(rig, '2401');
      const cors = (await corsOf(rig, project)).filter(({ status }) => status === 'approved_co_issued').slice(0, count);
      if (cors.length < count) throw new Error(`Not ${count} approved CORs`);
      for (const { id } of cors) await push(rig, [id]);
      const { settings } = await rig.ask('settings.get', {});
      await rig.ask('settings.save', { settings: { ...settings, writeBack: { labels: true, jobNumber: false } } });
      const order = rig.store.links.all().map(({ corId }) => corId);
      const inClearstory = async (id: string) => {
        await rig.sync('clearstory');
        const { labels } = (await rig.ask('cors.get', { id })).cor;
        return labels.filter((label) => label.startsWith('Sage CO '));
      };
      return { rig, order, inClearstory };
    }

    /** As after a new number of the change order in Sage. */
    function renumber(rig: EngineRig, corId: string, number: string): void {
      const link = rig.store.links.get(corId);
      if (link !== null) rig.store.links.save({ ...link, number });
    }

    it('is not put beside an old one that could not be taken away: both are tried again with the next run', async () => {
      const { rig, order, inClearstory } = await labelled(1);
      const [id = ''] = order;
      await rig.sync('push');
      renumber(rig, id, 'R 77');
      rig.sandbox.control.setFaults({ failNext: { status: 500, count: 1, retryAfterSeconds: null } });
      await rig.sync('push');
      expect(await inClearstory(id)).not.toContain('Sage CO R 77');
      await rig.sync('push');
      expect(await inClearstory(id)).toEqual(['Sage CO R 77']);
    });

    it('is put with the next run where nobody knows whether the old one was taken away', async () => {
      const { rig, order, inClearstory } = await labelled(1);
      const [id = ''] = order;
      await rig.sync('push');
      renumber(rig, id, 'R 77');
      rig.sandbox.control.setFaults({ dropWrites: 1 });
      await rig.sync('push');
      expect(await inClearstory(id)).toEqual([]);
      await rig.sync('push');
      expect(await inClearstory(id)).toEqual(['Sage CO R 77']);
    });

    it('does not wait for that of another COR, which Clearstory has no more', async () => {
      const { rig, order, inClearstory } = await labelled(3);
      const [gone = '', ...others] = order;
      const state = rig.sandbox.control.snapshot();
      rig.sandbox.control.restore({ ...state, cors: state.cors.filter(({ id }) => String(id) !== gone) });
      await rig.sync('push');
      for (const id of others) expect(await inClearstory(id)).toHaveLength(1);
      expect(rig.store.links.get(gone)?.label).toBeNull();
    });

    it('is not tried one by one where Clearstory as a whole has errors', async () => {
      const { rig } = await labelled(3);
      const asked = () => rig.sandbox.control.requests().filter(({ path }) => path.endsWith('/labels')).length;
      rig.sandbox.control.setFaults({ keyRevoked: true });
      await rig.sync('push');
      expect(asked()).toBe(1);
    });
  });
});
