import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { ApplyOutcome, SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { type ClinicRig, startClinic } from './clinic.ts';

const company = companyIdOf('cascade');
const longNumber = 'CCO-2402-000017';

/** SC-002 is in Sage, and its change order of 9,880.00 is ready. */
async function sprinklers(options: Parameters<typeof startClinic>[0] = {}) {
  const rig = await startClinic(options);
  await rig.send(rig.contract('SC-002'));
  const [subcontract] = await rig.inSage('SELECT * FROM subcon WHERE jobnum = 2402 AND ctcnum = ?', 'SC-002');
  return { rig, record: String(subcontract?.recnum), key: await rig.change('SC-002', longNumber) };
}

const cents = (value: unknown) => Math.round(Number(value) * 100);
const headers = (rig: ClinicRig) => rig.inSage("SELECT * FROM prmchg WHERE jobnum = 2402 AND usrdf1 LIKE 'SC-%'");

describe('a change of a subcontract', () => {
  it('R-057 is refused until its commitment is in Sage', async () => {
    const rig = await startClinic();
    const row = await rig.row(await rig.change('SC-002', longNumber));
    expect(row.state.name === 'notReady' && row.state.unmet.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      'R-057 commitment',
    ]);
  });

  it('R-059 is a change order with a subcontract line, moves the totals to the cent, and is marked in Procore', async () => {
    const { rig, record, key } = await sprinklers();
    const row = await rig.send(key, { number: 'CCO-17' });
    expect(row).toMatchObject({ state: { name: 'synced' }, differences: 0 });
    const [header] = await headers(rig);
    expect(header).toMatchObject({ usrdf1: 'SC-002 / CCO-17', status: 1 });
    const lines = await rig.inSage('SELECT * FROM sbcgln WHERE recnum = ?', String(header?.recnum));
    expect(lines.map(({ vndctc, ctclin, chgnum, chgsts }) => [String(vndctc), ctclin, chgnum, chgsts])).toEqual([
      [record, 2, 'CCO-17', 1],
    ]);
    const [subcontract] = await rig.inSage('SELECT * FROM subcon WHERE recnum = ?', record);
    expect([subcontract?.cntttl, subcontract?.chgttl, subcontract?.ctcttl].map(cents)).toEqual([
      7_100_000, 988_000, 8_088_000,
    ]);
    const amounts = await rig.inSage(
      'SELECT linnum, amount, change, cntrct FROM sbcnln WHERE recnum = ? ORDER BY linnum',
      record,
    );
    for (const line of amounts) {
      expect(cents(line.amount) + cents(line.change)).toBe(cents(line.cntrct));
      expect(cents(line.change)).toBe(line.linnum === 2 ? 988_000 : 0);
    }
    expect(await rig.inSage('SELECT * FROM pmcgln WHERE recnum = ?', String(header?.recnum))).toEqual([]);
    const mark = originIdOf(company, 'change', '2402', `prmchg.${String(header?.recnum)}`);
    expect(rig.packageMark(key)).toBe(mark);
    rig.clock.advance(60_000);
    await rig.read();
    expect(await rig.row(key)).toMatchObject({ state: { name: 'synced' }, differences: 0 });
    expect(await rig.row(rig.contract('SC-002'))).toMatchObject({ state: { name: 'synced' }, differences: 0 });
  });

  it('is shown with the day that it has in Sage: the office’s, not that of Greenwich', async () => {
    const { rig, key } = await sprinklers();
    rig.store.settings.write({ ...rig.store.settings.read(), timeZone: 'America/Los_Angeles' });
    const change = rig.store.procore.records.get('change', key.id.slice(2));
    if (change === null) throw new Error('Not in the seed');
    rig.store.procore.records.upsert('change', [{ ...change, reviewedAt: '2026-11-21T03:30:00Z' }]);
    await rig.send(key, { number: 'CCO-17' });
    const { fields } = await rig.ask('procore.item', { key });
    expect(fields.find(({ label }) => label === 'Date')).toMatchObject({
      form: 'date',
      procore: '2026-11-20',
      sage: '2026-11-20',
    });
  });

  it('R-026 R-029 has a number of at most twelve characters: a longer one is shortened only when that is confirmed', async () => {
    const { rig, key } = await sprinklers();
    const answers = await rig.answers(key);
    expect(answers.number).toBe('CCO-2402-000');
    const shown = await rig.preview(key, answers);
    expect(shown.ok && shown.cautions.map(({ name }) => name)).toEqual(['shortenedNumber', 'shortenedTitle']);
    const hash = shown.ok ? shown.hash : '';
    const { results } = await rig.ask('procore.accept', { items: [{ key, choices: answers, hash, confirmed: [] }] });
    expect(results[0]?.failure?.code).toBe('procore.unconfirmed');
  });

  it('R-058 several lines on one line are one in Sage, new lines are their own, and the sum is the total', async () => {
    const rig = await startClinic();
    for (const code of ['27.150', '28.130']) await rig.budgeted(code);
    await rig.read();
    await rig.send(rig.contract('SC-001'));
    const key = await rig.change('SC-001', '001');
    const row = await rig.send(key);
    expect(row).toMatchObject({ state: { name: 'synced' }, amount: '17395.25' });
    const [header] = await headers(rig);
    const lines = await rig.inSage('SELECT * FROM sbcgln WHERE recnum = ? ORDER BY linnum', String(header?.recnum));
    expect(lines.map(({ bdgprc }) => cents(bdgprc))).toEqual([1_541_525, 198_000]);
    const [subcontract] = await rig.inSage('SELECT * FROM subcon WHERE ctcnum = ? AND jobnum = 2402', 'SC-001');
    expect(cents(subcontract?.ctcttl)).toBe(24_000_000 + 1_739_525);
    const [made] = await rig.inSage(
      'SELECT * FROM sbcnln WHERE recnum = ? AND linnum = ?',
      String(subcontract?.recnum),
      String(lines[1]?.ctclin),
    );
    expect([made?.amount, made?.change, made?.cntrct].map(cents)).toEqual([0, 198_000, 198_000]);
    const compared = await rig.ask('procore.item', { key });
    expect(compared.lines.map(({ procore, sage, differs }) => [procore, sage, differs])).toEqual([
      ['15415.25', '15415.25', false],
      ['1980.00', '1980.00', false],
    ]);
    const second = await rig.send(await rig.change('SC-001', '002'));
    expect(second.state.name).toBe('synced');
    const [after] = await rig.inSage('SELECT * FROM subcon WHERE recnum = ?', String(subcontract?.recnum));
    expect(cents(after?.ctcttl)).toBe(24_000_000 + 1_739_525 - 275_000);
    rig.clock.advance(60_000);
    await rig.read();
    const discrepancies = await rig.ask('procore.list', {
      kind: 'commitmentChange',
      list: 'discrepancies',
      search: '',
      project: '',
      offset: 0,
      limit: 50,
    });
    expect(discrepancies.rows).toEqual([]);
  });

  it('R-028 with a change number that the subcontract has is refused', async () => {
    const rig = await startClinic();
    for (const code of ['27.150', '28.130']) await rig.budgeted(code);
    await rig.read();
    await rig.send(rig.contract('SC-001'));
    await rig.send(await rig.change('SC-001', '001'));
    const key = await rig.change('SC-001', '002');
    expect(await rig.accept(key, await rig.answers(key, { number: '001' }))).toContain(
      "Change Order ID '001' is the number of",
    );
  });

  it('R-061 is refused while the subcontract is locked in Sage, and accepted once it is not', async () => {
    const { rig, record, key } = await sprinklers();
    await rig.inSage('UPDATE subcon SET lckedt = 1 WHERE recnum = ?', record);
    const answers = await rig.answers(key, { number: 'CCO-17' });
    expect(await rig.accept(key, answers)).toContain('is locked (Lock Edit): unlock it in Sage 6-7-1');
    await rig.inSage('UPDATE subcon SET lckedt = 0 WHERE recnum = ?', record);
    expect((await rig.send(key, { number: 'CCO-17' })).state.name).toBe('synced');
  });

  it('R-061 R-094 that was accepted before the subcontract was locked leaves nothing behind, and is written when it is retried', async () => {
    const { rig, record, key } = await sprinklers();
    expect(await rig.accept(key, await rig.answers(key, { number: 'CCO-17' }))).toBeNull();
    await rig.inSage('UPDATE subcon SET lckedt = 1 WHERE recnum = ?', record);
    await rig.push();
    expect((await rig.row(key)).state).toMatchObject({ name: 'failed', failure: { code: 'sage.check' } });
    expect(await headers(rig)).toEqual([]);
    await rig.inSage('UPDATE subcon SET lckedt = 0 WHERE recnum = ?', record);
    await rig.ask('procore.retry', { key });
    await rig.push();
    expect((await rig.row(key)).state.name).toBe('synced');
    expect(await headers(rig)).toHaveLength(1);
  });

  it('R-052 of which the answer was lost moves the subcontract once', async () => {
    const { rig, record, key } = await sprinklers({ sage: loseAnswerOf('subcontractChange.create') });
    expect((await rig.send(key, { number: 'CCO-17' })).state.name).toBe('underway');
    rig.clock.advance(20 * 60_000);
    await rig.push();
    expect((await rig.row(key)).state.name).toBe('synced');
    const [subcontract] = await rig.inSage('SELECT * FROM subcon WHERE recnum = ?', record);
    expect(cents(subcontract?.chgttl)).toBe(988_000);
    expect(await headers(rig)).toHaveLength(1);
  });

  it('R-052 of which the answer was lost, and then its proof, is looked at in the queue, not retried, and linked there', async () => {
    const { rig, record, key } = await sprinklers({ sage: loseAnswerOf('subcontractChange.create') });
    await rig.send(key, { number: 'CCO-17' });
    await rig.inSage("DELETE FROM plumbline_push_marker WHERE kind = 'subcontractChange.create'");
    rig.clock.advance(20 * 60_000);
    await rig.push();
    const row = await rig.row(key);
    expect(row.state).toMatchObject({ name: 'failed', failure: { code: 'sage.markerUnsure' } });
    expect(row.refusals.retry).toContain('under “Is it in Sage?”');
    expect((await rig.refused('procore.retry', { key })).sentence).toContain('under “Is it in Sage?”');
    const id = rig.store.transfers.openOfItem(key)?.id ?? '';
    const { candidates } = await rig.ask('doubt.compare', { id, record: null });
    const [header] = await headers(rig);
    expect(candidates).toMatchObject([{ record: String(header?.recnum), differences: [] }]);
    const seen = candidates.map(({ hash }) => hash);
    expect(await rig.refused('doubt.notWritten', { id, to: 'queue', seen })).toMatchObject({ code: 'doubt.equal' });
    await rig.ask('doubt.isIt', { id, record: String(header?.recnum), hash: seen[0] ?? '' });
    await rig.push();
    expect((await rig.row(key)).state.name).toBe('synced');
    const [subcontract] = await rig.inSage('SELECT * FROM subcon WHERE recnum = ?', record);
    expect(cents(subcontract?.chgttl)).toBe(988_000);
    expect(await headers(rig)).toHaveLength(1);
  });

  it('R-058 with a new line is known again as a whole, whatever the lines of another subcontract look like', async () => {
    const rig = await startClinic({ sage: loseAnswerOf('subcontractChange.create') });
    for (const code of ['27.150', '28.130']) await rig.budgeted(code);
    await rig.read();
    await rig.send(rig.contract('SC-001'));
    const key = await rig.change('SC-001', '001');
    await rig.send(key);
    await rig.inSage("DELETE FROM plumbline_push_marker WHERE kind = 'subcontractChange.create'");
    rig.clock.advance(20 * 60_000);
    await rig.push();
    const id = rig.store.transfers.openOfItem(key)?.id ?? '';
    const { candidates } = await rig.ask('doubt.compare', { id, record: null });
    expect(candidates).toMatchObject([{ differences: [] }]);
    await rig.ask('doubt.isIt', { id, record: candidates[0]?.record ?? '', hash: candidates[0]?.hash ?? '' });
    await rig.push();
    expect(await rig.row(key)).toMatchObject({ state: { name: 'synced' }, differences: 0 });
    const made = await rig.inSage(
      'SELECT ctclin FROM sbcgln WHERE recnum = ? ORDER BY linnum',
      candidates[0]?.record ?? '',
    );
    const linked = rig.store.procore.links.get(key)?.lines.map(({ sageLine }) => sageLine) ?? [];
    expect(new Set(linked)).toEqual(new Set(made.map(({ ctclin }) => String(ctclin))));
  });

  it('R-053 R-060 is unlinked once its change order is void or gone, and its commitment only after it', async () => {
    const { rig, key } = await sprinklers();
    await rig.send(key, { number: 'CCO-17' });
    const failure = await rig.refused('procore.unlink', { key });
    expect(failure.sentence).toBe('The CCO is still in Sage 100 Contractor. Please delete it before retrying.');
    const parent = await rig.refused('procore.unlink', { key: rig.contract('SC-002') });
    expect(parent.code).toBe('procore.hasChildren');
    const [header] = await headers(rig);
    await rig.inSage('UPDATE prmchg SET status = 5 WHERE recnum = ?', String(header?.recnum));
    await rig.ask('procore.unlink', { key });
    await rig.push();
    expect(rig.packageMark(key)).toBeNull();
    expect((await rig.row(key)).state.name).toBe('readyToExport');
  });

  it('R-053 of which a new line of the subcontract went with it is sent again as a new line', async () => {
    const rig = await startClinic();
    for (const code of ['27.150', '28.130']) await rig.budgeted(code);
    await rig.read();
    await rig.send(rig.contract('SC-001'));
    const key = await rig.change('SC-001', '001');
    await rig.send(key);
    const [header] = await headers(rig);
    const record = String(header?.recnum);
    const made = await rig.inSage('SELECT vndctc, ctclin FROM sbcgln WHERE recnum = ? AND linnum = 2', record);
    const subcontract = String(made[0]?.vndctc);
    await rig.inSage('DELETE FROM sbcgln WHERE recnum = ?', record);
    await rig.inSage('DELETE FROM prmchg WHERE recnum = ?', record);
    await rig.inSage('DELETE FROM sbcnln WHERE recnum = ? AND linnum = ?', subcontract, String(made[0]?.ctclin));
    await rig.ask('procore.unlink', { key });
    await rig.push();
    expect((await rig.row(key)).state.name).toBe('readyToExport');
    await rig.send(key);
    expect((await rig.row(key)).state.name).toBe('synced');
    expect(await rig.inSage('SELECT ctclin FROM sbcgln WHERE vndctc = ?', subcontract)).toHaveLength(2);
  });

  it('R-055 R-091 changed in Sage is shown as a discrepancy', async () => {
    const { rig, key } = await sprinklers();
    await rig.send(key, { number: 'CCO-17' });
    const [header] = await headers(rig);
    await rig.inSage(
      "UPDATE prmchg SET status = 5, upddte = '2026-11-23 13:00:00.000' WHERE recnum = ?",
      String(header?.recnum),
    );
    rig.clock.advance(60_000);
    await rig.read();
    expect(await rig.row(key)).toMatchObject({ state: { name: 'synced' }, differences: 1 });
  });
});

