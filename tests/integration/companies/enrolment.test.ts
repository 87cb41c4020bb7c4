import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { everyEntry } from '#shared/domain/records.ts';
import { readCompaniesFile } from '../../../electron/hosts/companies/companiesFile.ts';
import type { Config } from '../../../electron/hosts/config.ts';
import { type EnrolmentOutcome, enrol, enrolAtStart } from '../../../electron/hosts/enrolment/enrolAtStart.ts';
import { enrolmentFileName } from '../../../electron/hosts/enrolment/enrolmentFile.ts';
import type { Home } from '../../../electron/hosts/homeFolder.ts';
import type { RegistryReading } from '../../../electron/hosts/policy/readRegistry.ts';
import { openSecretsFile } from '../../../electron/hosts/secretsFile.ts';
import { acme, configOf, install, newHome } from './rig.ts';

const now = '2026-11-30T09:00:00.000Z';
const password = 'Canary-9f31-password';

const company = {
  id: 'acme',
  name: 'Acme Builders',
  sage: {
    kind: 'odbc',
    dialect: 'mssql',
    connection: { server: '127.0.0.1,1', database: 'Acme', user: 'plumbline', trustServerCertificate: true },
  },
  clearstory: { baseUrl: 'https://127.0.0.1:1' },
  procore: { companyId: '77', environment: 'sandbox' },
  schedule: { pushMinutes: 3 },
  writing: { mode: 'readOnly' },
  secrets: { 'sage.password': password, 'clearstory.keyId': 'key-1', 'clearstory.secret': 'canary-secret-1' },
};
const enrolment = { expires: '2026-12-01', preparedBy: 'Lee, IT', companies: [company] };

const put = (home: Home, value: unknown) => {
  const file = join(home.folder, enrolmentFileName);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};
const secretsOf = (home: Home) => {
  const secrets = openSecretsFile(home.secretsFile, {});
  if (!secrets.ok) throw new Error(secrets.failure.sentence);
  return secrets.value;
};
const use = (home: Home, more: { replace?: boolean; file?: string; config?: Config } = {}): EnrolmentOutcome | null =>
  enrol({
    home,
    config: more.config ?? configOf({}),
    secrets: secretsOf(home),
    now,
    file: more.file ?? null,
    replace: more.replace ?? false,
  });
const keptOf = (home: Home) => {
  const kept = readCompaniesFile(home.companiesFile);
  if (!kept.ok) throw new Error(kept.failure.sentence);
  return kept.value;
};

