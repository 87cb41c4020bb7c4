import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EnteredCompany } from '#shared/contract/companies.ts';
import { type CompanyId, companyIdOf } from '#shared/domain/company.ts';
import { queued, transfer } from '../../contracts/storeRig.ts';
import { acme, configOf, type Installed, install, newHome, twoCompanies } from './rig.ts';

const [practice, live] = [companyIdOf('practice'), companyIdOf('live')];
const sample = (id: CompanyId): EnteredCompany => ({
  id,
  name: `Name of ${id}`,
  sage: { kind: 'sample' },
  password: null,
});
/** A server that is nowhere: a company is opened without asking its server. */
const onServer = (database: string, change: Partial<EnteredCompany> = {}): EnteredCompany => ({
  id: live,
  name: 'Live Builders',
  sage: {
    kind: 'odbc',
    dialect: 'mssql',
    connection: {
      driver: 'automatic',
      server: 'NOWHERE\\SAGE100CON',
      database,
      user: 'plumbline',
      encrypt: 'yes',
      trustServerCertificate: false,
    },
  },
  password: 'canary-password',
  ...change,
});
const add = (company: EnteredCompany) => ({ ...company, takeUp: false });
const listed = async ({ host }: Installed) =>
  (await host('companies.list', {})).companies.map(({ id, origin, state }) => `${id} ${origin} ${state}`);

describe('a company entered on screen', () => {
  it('joins the sample company, is there after a restart, and its password is in no file but that of the secrets', async () => {
    const home = newHome();
    const installed = await install(home, {});
    await installed.host('companies.add', add(onServer('Live')));
    expect(await listed(installed)).toEqual(['sample screen open', 'live screen open']);
    expect(await installed.of(live).ask('app.info', {})).toMatchObject({
      company: 'Live Builders',
      companyKind: 'live',
    });
    const kept = readFileSync(home.companiesFile, 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ companies: [{ id: 'sample' }, { id: 'live', name: 'Live Builders' }] });
    expect(kept).not.toContain('canary');
    expect(readFileSync(home.secretsFile, 'utf8')).toContain('"live/sage.password": "canary-password"');
    await installed.companies.stop();
    expect(await listed(await install(home, {}))).toEqual(['sample screen open', 'live screen open']);
  });

  it('stands beside those of the configuration file, which cannot be changed', async () => {
    const home = newHome();
    const installed = await install(home, await twoCompanies(home));
    await installed.host('companies.add', add(sample(practice)));
    expect(await listed(installed)).toEqual(['acme file open', 'borealis file open', 'practice screen open']);
    for (const refused of [
      await installed.hostRefused('companies.change', sample(acme)),
      await installed.hostRefused('companies.remove', { id: acme }),
    ]) {
      expect(refused.code).toBe('company.byFile');
    }
  });

  it.each<[string, EnteredCompany, string]>([
    ['the short name of another', { ...onServer('Live'), id: companyIdOf('sample') }, 'company.idTaken'],
    ['books that are connected already', sample(practice), 'company.booksTaken'],
    ['a text that is no short name', { ...sample(practice), id: 'No Id' as CompanyId }, 'contract.request'],
    [
      'a connection that is none',
      onServer('Live', { sage: { kind: 'odbc', dialect: 'mssql', connection: { server: 'a;b' } } as never }),
      'contract.request',
    ],
  ])('is refused with %s, and nothing is kept', async (_name, company, code) => {
    const home = newHome();
    const installed = await install(home, {});
    expect((await installed.hostRefused('companies.add', add(company))).code).toBe(code);
    expect(await listed(installed)).toEqual(['sample sample open']);
    expect(existsSync(home.companiesFile)).toBe(false);
    expect(existsSync(home.secretsFile)).toBe(false);
  });

  it('is renamed while it runs, under the same short name', async () => {
    const installed = await install(newHome(), {});
    await installed.host('companies.add', add(onServer('Live')));
    await installed.host('companies.change', { ...onServer('Live'), name: 'Renamed', password: null });
    expect(await installed.of(live).ask('app.info', {})).toMatchObject({ company: 'Renamed' });
  });

  it('needs its password again for another server or another login', async () => {
    const installed = await install(newHome(), {});
    await installed.host('companies.add', add(onServer('Live')));
    const { sage } = onServer('Live');
    if (sage.kind !== 'odbc') throw new Error('Not on a server');
    for (const change of [{ server: 'ELSEWHERE' }, { user: 'sa' }]) {
      const elsewhere = { ...sage, connection: { ...sage.connection, ...change } };
      const asked = onServer('Live', { sage: elsewhere, password: null });
      expect((await installed.hostRefused('companies.change', asked)).code).toBe('company.password');
    }
  });

  it('with change orders in the queue goes to no other database and is not removed', async () => {
    const installed = await install(newHome(), {});
    await installed.host('companies.add', add(onServer('Live')));
    installed.of(live).store().transfers.save(transfer('t1', queued));
    const moved = await installed.hostRefused('companies.change', onServer('Other', { password: null }));
    expect(moved).toMatchObject({
      code: 'company.busy',
      sentence: expect.stringContaining('One change order of Live'),
    });
    expect((await installed.hostRefused('companies.remove', { id: live })).code).toBe('company.busy');
    installed
      .of(live)
      .store()
      .transfers.save(transfer('t1', { name: 'draft' }));
    await installed.host('companies.change', onServer('Other', { password: null }));
  });

  it('is removed with its secrets and without its data, which is taken up only when somebody says so', async () => {
    const home = newHome();
    const installed = await install(home, {});
    await installed.host('companies.add', add(onServer('Live')));
    installed.of(live).store().notes.write('remembered', 'yes');
    const { keptFile } = await installed.host('companies.remove', { id: live });
    expect(keptFile).toBe(home.storeFile(live));
    expect(existsSync(keptFile)).toBe(true);
    expect(readFileSync(home.secretsFile, 'utf8')).not.toContain('canary');
    expect((await installed.door.request(live, 'app.info', {})).ok).toBe(false);

    expect(await installed.host('companies.proposeId', { name: 'Live' })).toEqual({ id: 'live-2' });
    const refused = await installed.hostRefused('companies.add', add(onServer('Live')));
    expect(refused).toMatchObject({ code: 'company.dataKept', sentence: expect.stringContaining(keptFile) });
    await installed.host('companies.add', { ...onServer('Live'), takeUp: true });
    expect(installed.of(live).store().notes.read('remembered')).toBe('yes');
  });

  it('is not removed while it is the only one', async () => {
    const installed = await install(newHome(), {});
    const only = companyIdOf('sample');
    expect((await installed.hostRefused('companies.remove', { id: only })).code).toBe('company.last');
  });
});

