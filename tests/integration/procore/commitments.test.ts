import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import { firstAnswerLost } from '../engine/answers.ts';
import { type ClinicRig, startClinic } from './clinic.ts';

const company = companyIdOf('cascade');
const subcontracts = (rig: ClinicRig, number: string) =>
  rig.inSage('SELECT * FROM subcon WHERE jobnum = 2402 AND ctcnum = ?', number);

/** As somebody would delete it in Sage's program. */
async function deleteSubcontract(rig: ClinicRig, record: string) {
  await rig.inSage('DELETE FROM sbcnln WHERE recnum = ?', record);
  await rig.inSage('DELETE FROM subcon WHERE recnum = ?', record);
}

describe('a subcontract of Procore', () => {
  it('R-051 R-083 is written to 6-7-1 once, read back, and marked in Procore: every line, then the header', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-002');
    expect((await rig.row(key)).state.name).toBe('readyToExport');
    const row = await rig.send(key, { status: '4' });
    expect(row).toMatchObject({ state: { name: 'synced', by: 'Dana Reyes' }, sage: 'SC-002', differences: 0 });
    const [header] = await subcontracts(rig, 'SC-002');
    expect(header).toMatchObject({ dscrpt: 'Fire sprinkler rework', status: 4 });
    const lines = await rig.inSage('SELECT * FROM sbcnln WHERE recnum = ? ORDER BY linnum', String(header?.recnum));
    const sum = await rig.inSage('SELECT SUM(amount) AS total FROM sbcnln WHERE recnum = ?', String(header?.recnum));
    expect(Number(sum[0]?.total)).toBe(71_000);
    const marks = rig.marks('SC-002');
    const record = String(header?.recnum);
    expect(marks.header).toBe(originIdOf(company, 'subcontract', '2402', record));
    expect([...marks.lines].sort()).toEqual(
      lines.map(({ linnum }) => originIdOf(company, 'subcontract', '2402', record, String(linnum))),
    );
    await rig.read();
    expect(await rig.row(key)).toMatchObject({ state: { name: 'synced' }, differences: 0 });
  });

  it('R-052 of which the answer was lost is looked up and not written a second time', async () => {
    const rig = await startClinic({ sage: firstAnswerLost() });
    const key = rig.contract('SC-002');
    const pending = await rig.send(key);
    expect(pending.state).toMatchObject({ name: 'underway' });
    rig.clock.advance(20 * 60_000);
    await rig.push();
    expect((await rig.row(key)).state.name).toBe('synced');
    const found = await subcontracts(rig, 'SC-002');
    expect(found).toHaveLength(1);
    const count = await rig.inSage('SELECT COUNT(*) AS n FROM sbcnln WHERE recnum = ?', String(found[0]?.recnum));
    expect(rig.marks('SC-002').lines.filter((line) => line !== null)).toHaveLength(Number(count[0]?.n));
  });

  it('R-052 that failed is under Failed with the reason, and is sent again once that is mended', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-012');
    expect(await rig.accept(key, await rig.answers(key))).toBeNull();
    await rig.inSage('UPDATE actrec SET status = 6 WHERE recnum = 2402');
    await rig.push();
    const failed = await rig.row(key);
    expect(failed.state).toMatchObject({ name: 'failed', failure: { code: 'sage.check' } });
    expect(await subcontracts(rig, 'SC-012')).toEqual([]);
    await rig.inSage('UPDATE actrec SET status = 4 WHERE recnum = 2402');
    await rig.ask('procore.retry', { key });
    await rig.push();
    expect((await rig.row(key)).state.name).toBe('synced');
    expect(await subcontracts(rig, 'SC-012')).toHaveLength(1);
  });

  it('R-050 is locked in Procore once it is synced: no line can be changed and nothing deleted there', async () => {
    const rig = await startClinic();
    await rig.send(rig.contract('SC-002'));
    const id = rig.far.contract('SC-002');
    const [line] = rig.far.sandbox.control.records('contractLines').filter((one) => one.contract_id === id);
    const project = rig.far.project('2402');
    const path = `/rest/v1.0/work_order_contracts/${id}`;
    const body = { project_id: Number(project), line_item: { amount: '1.00' } };
    const changed = await rig.far.ask('PATCH', `${path}/line_items/${line?.id}`, body);
    expect(changed.status).toBeGreaterThanOrEqual(400);
    const deleted = await rig.far.ask('DELETE', `${path}?project_id=${project}`);
    expect(deleted.status).toBeGreaterThanOrEqual(400);
  });

  it('R-028 with a number that Sage has is refused, also of another job', async () => {
    const rig = await startClinic();
    const [other] = await rig.inSage('SELECT ctcnum FROM subcon WHERE jobnum <> 2402 LIMIT 1');
    const key = rig.contract('SC-002');
    const answers = await rig.answers(key, { number: String(other?.ctcnum) });
    expect(await rig.accept(key, answers)).toContain(`is the number of subcontract ${String(other?.ctcnum)} of job`);
  });

  it('R-028 with a number that was accepted a moment ago is refused', async () => {
    const rig = await startClinic();
    expect(await rig.accept(rig.contract('SC-002'), await rig.answers(rig.contract('SC-002')))).toBeNull();
    const key = rig.contract('SC-012');
    expect(await rig.accept(key, await rig.answers(key, { number: 'SC-002' }))).toMatch(
      /^Commitment ID 'SC-002' is the number of /,
    );
  });

  it('R-029 asks for its number: Procore’s own is proposed, or nothing where the settings say so', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-002');
    expect(await rig.answers(key)).toMatchObject({ number: 'SC-002', title: 'Fire sprinkler rework' });
    const settings = rig.store.settings.read();
    rig.store.settings.write({ ...settings, procore: { ...settings.procore, useContractNumber: false } });
    const answers = await rig.answers(key);
    expect(answers.number).toBe('');
    expect(await rig.accept(key, answers)).toBe('Commitment ID is empty: type one of at most 12 characters.');
  });

  it('R-053 is not unlinked while its record is in Sage, which is asked at that moment', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-002');
    await rig.send(key);
    const failure = await rig.refused('procore.unlink', { key });
    expect(failure.sentence).toBe('The commitment is still in Sage 100 Contractor. Please delete it before retrying.');
    expect(failure.remedy).toContain('Sage 6-7-1');
    expect((await rig.row(key)).state.name).toBe('synced');
  });

  it('R-053 R-054 once its record is gone, is unlinked on both sides and can be sent again', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-002');
    await rig.send(key);
    const [header] = await subcontracts(rig, 'SC-002');
    await deleteSubcontract(rig, String(header?.recnum));
    await rig.ask('procore.unlink', { key });
    await rig.push();
    expect(rig.marks('SC-002')).toMatchObject({ header: null });
    expect(new Set(rig.marks('SC-002').lines)).toEqual(new Set([null]));
    expect((await rig.row(key)).state.name).toBe('readyToExport');
    await rig.send(key);
    expect((await rig.row(key)).state.name).toBe('synced');
    expect(await subcontracts(rig, 'SC-002')).toHaveLength(1);
  });

  it('R-055 R-091 deleted or changed in Sage is shown as a discrepancy and stays synced', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-002');
    await rig.send(key);
    const [header] = await subcontracts(rig, 'SC-002');
    const record = String(header?.recnum);
    await rig.inSage(
      `UPDATE subcon SET cntttl = '71000.01', upddte = '2026-11-23 12:00:00.000' WHERE recnum = ?`,
      record,
    );
    rig.clock.advance(60_000);
    await rig.read();
    const changed = await rig.ask('procore.list', { ...anyOf, list: 'discrepancies' });
    expect(changed.rows.map(({ number, state }) => [number, state.name])).toEqual([['SC-002', 'synced']]);
    await deleteSubcontract(rig, record);
    rig.clock.advance(60_000);
    await rig.read();
    const gone = await rig.row(key);
    expect(gone).toMatchObject({ state: { name: 'synced' }, differences: 1 });
  });

  it('R-021 waits until the codes that it uses are in the job', async () => {
    const rig = await startClinic();
    const row = await rig.row(rig.contract('SC-001'));
    expect(row.state.name === 'notReady' && row.state.unmet.map(({ rule }) => rule)).toEqual(['R-021']);
    expect(row.refusals.accept).toContain('27.150');
  });

  it('R-026 is shortened only when that is confirmed by name', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-002');
    const choices = await rig.answers(key, { title: 'Fire sprinkler rework in the north and the south wing' });
    expect(await rig.accept(key, choices)).toContain('30 is the most');
  });
});