describe('an enrolment file', () => {
  it('may be what Windows PowerShell writes', () => {
    const home = newHome();
    const file = put(home, '');
    writeFileSync(file, `\uFEFF${JSON.stringify(enrolment)}`, 'utf16le');
    expect(use(home)?.result).toBe('done');
  });

  it('connects its companies once: secrets into their store, settings into the company’s own, and the file is gone', async () => {
    const home = newHome();
    const file = put(home, enrolment);
    const outcome = use(home);
    expect(outcome?.result).toBe('done');
    expect(outcome?.sentence).toContain('The enrolment of Lee, IT connected Acme Builders.');
    expect(existsSync(file)).toBe(false);
    expect(secretsOf(home).of(acme, false).read('sage.password')).toBe(password);
    expect(secretsOf(home).of(acme, false).clearstoryKey()).toEqual({ keyId: 'key-1', secret: 'canary-secret-1' });
    expect(readFileSync(home.companiesFile, 'utf8')).not.toMatch(/canary/i);
    expect(use(home)).toBeNull();

    const installed = await install(home, configOf({ person: 'Dana' }), { enrolment: outcome });
    const { companies } = await installed.host('companies.list', {});
    expect(companies.map(({ id, origin, passwordStored }) => [id, origin, passwordStored])).toEqual([
      ['acme', 'screen', true],
    ]);
    expect(companies[0]?.trust?.by).toContain('with the enrolment of Lee, IT');
    const { settings, locks } = await installed.of(acme).ask('settings.get', {});
    expect(locks).toEqual([]);
    expect(settings).toMatchObject({
      schedule: { pushMinutes: 3, pullMinutes: 30 },
      clearstory: { baseUrl: 'https://127.0.0.1:1' },
      procore: { companyId: '77', environment: 'sandbox' },
      writing: { mode: 'readOnly', at: now },
    });
    const [told] = installed.of(acme).store().history.list(everyEntry).rows;
    expect(told?.sentence).toMatch(/, with the enrolment of Lee, IT, connected this company\.$/);
    expect(told?.detail).not.toMatch(/canary/i);
    const { checks } = await installed.of(acme).ask('diagnostics.run', {});
    expect(checks.find(({ id }) => id === 'enrolment')).toMatchObject({ result: 'ok' });
  });

  it('is a first configuration: what is changed on screen afterwards stays', async () => {
    const home = newHome();
    put(home, enrolment);
    use(home);
    const first = await install(home, configOf({}));
    const { settings } = await first.of(acme).ask('settings.get', {});
    await first
      .of(acme)
      .ask('settings.save', { settings: { ...settings, schedule: { pushMinutes: 9, pullMinutes: 30 } } });
    await first.companies.stop();
    const again = await install(home, configOf({}));
    expect((await again.of(acme).ask('settings.get', {})).settings.schedule.pushMinutes).toBe(9);
  });

  const second = { ...company, id: 'west', name: 'West', sage: { kind: 'sample' }, secrets: undefined };
  it.each([
    [
      'a wrong value',
      { ...enrolment, companies: [second, { ...company, schedule: { pushMinutes: 0 } }] },
      'companies.1.schedule.pushMinutes is 0; it must be a whole number from 1 to 1440',
    ],
    ['an unknown key', { ...enrolment, colour: 'blue' }, 'colour is not a key'],
    [
      'no end',
      { ...enrolment, expires: undefined },
      'expires is missing; it must be a day such as "2026-12-31", or an instant',
    ],
    [
      'an end that is over',
      { ...enrolment, expires: '2026-11-28' },
      'It could be used until 2026-11-28, and that is over.',
    ],
    ['another computer', { ...enrolment, computer: 'OTHER-PC' }, 'It is for the computer OTHER-PC, and this is'],
    [
      'the same company twice',
      { ...enrolment, companies: [company, company] },
      'The short name acme stands there twice.',
    ],
    [
      'half a key',
      { ...enrolment, companies: [{ ...company, secrets: { 'clearstory.keyId': password } }] },
      'clearstory.keyId and clearstory.secret belong together',
    ],
    [
      'a secret in a wrong form',
      { ...enrolment, companies: [{ ...company, secrets: { 'sage.password': [password] } }] },
      '(value not repeated)',
    ],
    ['a broken text', `{"expires": "${password}`, 'It is not JSON'],
  ] as const)('with %s is left untouched, and nothing is changed', (_, value, words) => {
    const home = newHome();
    const file = put(home, value);
    const before = readFileSync(file, 'utf8');
    const outcome = use(home);
    expect(outcome?.result).toBe('refused');
    expect(outcome?.sentence).toContain(words);
    expect(`${outcome?.sentence}`).not.toContain(password);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect([existsSync(home.companiesFile), existsSync(home.secretsFile)]).toEqual([false, false]);
  });

  it('is used on the computer that it names, whatever the case of its name', () => {
    const home = newHome();
    put(home, { ...enrolment, computer: hostname().toUpperCase(), expires: '2026-11-30T12:00:00+01:00' });
    expect(use(home)?.result).toBe('done');
  });

  it('replaces nothing that is there without a person’s yes', () => {
    const home = newHome();
    put(home, enrolment);
    use(home);
    const next = {
      ...enrolment,
      companies: [{ ...company, name: 'Acme anew', secrets: { 'sage.password': 'other-password' } }],
    };
    const file = put(home, next);
    const outcome = use(home);
    expect(outcome?.failure?.code).toBe('enrolment.taken');
    expect(existsSync(file)).toBe(true);
    expect(keptOf(home).companies?.[0]?.name).toBe('Acme Builders');
    expect(secretsOf(home).of(acme, false).read('sage.password')).toBe(password);
    expect(use(home, { replace: true, file })?.result).toBe('done');
    expect(keptOf(home).companies?.map(({ name }) => name)).toEqual(['Acme anew']);
    expect(secretsOf(home).of(acme, false).read('sage.password')).toBe('other-password');
  });

  it('takes no company that the configuration file sets', () => {
    const home = newHome();
    put(home, enrolment);
    const config = configOf({ company: { id: 'acme', name: 'Acme' }, sage: company.sage });
    expect(use(home, { config, replace: true })?.failure?.code).toBe('enrolment.byFile');
  });

  it.skipIf(process.platform !== 'linux')('that cannot be deleted is said loudly, and is not used again', () => {
    const home = newHome();
    const file = put(home, enrolment);
    const handle = openSync(file, 'r');
    // The system's own name of an open file can be read, and cannot be deleted.
    const outcome = use(home, { file: `/proc/self/fd/${handle}` });
    closeSync(handle);
    expect(outcome?.result).toBe('doneButKept');
    expect(outcome?.sentence).toContain('could NOT be deleted');
    expect(readFileSync(file, 'utf8')).not.toContain(password);
    put(home, enrolment);
    const again = use(home);
    expect(again?.sentence).toContain('was used before');
    expect(existsSync(file)).toBe(false);
    expect(keptOf(home).enrolments).toHaveLength(1);
  });

  it('changes nothing where its secrets cannot be kept', () => {
    const home = newHome();
    const file = put(home, enrolment);
    mkdirSync(`${home.secretsFile}.new`);
    writeFileSync(join(`${home.secretsFile}.new`, 'in the way'), '');
    const outcome = use(home);
    expect(outcome?.failure?.code).toBe('secrets.unsafe');
    expect([existsSync(file), existsSync(home.companiesFile)]).toEqual([true, false]);
  });
});

describe('what the installation was given', () => {
  const setup = (entries: Readonly<Record<string, string>>) => async (): Promise<RegistryReading> => ({
    kind: 'read',
    entries: Object.entries(entries).map(([path, value]) => ({ path, value })),
  });
  const start = (home: Home, entries: Readonly<Record<string, string>>, config = configOf({})) =>
    enrolAtStart({ home, config, secrets: secretsOf(home), now, file: null }, setup(entries));

  it('becomes the first company at the first start, once', async () => {
    const home = newHome();
    const given = { Server: 'OFFICE\\SAGE100CON', Database: 'Acme Builders', Unattended: '1' };
    expect((await start(home, given))?.result).toBe('done');
    expect(keptOf(home).companies).toMatchObject([
      {
        id: companyIdOf('acme-builders'),
        sage: { connection: { server: 'OFFICE\\SAGE100CON', database: 'Acme Builders' } },
      },
    ]);
    expect(await start(home, given)).toBeNull();
  });

  it('counts for nothing where something is configured, or only half of it was given', async () => {
    const home = newHome();
    expect(await start(home, { Server: 'OFFICE\\SAGE100CON' })).toBeNull();
    const config = configOf({ company: { id: 'acme', name: 'Acme' }, sage: company.sage });
    expect(await start(home, { Server: 'A', Database: 'B' }, config)).toBeNull();
    expect((await start(home, { Server: 'not a server;', Database: 'B' }))?.result).toBe('refused');
  });
});
