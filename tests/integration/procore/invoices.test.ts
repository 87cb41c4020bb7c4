import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import { leftNote } from '#shared/domain/sage/readableKinds.ts';
import { type ClinicRig, startClinic } from './clinic.ts';

const company = companyIdOf('cascade');
const payables = '2000';
const cents = (value: unknown) => Math.round(Number(value) * 100);
const sum = (values: readonly unknown[]) => values.map(cents).reduce((total, one) => total + one, 0);

/** The clinic with these contracts in Sage. */
async function withContracts(...numbers: readonly string[]): Promise<ClinicRig> {
  const rig = await startClinic();
  for (const number of numbers) await rig.send(rig.contract(number));
  await rig.read();
  return rig;
}

function invoice(rig: ClinicRig, contract: string, number: string): ItemKey {
  const of = rig.far.contract(contract);
  const found = requisitions(rig).find((one) => one.commitment_id === of && one.number === number);
  if (found === undefined) throw new Error(`No invoice ${number} of ${contract}`);
  return { kind: 'invoice', id: `p:${found.id}` };
}

const requisitions = (rig: ClinicRig) => rig.far.sandbox.control.records('requisitions');
const marked = (rig: ClinicRig, { id }: ItemKey) => requisitions(rig).find((one) => `p:${one.id}` === id)?.origin_id;
const inSage = (rig: ClinicRig, number: string) => rig.inSage('SELECT * FROM acpinv WHERE invnum = ?', number);
const pay = { payableAccount: payables };

const unmetOf = async (rig: ClinicRig, key: ItemKey) => {
  const { state } = await rig.row(key);
  return state.name === 'notReady' ? state.unmet.map(({ rule }) => rule) : [state.name];
};

/** Everything that an invoice left in Sage. */
async function booked(rig: ClinicRig, number: string) {
  const [header] = await inSage(rig, number);
  const record = String(header?.recnum);
  const ledger = String(header?.lgrrec);
  return {
    header,
    record,
    lines: await rig.inSage('SELECT * FROM apivln WHERE recnum = ? ORDER BY linnum', record),
    costs: await rig.inSage('SELECT * FROM jobcst WHERE lgrrec = ?', ledger),
    entries: await rig.inSage('SELECT * FROM lgtnln WHERE recnum = ? ORDER BY linnum', ledger),
  };
}

/** Somebody enters an invoice of the contract's vendor in 4-2. Out: its record number. */
async function typedByHand(rig: ClinicRig, contract: string, number: string): Promise<string> {
  const [vendor] = await rig.inSage('SELECT vndnum FROM subcon WHERE ctcnum = ? AND jobnum = 2402', contract);
  const [last] = await rig.inSage('SELECT * FROM acpinv ORDER BY recnum DESC LIMIT 1');
  const record = String(Number(last?.recnum) + 1);
  const fresh = { ...last, ...vendor, _idnum: `00000000-0000-4000-8000-${record.padStart(12, '0')}`, recnum: record };
  const row = Object.entries({ ...fresh, invnum: number, status: '1', ctcnum: '', pchord: '' });
  const values = row.map(([, value]) => (value === null ? null : String(value)));
  await rig.inSage(
    `INSERT INTO acpinv (${row.map(([name]) => name).join(', ')}) VALUES (${row.map(() => '?').join(', ')})`,
    ...values,
  );
  return record;
}