describe('a change of a purchase order', () => {
  async function hardware() {
    const rig = await startClinic();
    await rig.send(rig.contract('PO-001'));
    const [order] = await rig.inSage('SELECT * FROM pchord WHERE jobnum = 2402 AND ordnum = ?', 'PO-001');
    return { rig, record: String(order?.recnum), key: await rig.change('PO-001', '001') };
  }
  const linesOf = (rig: ClinicRig, record: string) =>
    rig.inSage(
      'SELECT linnum, prtdsc, linqty, linprc, extttl, usrdf1 FROM pcorln WHERE recnum = ? ORDER BY linnum',
      record,
    );

  it('R-059 is appended to it: the lines that are there stay as they are, the totals grow by it', async () => {
    const { rig, record, key } = await hardware();
    const before = await linesOf(rig, record);
    const row = await rig.send(key);
    expect(row.state.name).toBe('synced');
    const after = await linesOf(rig, record);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([{ prtdsc: 'Mortise locksets', usrdf1: 'Change 001' }]);
    expect(cents(after.at(-1)?.extttl)).toBe(63_650);
    const [order] = await rig.inSage('SELECT * FROM pchord WHERE recnum = ?', record);
    expect([order?.subttl, order?.pchttl, order?.pchbal].map(cents)).toEqual([1_803_920, 1_803_920, 1_803_920]);
    expect(rig.packageMark(key)).toContain(`:change:2402:pcorln.${record}.`);
    rig.clock.advance(60_000);
    await rig.read();
    expect(await rig.row(key)).toMatchObject({ differences: 0 });
    expect(await rig.row(rig.contract('PO-001'))).toMatchObject({ differences: 0 });
  });

  it('R-061 is refused while the order is closed', async () => {
    const { rig, record, key } = await hardware();
    await rig.inSage('UPDATE pchord SET status = 4 WHERE recnum = ?', record);
    expect(await rig.accept(key, await rig.answers(key))).toContain('is 4-Closed in Sage');
  });

  it('R-053 R-060 is unlinked once its lines are deleted in Sage', async () => {
    const { rig, record, key } = await hardware();
    await rig.send(key);
    expect((await rig.refused('procore.unlink', { key })).remedy).toContain('Delete line');
    await rig.inSage("DELETE FROM pcorln WHERE recnum = ? AND usrdf1 = 'Change 001'", record);
    await rig.ask('procore.unlink', { key });
    await rig.push();
    expect(rig.packageMark(key)).toBeNull();
    expect((await rig.row(key)).state.name).toBe('readyToExport');
  });
});

/** The first plan of a kind is written, but the answer is lost. */
function loseAnswerOf(kind: string) {
  let first = true;
  const lost: ApplyOutcome = {
    outcome: 'inDoubt',
    failure: { next: 'retry', code: 'sage.inDoubt', sentence: 'Sage did not say whether it was saved.' },
  };
  return (real: SageCompany): SageCompany => ({
    ...real,
    apply: async (plan, approval) => {
      const outcome = await real.apply(plan, approval);
      if (!first || plan.kind !== kind) return outcome;
      first = false;
      return lost;
    },
  });
}
