import { describe, expect, it } from 'vitest';
import type { ItemRow } from '#shared/contract/procore.ts';
import { type ItemKey, procoreItem, sageItem } from '#shared/domain/procore/item.ts';
import { everyEntry } from '#shared/domain/records.ts';
import { type ProcoreEngineRig, startProcoreEngine } from './rig.ts';

async function read(): Promise<ProcoreEngineRig> {
  const rig = await startProcoreEngine();
  await rig.read();
  return rig;
}

const company = (rig: ProcoreEngineRig, name: string): ItemKey => {
  const found = rig.far.sandbox.control.records('vendors').find((vendor) => vendor.name === name);
  if (found === undefined) throw new Error(`No company ${name}`);
  return procoreItem('vendor', found.id);
};
const inProcore = (rig: ProcoreEngineRig, key: ItemKey) => rig.far.sandbox.control.one('vendors', key.id.slice(2));
const scaffold = 'Tahoma Scaffold & Shoring';

/** Links both, as the board's *Link* does, and tells Procore. */
async function linked(rig: ProcoreEngineRig, key: ItemKey, sageKey: string): Promise<void> {
  const { results } = await rig.ask('procore.link', { pairs: [{ key, sageKey }] });
  expect(results[0]?.failure ?? null).toBeNull();
  await rig.push();
  await rig.read();
}