describe('the file of entered companies', () => {
  it('is left as it is when it is not what Plumbline writes, and said by name', async () => {
    const home = newHome();
    for (const text of ['{', '[]', '{"companies":[{"id":"X"}]}']) {
      writeFileSync(home.companiesFile, text);
      await expect(install(home, {})).rejects.toThrow('companies.notRead');
      expect(readFileSync(home.companiesFile, 'utf8')).toBe(text);
    }
  });

  it('opens no second company on the books of another, and says which one it is', async () => {
    const home = newHome();
    const entry = { id: practice, name: 'Practice', sage: { kind: 'sample' } };
    writeFileSync(home.companiesFile, JSON.stringify({ companies: [entry] }));
    const config = configOf({ company: { id: 'acme', name: 'Acme' }, sage: { kind: 'sample' } });
    const installed = await install(home, config);
    expect(await listed(installed)).toEqual(['acme file open', 'practice screen failed']);
    expect(await installed.of(practice).refused('home.status', {})).toMatchObject({
      code: 'company.sameBooks',
      sentence: 'Practice is connected to the same database as Acme, so that it was not opened.',
    });
  });

  it('remembers the company that was looked at last', async () => {
    const home = newHome();
    const installed = await install(home, await twoCompanies(home));
    await installed.host('companies.choose', { id: acme });
    expect((await installed.host('companies.list', {})).lastChosen).toBe('acme');
    expect(JSON.parse(readFileSync(home.companiesFile, 'utf8'))).toMatchObject({ companies: null, lastChosen: 'acme' });
  });
});