describe('a subcontractor invoice', () => {
  it('R-062 waits until it is approved', async () => {
    const rig = await withContracts('SC-002');
    const key = invoice(rig, 'SC-002', '1');
    expect(await unmetOf(rig, key)).toEqual(['R-062']);
    rig.far.sandbox.control.change('requisitions', key.id.slice(2), { status: 'approved' });
    await rig.read();
    expect(await unmetOf(rig, key)).toEqual(['readyToExport']);
  });

  it('R-064 is one payable invoice: gross and retainage equal to the cent in 4-2, in the job costs and in the ledger', async () => {
    const rig = await withContracts('SC-011');
    const key = invoice(rig, 'SC-011', '1');
    const [before] = await rig.inSage("SELECT * FROM subcon WHERE ctcnum = 'SC-011' AND jobnum = 2402");
    const row = await rig.send(key, pay);
    expect(row).toMatchObject({ state: { name: 'synced', by: 'Dana Reyes' }, sage: 'invoice AB-301', differences: 0 });
    const { header, record, lines, costs, entries } = await booked(rig, 'AB-301');
    const held = requisitions(rig).find(({ invoice_number }) => invoice_number === 'AB-301');
    const retained = sum((held?.items ?? []).map((item) => item.work_completed_retainage_retained_this_period));
    expect(retained).toBeGreaterThan(0);
    expect([header?.invttl, header?.retain, header?.invnet].map(cents)).toEqual([
      1_998_000,
      retained,
      1_998_000 - retained,
    ]);
    expect(header).toMatchObject({ ctcnum: 'SC-011', status: 1 });
    expect(sum(lines.map(({ extttl }) => extttl))).toBe(1_998_000);
    expect(sum(costs.map(({ cstamt }) => cstamt))).toBe(1_998_000);
    expect(sum(entries.map(({ dbtamt }) => dbtamt))).toBe(1_998_000);
    expect(sum(entries.map(({ crdamt }) => crdamt))).toBe(1_998_000);
    expect(entries.find(({ crdamt }) => cents(crdamt) !== 0)?.lgract).toBe(Number(payables));
    const [after] = await rig.inSage("SELECT * FROM subcon WHERE ctcnum = 'SC-011' AND jobnum = 2402");
    expect(cents(after?.invttl) - cents(before?.invttl)).toBe(1_998_000);
    expect(cents(before?.balttl) - cents(after?.balttl)).toBe(1_998_000);
    expect(marked(rig, key)).toBe(originIdOf(company, 'invoice', '2402', record));
    await rig.read();
    expect(await rig.row(key)).toMatchObject({ state: { name: 'synced' }, differences: 0 });
  });

  it('R-064 books retainage on an account of its own where settings name one', async () => {
    const rig = await withContracts('SC-011');
    const settings = rig.store.settings.read();
    const procore = { ...settings.procore, payableAccount: payables, retentionAccount: '2010' };
    rig.store.settings.write({ ...settings, procore });
    await rig.send(invoice(rig, 'SC-011', '1'));
    const { header, entries } = await booked(rig, 'AB-301');
    const credits = Object.fromEntries(entries.map(({ lgract, crdamt }) => [String(lgract), cents(crdamt)]));
    expect([credits[payables], credits['2010']]).toEqual([cents(header?.invnet), cents(header?.retain)]);
  });

  it('R-064 counts stored materials once, over two invoices of which the second bills a change order', async () => {
    const rig = await startClinic();
    for (const code of ['27.150', '28.130']) await rig.budgeted(code);
    await rig.read();
    await rig.send(rig.contract('SC-001'));
    await rig.read();
    const first = invoice(rig, 'SC-001', '1');
    const second = invoice(rig, 'SC-001', '2');
    await rig.send(first, pay);
    expect(await unmetOf(rig, second)).toEqual(['R-067']);
    await rig.send(await rig.change('SC-001', '001'));
    await rig.read();
    await rig.send(second, pay);
    const paid = await rig.inSage("SELECT * FROM acpinv WHERE ctcnum = 'SC-001' AND jobnum = 2402 ORDER BY recnum");
    expect(paid.map(({ invttl }) => cents(invttl))).toEqual([4_389_405, 7_880_065]);
    const [contract] = await rig.inSage("SELECT * FROM subcon WHERE ctcnum = 'SC-001' AND jobnum = 2402");
    expect(cents(contract?.invttl)).toBe(4_389_405 + 7_880_065);
    const lines = await rig.inSage('SELECT billed FROM sbcnln WHERE recnum = ?', String(contract?.recnum));
    expect(sum(lines.map(({ billed }) => billed))).toBe(4_389_405 + 7_880_065);
  });

  it('R-064 is refused while nobody can see which payable invoices Sage has', async () => {
    const rig = await withContracts('SC-011');
    rig.store.notes.write(leftNote, JSON.stringify([{ kind: 'payableInvoice', on: 'apivln.actnum' }]));
    const key = invoice(rig, 'SC-011', '1');
    expect((await rig.row(key)).refusals.accept).toContain('apivln.actnum is missing or not granted');
  });

  it('R-064 is refused under a number that the vendor has in Sage already, with the record that has it', async () => {
    const rig = await withContracts('SC-012');
    await rig.send(invoice(rig, 'SC-012', '1'), pay);
    await rig.read();
    const key = invoice(rig, 'SC-012', '2');
    const answers = await rig.answers(key, { ...pay, number: 'STP-2026-000000417' });
    expect(await rig.accept(key, answers)).toMatch(/has invoice STP-2026-000000417 over 27,000.00 .*record \d+/);
  });

  it('R-065 of several at once each is written or fails alone', async () => {
    const rig = await withContracts('SC-011', 'SC-012', 'SC-002');
    const keys = [invoice(rig, 'SC-011', '1'), invoice(rig, 'SC-002', '1'), invoice(rig, 'SC-012', '1')];
    const items = [];
    for (const key of keys) {
      const choices = await rig.answers(key, pay);
      const shown = await rig.preview(key, choices);
      items.push({ key, choices, hash: shown.ok ? shown.hash : '', confirmed: [] });
    }
    const { results } = await rig.ask('procore.accept', { items });
    expect(results.map(({ failure }) => failure?.code ?? null)).toEqual([null, 'procore.notNow', null]);
    // Somebody enters one of them by hand before it is written.
    const typed = await typedByHand(rig, 'SC-012', 'STP-2026-000000417');
    await rig.push();
    const states = await Promise.all(keys.map(async (key) => (await rig.row(key)).state.name));
    expect(states).toEqual(['synced', 'notReady', 'failed']);
    expect(await inSage(rig, 'AB-301')).toHaveLength(1);
    expect(await inSage(rig, 'STP-2026-000000417')).toHaveLength(1);
    await rig.inSage('DELETE FROM acpinv WHERE recnum = ?', typed);
    await rig.ask('procore.retry', { key: keys[2] as ItemKey });
    await rig.push();
    expect((await rig.row(keys[2] as ItemKey)).state.name).toBe('synced');
    const { header } = await booked(rig, 'STP-2026-000000417');
    expect(cents(header?.invttl)).toBe(2_700_000);
  });

  it('R-067 waits for its commitment', async () => {
    const rig = await startClinic();
    const row = await rig.row(invoice(rig, 'SC-011', '1'));
    expect(row.state.name === 'notReady' && row.state.unmet.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      'R-067 commitment',
    ]);
  });

  it('R-068 with taxes, or of Canada, is not sent; it says why and can be marked as posted', async () => {
    const rig = await withContracts('PO-002');
    const taxed = invoice(rig, 'PO-002', '1');
    expect(await unmetOf(rig, taxed)).toContain('R-068');
    const canadian = await unmetOf(rig, invoice(rig, 'SC-013', '1'));
    expect(canadian.filter((rule) => rule === 'R-068')).toHaveLength(2);
    expect((await rig.row(taxed)).refusals.accept).toContain('carries tax (2,298.96 this period)');
    // What is typed by hand stands there, though it is not sent.
    const { fields } = await rig.ask('procore.item', { key: taxed });
    expect(Object.fromEntries(fields.map(({ label, procore }) => [label, procore]))).toMatchObject({
      Gross: '22320.00',
      'Retainage held': '0.00',
      'Net due': '24618.96',
    });
    await rig.ask('procore.decide', { keys: [taxed], act: 'post', reason: 'Typed into 4-2 by hand' });
    expect((await rig.row(taxed)).state.name).toBe('posted');
  });

  it('R-069 names the vendor when no ledger account is known for its cost', async () => {
    const rig = await withContracts('SC-011');
    const vendors = await rig.inSage("SELECT vndnum FROM subcon WHERE ctcnum = 'SC-011' AND jobnum = 2402");
    const number = String(vendors[0]?.vndnum);
    await rig.inSage('UPDATE actpay SET lgrdft = NULL WHERE recnum = ?', number);
    await rig.inSage('UPDATE lgract SET inactv = 0 WHERE csttyp = 4');
    await rig.read();
    const key = invoice(rig, 'SC-011', '1');
    const sentence = await rig.accept(key, await rig.answers(key, pay));
    expect(sentence).toContain(`${number} (Airstream Balance and Controls`);
    expect(sentence).toMatch(/ledger account/i);
  });

  it('R-069 asks for the account of payables where the company has several, and says where it is set for all', async () => {
    const rig = await withContracts('SC-011');
    const key = invoice(rig, 'SC-011', '1');
    const { choices } = await rig.ask('procore.item', { key });
    const field = choices.find(({ name }) => name === 'payableAccount');
    expect(field).toMatchObject({ required: true, value: '' });
    expect(field?.options.map(({ value }) => value)).toContain(payables);
    expect(await rig.accept(key, await rig.answers(key))).toContain('Settings, Procore');
    const settings = rig.store.settings.read();
    rig.store.settings.write({ ...settings, procore: { ...settings.procore, payableAccount: payables } });
    expect(Object.keys(await rig.answers(key))).not.toContain('payableAccount');
    expect(await rig.accept(key, await rig.answers(key))).toBeNull();
  });

  it('R-070 of nothing is not sent, and one that only releases retainage neither', async () => {
    const rig = await startClinic();
    expect(await unmetOf(rig, invoice(rig, 'SC-010', '1'))).toContain('R-070');
    const released = await rig.row(invoice(rig, 'SC-005', '2'));
    const unmet = released.state.name === 'notReady' ? released.state.unmet : [];
    expect(unmet.find(({ rule }) => rule === 'R-070')?.sentence).toContain('releases 1,990.00 of retainage');
  });

  it('R-070 that is negative is a credit, with negative amounts everywhere', async () => {
    const rig = await withContracts('SC-011');
    await rig.send(invoice(rig, 'SC-011', '1'), pay);
    rig.far.sandbox.control.addInvoice({
      contractId: rig.far.contract('SC-011'),
      invoiceNumber: 'AB-CR1',
      items: [{ work_completed_this_period: '-1430.00', work_completed_retainage_retained_this_period: '0.00' }],
    });
    await rig.read();
    const key = invoice(rig, 'SC-011', '2');
    const row = await rig.send(key, pay);
    expect(row).toMatchObject({ state: { name: 'synced' }, amount: '-1430.00' });
    const { header, costs, entries } = await booked(rig, 'AB-CR1');
    expect(cents(header?.invttl)).toBe(-143_000);
    expect(sum(costs.map(({ cstamt }) => cstamt))).toBe(-143_000);
    expect(sum(entries.map(({ crdamt }) => crdamt))).toBe(143_000);
    expect(entries.find(({ dbtamt }) => cents(dbtamt) !== 0)?.lgract).toBe(Number(payables));
  });
});

