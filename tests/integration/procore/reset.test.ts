import { describe, expect, it } from 'vitest';
import { startClinic } from './clinic.ts';

describe('the reset of a job', () => {
  it('R-089 unlinks everything of it in both, for approvers only, once its number is typed, and leaves Sage as it is', async () => {
    const rig = await startClinic();
    for (const number of ['SC-002', 'SC-011']) await rig.send(rig.contract(number));
    await rig.read();
    const change = await rig.change('SC-002', 'CCO-2402-000017');
    await rig.send(change);
    const of = rig.far.contract('SC-011');
    const { records } = rig.far.sandbox.control;
    const requisition = records('requisitions').find((one) => one.commitment_id === of);
    const invoice = { kind: 'invoice' as const, id: `p:${requisition?.id}` };
    await rig.send(invoice, { payableAccount: '2000' });
    await rig.read();
    const key = { kind: 'project' as const, id: `p:${rig.far.project('2402')}` };
    const tables = ['actrec', 'subcon', 'sbcnln', 'prmchg', 'sbcgln', 'acpinv', 'jobcst', 'lgrtrn', 'bdglin'];
    const everything = () => Promise.all(tables.map((table) => rig.inSage(`SELECT * FROM ${table} ORDER BY _idnum`)));
    const before = await everything();

    const settings = rig.store.settings.read();
    const only = { ...settings.procore, approvers: { project: ['Ruth Lee'] } };
    rig.store.settings.write({ ...settings, procore: only });
    expect((await rig.refused('procore.reset', { key, number: '2402' })).sentence).toContain('Ruth Lee');
    rig.store.settings.write(settings);
    expect((await rig.refused('procore.reset', { key, number: '2403' })).code).toBe('procore.resetNumber');
    expect((await rig.row(rig.contract('SC-002'))).refusals.reset).toContain('Only a project');
    expect((await rig.row(key)).state.name).toBe('synced');

    await rig.ask('procore.reset', { key, number: ' 2402 ' });
    await rig.push();
    await rig.read();
    expect(await everything()).toEqual(before);
    for (const number of ['SC-002', 'SC-011']) {
      expect(rig.marks(number).header).toBeNull();
      expect(rig.marks(number).lines.filter((mark) => mark !== null)).toEqual([]);
    }
    expect(rig.packageMark(change)).toBeNull();
    expect(records('requisitions').find(({ id }) => id === requisition?.id)?.origin_id ?? null).toBeNull();
    expect(rig.far.sandbox.control.one('projects', key.id.slice(2)).origin_id).toBeNull();
    expect(await rig.row(key)).toMatchObject({ sage: '', suggestion: { sageKey: '2402' } });
    expect((await rig.row(rig.contract('SC-002'))).state.name).toBe('notReady');
    // Neither is written a second time by itself: both may still be in Sage.
    for (const one of [change, invoice]) expect((await rig.row(one)).state.name).toBe('posted');
    const { history } = await rig.ask('procore.item', { key });
    expect(history.map(({ sentence }) => sentence).join(' ')).toContain('Dana Reyes reset job 2402');
  });

  it('R-089 waits while something of the job is on its way', async () => {
    const rig = await startClinic();
    await rig.ask('procore.accept', { items: [await accepted(rig)] });
    const key = { kind: 'project' as const, id: `p:${rig.far.project('2402')}` };
    const failure = await rig.refused('procore.reset', { key, number: '2402' });
    expect(failure.code).toBe('procore.notNow');
    expect(failure.sentence).toContain('SC-002');
  });
});

async function accepted(rig: Awaited<ReturnType<typeof startClinic>>) {
  const key = rig.contract('SC-002');
  const choices = await rig.answers(key);
  const shown = await rig.preview(key, choices);
  return { key, choices, hash: shown.ok ? shown.hash : '', confirmed: [] };
}