describe('vendors and companies', () => {
  it('R-026 a company with more than 30 characters waits with the words that people know', async () => {
    const rig = await read();
    const row = await rig.row(company(rig, 'Northwest Architectural Precast Concrete Fabricators'));
    expect(row.refusals.accept).toMatch(
      /^This Vendor cannot be sent to ERP because name must be less than 31 characters/,
    );
  });

  it('R-034 R-036 a company becomes a vendor of the number and type that were typed, and is not sent again', async () => {
    const rig = await read();
    const key = company(rig, scaffold);
    const { choices } = await rig.ask('procore.item', { key });
    expect(choices.map(({ name, required }) => [name, required])).toEqual([
      ['number', true],
      ['type', true],
    ]);
    expect(await rig.accept(key, { number: '', type: '' })).toMatch(/Vendor number is empty/);
    expect(await rig.accept(key, { number: '4711', type: '2' })).toBeNull();
    await rig.push();
    expect(await rig.inSage('SELECT vndnme, vndtyp, addrs1, zipcde, phnnum FROM actpay WHERE recnum = 4711')).toEqual([
      { vndnme: scaffold, vndtyp: 2, addrs1: '2115 Lincoln Ave', zipcde: '98421', phnnum: '253-555-0142' },
    ]);
    expect(inProcore(rig, key)).toMatchObject({ origin_id: 'plumbline:cascade:vendor:4711', origin_code: '4711' });
    await rig.read();
    const row = await rig.row(key);
    expect(row).toMatchObject({ state: { name: 'synced' }, sage: '4711', differences: 0 });
    expect(row.refusals.accept).not.toBeNull();
    expect((await rig.rows('vendor')).some(({ key: { id } }) => id === 's:4711')).toBe(false);
  });

  it('R-031 vendors of types that are not ticked are not offered', async () => {
    const rig = await read();
    const { procore } = rig.store.settings.read();
    rig.store.settings.write({ ...rig.store.settings.read(), procore: { ...procore, vendorTypes: ['1'] } });
    const types = await rig.inSage('SELECT recnum, vndtyp FROM actpay');
    const typeOf = new Map(types.map(({ recnum, vndtyp }) => [`s:${recnum}`, vndtyp]));
    const offered = (await rig.rows('vendor')).filter(({ key }) => key.id.startsWith('s:'));
    expect(offered.length).toBeGreaterThan(0);
    expect(new Set(offered.map(({ key }) => typeOf.get(key.id)))).toEqual(new Set([1]));
  });

  it('R-031 a type with linked vendors cannot be un-ticked', async () => {
    const rig = await read();
    await linked(rig, company(rig, 'CUSHMAN ELECTRIC INC.'), '1410');
    const [row] = await rig.inSage('SELECT vndtyp FROM actpay WHERE recnum = 1410');
    const settings = rig.store.settings.read();
    const ticking = (vendorTypes: readonly string[]) => ({
      settings: { ...settings, procore: { ...settings.procore, vendorTypes: [...vendorTypes] } },
    });
    const refusal = await rig.refused('settings.save', ticking(['99']));
    expect(refusal.sentence).toMatch(/vendor 1410 Cushman Electric Inc\. is linked with a company/);
    await rig.ask('settings.save', ticking([String(row?.vndtyp)]));
  });

  it('the suggested partner is the first to choose from, from either side, however many there are', async () => {
    const rig = await read();
    const suggested = (await rig.rows('vendor')).filter(({ suggestion }) => suggestion !== null);
    expect(suggested.length).toBeGreaterThan(80);
    for (const { key, suggestion } of suggested) {
      const { partners } = await rig.ask('procore.partners', { key, search: '' });
      expect(partners[0]?.sageKey).toBe(suggestion?.sageKey);
    }
  });

  it('R-032 suggests the same names whatever their case, and *Link all* links exactly those that are shown', async () => {
    const rig = await read();
    const archived = sageItem('vendor', '1100');
    await rig.ask('procore.decide', { keys: [archived], act: 'archive', reason: '' });
    const shown = (await rig.rows('vendor')).filter(
      (row): row is ItemRow & { suggestion: NonNullable<ItemRow['suggestion']> } =>
        row.key.id.startsWith('s:') && row.suggestion !== null && row.state.name === 'readyToImport',
    );
    expect(shown.map(({ title }) => title)).toContain('Cushman Electric Inc.');
    expect(shown.map(({ title }) => title)).not.toContain('Gutiérrez Plumbing & Medical Gas');
    expect(shown.some(({ key }) => key.id === archived.id)).toBe(false);
    await rig.ask('procore.link', {
      pairs: shown.map(({ key, suggestion }) => ({ key, sageKey: suggestion.sageKey })),
    });
    await rig.push();
    const origins = rig.far.sandbox.control.records('vendors').flatMap(({ origin_id }) => origin_id ?? []);
    expect(origins.filter((id) => id.startsWith('plumbline:')).sort()).toEqual(
      shown.map(({ number }) => `plumbline:cascade:vendor:${number}`).sort(),
    );
  });

  it('R-033 one vendor links to at most one company, also while the first link is on its way', async () => {
    const rig = await read();
    const first = company(rig, 'CUSHMAN ELECTRIC INC.');
    const { results: begun } = await rig.ask('procore.link', { pairs: [{ key: first, sageKey: '1410' }] });
    expect(begun[0]?.failure).toBeNull();
    const second = { key: company(rig, scaffold), sageKey: '1410' };
    const { results: busy } = await rig.ask('procore.link', { pairs: [second] });
    expect(busy[0]?.failure?.sentence).toMatch(/being linked just now/);
    await rig.push();
    const { results: later } = await rig.ask('procore.link', { pairs: [second] });
    expect(later[0]?.failure?.sentence).toMatch(/linked with another company/);
  });

  it('R-035 R-036 after linking a new name in Sage is offered to Procore, a new address on either side is not', async () => {
    const rig = await read();
    const key = company(rig, 'CUSHMAN ELECTRIC INC.');
    await linked(rig, key, '1410');
    rig.far.sandbox.control.change('vendors', key.id.slice(2), { address: '1 Procore Way' });
    await rig.inSage(`UPDATE actpay SET addrs1 = '9 Sage St', upddte = '2026-11-24 08:00:00.000' WHERE recnum = 1410`);
    await rig.read();
    expect(await rig.row(key)).toMatchObject({ state: { name: 'synced' }, differences: 0 });
    await rig.inSage(
      `UPDATE actpay SET vndnme = 'Cushman Power', upddte = '2026-11-24 09:00:00.000' WHERE recnum = 1410`,
    );
    await rig.read();
    expect((await rig.row(key)).state).toMatchObject({ name: 'readyToUpdate', what: 'Changed in Sage: name' });
    expect(await rig.accept(key)).toBeNull();
    await rig.push();
    expect(inProcore(rig, key)).toMatchObject({ name: 'Cushman Power', address: '1 Procore Way' });
    await rig.read();
    expect((await rig.row(key)).state.name).toBe('synced');
    expect(await rig.inSage('SELECT addrs1 FROM actpay WHERE recnum = 1410')).toEqual([{ addrs1: '9 Sage St' }]);
  });

  it('R-037 after a merge in Procore a person says which vendor stays; the other one is unlinked and archived', async () => {
    const rig = await read();
    const [gone, primary] = [company(rig, 'CUSHMAN ELECTRIC INC.'), company(rig, 'Harbor Millwork Co.')];
    await linked(rig, gone, '1410');
    await linked(rig, primary, '1170');
    rig.far.sandbox.control.mergeVendors(gone.id.slice(2), primary.id.slice(2));
    rig.clock.advance(26 * 3_600_000);
    await rig.read();
    expect((await rig.row(gone)).state).toMatchObject({
      name: 'readyToUpdate',
      what: expect.stringContaining('merged'),
    });
    const choices = { primary: primary.id.slice(2), keep: 'gone' };
    const preview = await rig.preview(gone, choices);
    expect(preview).toMatchObject({ ok: true, cautions: [{ name: 'merge' }] });
    expect(preview.ok && preview.cautions[0]?.sentence).toMatch(/cannot be taken back/);
    expect(await rig.accept(gone, choices)).toBeNull();
    await rig.push();
    expect(inProcore(rig, primary).origin_id).toBe('plumbline:cascade:vendor:1410');
    await rig.read();
    expect(await rig.row(primary)).toMatchObject({ state: { name: 'synced' }, sage: '1410' });
    expect((await rig.row(sageItem('vendor', '1170'))).state).toMatchObject({ name: 'archived' });
    expect((await rig.rows('vendor')).some(({ key }) => key.id === gone.id)).toBe(false);
    const { rows: told } = await rig.ask('history.list', { ...everyEntry, search: 'merge' });
    expect(told.some(({ sentence }) => /cannot be taken back/.test(sentence))).toBe(true);
  });

  it('R-038 unlinking needs no deletion and returns the vendor to the import list', async () => {
    const rig = await read();
    const key = company(rig, 'CUSHMAN ELECTRIC INC.');
    await linked(rig, key, '1410');
    await rig.ask('procore.unlink', { key });
    await rig.push();
    expect(inProcore(rig, key).origin_id).toBeNull();
    expect((await rig.row(sageItem('vendor', '1410'))).state.name).toBe('readyToImport');
    expect((await rig.row(key)).state.name).toBe('readyToExport');
  });

  it('a vendor of Sage is added to the directory once, also when the answer was lost', async () => {
    const rig = await read();
    const key = sageItem('vendor', '1270');
    expect(await rig.accept(key)).toBeNull();
    rig.far.sandbox.control.setFaults({ dropWrites: 1 });
    await rig.engine.sync(['push']);
    rig.clock.advance(3_600_000);
    await rig.engine.sync(['push']);
    const made = rig.far.sandbox.control.records('vendors').filter(({ name }) => name === 'Emerald Mosaic Studio');
    expect(made).toMatchObject([{ origin_id: 'plumbline:cascade:vendor:1270', origin_code: '1270' }]);
    await rig.read();
    expect((await rig.row(procoreItem('vendor', made[0]?.id ?? ''))).state.name).toBe('synced');
  });
});