describe('a purchase order of Procore', () => {
  it('R-051 is written to 6-6-1 with quantities and prices, and marked in Procore', async () => {
    const rig = await startClinic();
    const key = rig.contract('PO-001');
    const row = await rig.send(key);
    expect(row).toMatchObject({ state: { name: 'synced' }, sage: 'PO-001' });
    const [order] = await rig.inSage('SELECT * FROM pchord WHERE jobnum = 2402 AND ordnum = ?', 'PO-001');
    expect(Number(order?.pchttl)).toBe(17_402.7);
    const lines = await rig.inSage('SELECT * FROM pcorln WHERE recnum = ?', String(order?.recnum));
    const cents = lines.map(({ extttl }) => Math.round(Number(extttl) * 100));
    expect(cents.reduce((sum, one) => sum + one, 0)).toBe(1_740_270);
    expect(rig.marks('PO-001').header).toBe(originIdOf(company, 'purchaseOrder', '2402', String(order?.recnum)));
    expect(rig.marks('PO-001').lines).not.toContain(null);
  });

  it('R-053 is unlinked once it is gone', async () => {
    const rig = await startClinic();
    const key = rig.contract('PO-001');
    await rig.send(key);
    expect((await rig.refused('procore.unlink', { key })).remedy).toContain('Sage 6-6-1');
    const [order] = await rig.inSage('SELECT recnum FROM pchord WHERE jobnum = 2402 AND ordnum = ?', 'PO-001');
    await rig.inSage('DELETE FROM pcorln WHERE recnum = ?', String(order?.recnum));
    await rig.inSage('DELETE FROM pchord WHERE recnum = ?', String(order?.recnum));
    await rig.ask('procore.unlink', { key });
    await rig.push();
    expect(rig.marks('PO-001').header).toBeNull();
    expect((await rig.row(key)).state.name).toBe('readyToExport');
  });
});

