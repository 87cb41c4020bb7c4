import { describe, expect, it } from 'vitest';
import type { Draft } from '#shared/domain/draft.ts';
import { everyEntry } from '#shared/domain/records.ts';
import { type EngineRig, startRig } from './rig.ts';
import { coded, corsOf, isToPush, mapJob, push } from './steps.ts';

async function approvedCors(rig: EngineRig, job: string) {
  const project = await mapJob(rig, job);
  const cors = (await corsOf(rig, project)).filter(isToPush);
  const [first, second] = cors;
  if (first === undefined || second === undefined) throw new Error('Not enough approved CORs');
  return { project, first, second };
}

/** Adds to an open change order, whose status comes with the choice, as in the wizard. */
const into = (record: string) => (draft: Draft) => ({
  ...coded(draft),
  target: { mode: 'existing' as const, record },
  header: { ...draft.header, status: '2' },
});

describe('pushing a COR', () => {
  it('creates a change order in Sage, reads it back equal and links it', async () => {
    const rig = await startRig();
    const { project, first: cor } = await approvedCors(rig, '2402');

    const transfer = await push(rig, [cor.id]);

    expect(transfer.state).toMatchObject({ name: 'done' });
    const { receipt } = await rig.ask('queue.receipt', { id: transfer.id, offset: 0, limit: 50 });
    expect(receipt?.differences).toBe(0);
    const [header] = await rig.inSage('SELECT * FROM prmchg WHERE recnum = ?', receipt?.record ?? '');
    expect(header).toMatchObject({ reqamt: cor.requested, appamt: cor.effective, usrnme: 'Dana Reyes' });
    const row = (await corsOf(rig, project)).find(({ id }) => id === cor.id);
    expect(row).toMatchObject({ sage: 'inSync', changeOrder: receipt?.number });

    await rig.sync();
    expect((await rig.ask('cors.get', { id: cor.id })).health).toMatchObject({ state: 'inSync', differences: [] });
  });

  it('appends lines to an open change order and moves its totals by exactly those lines', async () => {
    const rig = await startRig();
    const { first: cor } = await approvedCors(rig, '2402');
    const [open] = await rig.inSage("SELECT * FROM prmchg WHERE jobnum = 2402 AND status = 2 AND chgnum = '8'");
    const record = String(open?.recnum);

    const transfer = await push(rig, [cor.id], into(record));

    expect(transfer.state).toMatchObject({ name: 'done', number: '8' });
    const [after] = await rig.inSage('SELECT * FROM prmchg WHERE recnum = ?', record);
    const cents = (text: unknown) => BigInt(String(text).replace('.', ''));
    expect(cents(after?.reqamt) - cents(open?.reqamt)).toBe(cents(cor.requested));
    const lines = await rig.inSage('SELECT linnum, _idref FROM pmcgln WHERE recnum = ? ORDER BY linnum', record);
    expect(lines.map(({ linnum }) => linnum)).toEqual(lines.map((_, index) => index + 1));
    expect(new Set(lines.map(({ _idref }) => _idref))).toEqual(new Set([open?._idnum]));
  });

  it('splits one COR over three cost codes with a multiplier, to the cent', async () => {
    const rig = await startRig();
    const { first: cor } = await approvedCors(rig, '2405');
    const shares = ['50', '30', '20'];
    const codes = ['3300.000', '3300.100', '3300.200'];
    const split = (draft: Draft): Draft => ({
      ...draft,
      header: { ...draft.header, numbering: 'typed', number: '12345-46/90' },
      budget: shares.map((share, index) => ({
        ...(draft.budget[0] as Draft['budget'][number]),
        id: `line${index}`,
        share,
        multiplier: '0.85',
        costCode: codes[index] ?? '',
        costType: '4',
      })),
    });

    const transfer = await push(rig, [cor.id], split);

    expect(transfer.state.name).toBe('done');
    const { receipt } = await rig.ask('queue.receipt', { id: transfer.id, offset: 0, limit: 50 });
    const lines = await rig.inSage('SELECT bdgprc FROM sbcgln WHERE recnum = ? ORDER BY linnum', receipt?.record ?? '');
    const cents = (text: unknown) => BigInt(String(text).replace('.', ''));
    const sum = lines.reduce((total, { bdgprc }) => total + cents(bdgprc), 0n);
    expect(lines).toHaveLength(3);
    expect(sum * 100n - cents(cor.effective) * 85n).toBeGreaterThanOrEqual(-150n);
    expect(sum * 100n - cents(cor.effective) * 85n).toBeLessThanOrEqual(150n);
    const [header] = await rig.inSage('SELECT cstamt FROM prmchg WHERE recnum = ?', receipt?.record ?? '');
    expect(cents(header?.cstamt)).toBe(sum);
  });

  it('puts several CORs of one job into one change order and links each of them', async () => {
    const rig = await startRig();
    const { project, first, second } = await approvedCors(rig, '2401');

    const transfer = await push(rig, [first.id, second.id]);

    expect(transfer.state.name).toBe('done');
    const rows = (await corsOf(rig, project)).filter(({ id }) => id === first.id || id === second.id);
    expect(rows.map(({ sage }) => sage)).toEqual(['inSync', 'inSync']);
    expect(new Set(rows.map(({ changeOrder }) => changeOrder)).size).toBe(1);
    await rig.sync();
    for (const { id } of rows) {
      const detail = await rig.ask('cors.get', { id });
      expect(detail.health?.state).toBe('inSync');
      expect(detail.history.map(({ kind }) => kind)).toEqual(['applied', 'approved']);
    }
    const told = await rig.ask('history.list', { ...everyEntry, transferId: transfer.id });
    const named = [first, second].map(({ id, number }) => ({ id, number }));
    expect(told.rows.map(({ cors }) => cors)).toEqual([named, named]);
  });

  it('refuses a plan that is not the one shown, because the COR changed in between', async () => {
    const rig = await startRig();
    const { first: cor } = await approvedCors(rig, '2402');
    const { id } = await rig.ask('drafts.open', { corIds: [cor.id], mode: 'push' });
    const { draft } = await rig.ask('drafts.get', { id });
    await rig.ask('drafts.save', { id, draft: coded(draft) });
    const { plan } = await rig.ask('drafts.preview', { id });
    rig.sandbox.control.updateCor(cor.id, { customerReferenceNumber: 'PCO 99' });
    await rig.sync('clearstory');

    expect(await rig.refused('drafts.push', { id, planHash: plan?.hash ?? '' })).toMatchObject({
      code: 'plan.changed',
    });
    expect(await rig.inSage('SELECT * FROM plumbline_push_marker')).toEqual([]);
  });

  it('asks for a typed number where the numbers of the job have letters or slashes', async () => {
    const rig = await startRig();
    const { first: cor } = await approvedCors(rig, '2405');
    const { id } = await rig.ask('drafts.open', { corIds: [cor.id], mode: 'push' });
    const { draft } = await rig.ask('drafts.get', { id });
    await rig.ask('drafts.save', { id, draft: coded(draft) });
    const { plan, refusals } = await rig.ask('drafts.preview', { id });
    expect(plan).toBeNull();
    expect(refusals).toMatchObject([{ field: 'header.number', sentence: expect.stringContaining('type the number') }]);
  });

  it('keeps a draft over a restart, exactly as it was left', async () => {
    const rig = await startRig();
    const { first: cor } = await approvedCors(rig, '2402');
    const { id } = await rig.ask('drafts.open', { corIds: [cor.id], mode: 'push' });
    const { draft } = await rig.ask('drafts.get', { id });
    const edited = { ...coded(draft), header: { ...draft.header, description: 'Zoë’s extra – 5″ pipe' } };
    await rig.ask('drafts.save', { id, draft: edited });

    const again = await rig.restart();

    expect((await again.ask('drafts.get', { id })).draft).toEqual(edited);
    expect((await again.ask('drafts.open', { corIds: [cor.id], mode: 'push' })).id).toBe(id);
  });
});
