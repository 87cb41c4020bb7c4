import { describe, expect, it } from 'vitest';
import type { ApplyOutcome, SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { firstAnswerLost } from '../engine/answers.ts';
import { type ClinicRig, startClinic } from './clinic.ts';

const record = async (rig: ClinicRig, number: string) => {
  const [row] = await rig.inSage('SELECT recnum FROM subcon WHERE jobnum = 2402 AND ctcnum = ?', number);
  return String(row?.recnum);
};

async function deleteSubcontract(rig: ClinicRig, recnum: string) {
  await rig.inSage('DELETE FROM sbcnln WHERE recnum = ?', recnum);
  await rig.inSage('DELETE FROM subcon WHERE recnum = ?', recnum);
}

describe('a record number that Sage gives out again', () => {
  it('is of the commitment that has it now; the one whose record was deleted is no longer paired with it', async () => {
    const rig = await startClinic();
    const [old, fresh] = [rig.contract('SC-002'), rig.contract('SC-012')];
    await rig.send(old);
    const number = await record(rig, 'SC-002');
    await deleteSubcontract(rig, number);
    expect((await rig.send(fresh)).state.name).toBe('synced');
    expect(await record(rig, 'SC-012')).toBe(number);
    expect((await rig.row(old)).state.name).toBe('readyToExport');
    expect(rig.marks('SC-002').header).toBeNull();
    expect(rig.marks('SC-012').header).toContain(`:${number}`);
  });
});

describe('what changes in Procore while nobody knows whether it was written', () => {
  const doubtful = async () => {
    const rig = await startClinic({ sage: firstAnswerLost() });
    const key = rig.contract('SC-002');
    await rig.send(key);
    expect((await rig.row(key)).state.name).toBe('underway');
    rig.clock.advance(20 * 60_000);
    return { rig, key, id: key.id.slice(2) };
  };

  it('is a discrepancy afterwards: the pair keeps what was sent', async () => {
    const { rig, key, id } = await doubtful();
    const commitment = rig.store.procore.records.get('commitment', id);
    if (commitment === null) throw new Error('Not in the seed');
    const [line, ...lines] = commitment.lines;
    if (line === undefined) throw new Error('Not in the seed');
    const dearer = { ...commitment, grandTotal: '71100.00', lines: [...lines, { ...line, id: '999' }] };
    rig.store.procore.records.upsert('commitment', [dearer]);
    await rig.push();
    const link = rig.store.procore.links.get(key);
    expect(link?.agreed.total).toBe('71000.00');
    expect(link?.lines.map(({ procoreId }) => procoreId)).toContain(line.id);
    expect((await rig.row(key)).differences).toBe(1);
  });

  it('may even be gone there: it is linked all the same, and the queue goes on', async () => {
    const { rig, key, id } = await doubtful();
    rig.store.procore.records.remove('commitment', [id]);
    await rig.push();
    expect(rig.store.procore.links.get(key)?.sageNumber).toBe('SC-002');
    expect(rig.store.transfers.open()).toEqual([]);
  });

  it('is not forgotten by a reading that does not list it', async () => {
    const { rig, key } = await doubtful();
    const { keepRecords } = await import('../../../electron/engine/procore/pull/keepRecords.ts');
    const project = rig.far.project('2402');
    keepRecords(rig as never, 'commitment', { records: [], unreadable: [] }, { forget: project });
    expect(rig.store.procore.records.get('commitment', key.id.slice(2))).not.toBeNull();
  });
});

describe('what was approved for one vendor', () => {
  it('is not written once the company is linked with another one', async () => {
    const rig = await startClinic({ sage: refusedAtFirst });
    const key = rig.contract('SC-002');
    expect((await rig.send(key)).state.name).toBe('failed');
    const company = rig.store.procore.records.get('commitment', key.id.slice(2))?.vendor ?? '';
    const link = rig.store.procore.links.get({ kind: 'vendor', id: `p:${company}` });
    if (link === null) throw new Error('Not linked');
    const [other] = rig.store.sage
      .search('vendor', { limit: 200 })
      .filter(({ number }) => rig.store.procore.links.ofSage('vendor', number) === null);
    const number = other?.number ?? '';
    rig.store.procore.links.save({ ...link, sageKey: number, sageNumber: number });
    await rig.ask('procore.retry', { key });
    await rig.push();
    expect((await rig.row(key)).state).toMatchObject({ name: 'failed', failure: { code: 'push.itemChanged' } });
    expect(await rig.inSage("SELECT * FROM subcon WHERE ctcnum = 'SC-002'")).toEqual([]);
  });
});

describe('a commitment with a change order on its way', () => {
  it('is not unlinked before it has arrived', async () => {
    const rig = await startClinic();
    const parent = rig.contract('SC-002');
    await rig.send(parent);
    const change = await rig.change('SC-002', 'CCO-2402-000017');
    expect(await rig.accept(change, await rig.answers(change, { number: 'CCO-17' }))).toBeNull();
    await deleteSubcontract(rig, await record(rig, 'SC-002'));
    const failure = await rig.refused('procore.unlink', { key: parent });
    expect(failure.code).toBe('procore.hasChildren');
    expect(failure.sentence).toContain('on its way to Sage');
  });
});

/** Something is in the way of the first plan. */
function refusedAtFirst(real: SageCompany): SageCompany {
  let first = true;
  const refused: ApplyOutcome = {
    outcome: 'notApplied',
    failure: { next: 'needsPerson', code: 'sage.check', sentence: 'Job 2402 is closed.' },
  };
  return {
    ...real,
    apply: async (plan, approval) => {
      if (!first) return real.apply(plan, approval);
      first = false;
      return refused;
    },
  };
}