describe('commitments that both sides have already', () => {
  it('R-051 are linked by a person, line by line, and nothing is written to Sage', async () => {
    const rig = await startClinic({}, '2405');
    const rows = await rig.rows('commitment');
    const suggested = rows.filter(({ suggestion }) => suggestion !== null);
    expect(suggested.length).toBeGreaterThan(2);
    const before = await rig.inSage('SELECT * FROM sbcnln ORDER BY recnum, linnum');
    const pairs = suggested.map(({ key, suggestion }) => ({ key, sageKey: suggestion?.sageKey ?? '' }));
    const { results } = await rig.ask('procore.link', { pairs });
    expect(results.filter(({ failure }) => failure !== null)).toEqual([]);
    await rig.push();
    await rig.read();
    for (const { key } of suggested) {
      expect(await rig.row(key)).toMatchObject({ state: { name: 'synced' }, differences: 0 });
    }
    expect(await rig.inSage('SELECT * FROM sbcnln ORDER BY recnum, linnum')).toEqual(before);
  });

  it('are not linked with a record of another vendor or amount', async () => {
    const rig = await startClinic({}, '2405');
    const { partners } = await rig.ask('procore.partners', { key: (await firstSuggested(rig)).key, search: '' });
    const refused = partners.filter(({ refusal }) => refusal !== null);
    expect(refused.length).toBeGreaterThan(0);
    const [other] = refused;
    const { results } = await rig.ask('procore.link', {
      pairs: [{ key: (await firstSuggested(rig)).key, sageKey: other?.sageKey ?? '' }],
    });
    expect(results[0]?.failure?.code).toBe('procore.linkRefused');
  });
});

const anyOf = { kind: 'commitment', search: '', project: '', offset: 0, limit: 50 } as const;

async function firstSuggested(rig: ClinicRig) {
  const found = (await rig.rows('commitment')).find(({ suggestion }) => suggestion !== null);
  if (found === undefined) throw new Error('Nothing is suggested');
  return found;
}