describe('a subcontractor invoice that is in Sage', () => {
  it('R-063 R-091 is locked in Procore, and what differs all the same is a discrepancy', async () => {
    const rig = await withContracts('SC-011');
    const key = invoice(rig, 'SC-011', '1');
    await rig.send(key, pay);
    const { record } = await booked(rig, 'AB-301');
    await rig.inSage(
      "UPDATE acpinv SET invttl = '19980.01', status = 5, upddte = '2026-11-23 12:00:00.000' WHERE recnum = ?",
      record,
    );
    rig.clock.advance(60_000);
    await rig.read();
    const asked = { kind: 'invoice', list: 'discrepancies', search: '', project: '', offset: 0, limit: 50 } as const;
    const { rows } = await rig.ask('procore.list', asked);
    expect(rows.map(({ key: one, state, differences }) => [one, state.name, differences])).toEqual([
      [key, 'synced', 2],
    ]);
  });

  it('R-053 R-066 is unlinked only once it is void or gone in Sage, and is then sent anew', async () => {
    const rig = await withContracts('SC-011');
    const key = invoice(rig, 'SC-011', '1');
    await rig.send(key, pay);
    const failure = await rig.refused('procore.unlink', { key });
    expect(failure.sentence).toBe('The requisition is still in Sage 100 Contractor. Please delete it before retrying.');
    expect(failure.remedy).toContain('Sage 4-2');
    const { record } = await booked(rig, 'AB-301');
    await rig.inSage('UPDATE acpinv SET status = 5 WHERE recnum = ?', record);
    await rig.ask('procore.unlink', { key });
    await rig.push();
    await rig.read();
    expect(marked(rig, key)).toBeNull();
    expect((await rig.row(key)).state.name).toBe('readyToExport');
    await rig.send(key, pay);
    const both = await inSage(rig, 'AB-301');
    expect(both.map(({ status }) => status)).toEqual([5, 1]);
  });

  it('R-052 of which the receipt was lost is found again by its mark', async () => {
    const rig = await withContracts('SC-011');
    const key = invoice(rig, 'SC-011', '1');
    expect(await rig.accept(key, await rig.answers(key, pay))).toBeNull();
    rig.far.sandbox.control.setFaults({ failNext: { status: 503, count: 50, retryAfterSeconds: null } });
    rig.clock.advance(60_000);
    await rig.engine.sync(['push']);
    rig.far.sandbox.control.setFaults({ failNext: null });
    const again = await rig.restart();
    rig.clock.advance(3_600_000);
    await again.engine.sync(['push']);
    expect(await inSage(rig, 'AB-301')).toHaveLength(1);
    expect(marked(rig, key)).not.toBeNull();
  });
});
