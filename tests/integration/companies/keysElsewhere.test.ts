import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { type Settings, standardSettings } from '#shared/domain/settings.ts';
import { historyQuery } from '../../contracts/storeRig.ts';
import { type Installed, install, newHome } from './rig.ts';

/** A key goes only to the address that it was entered for: whoever may change settings may not learn it by another one. */

const live = companyIdOf('live');
const key = { keyId: 'key-1', secret: 'canary-secret-1' };
const credentials = { clientId: 'client-1', secret: 'canary-secret-2' };
const own = standardSettings.clearstory.baseUrl;

async function withKeys(environment: Readonly<Record<string, string>> = {}): Promise<Installed> {
  const installed = await install(newHome(), {}, {}, environment);
  const sage = { driver: 'automatic', server: 'NOWHERE\\SAGE100CON', database: 'Live', user: 'plumbline' } as const;
  const connection = { ...sage, encrypt: 'yes', trustServerCertificate: false } as const;
  await installed.host('companies.add', {
    id: live,
    name: 'Live Builders',
    sage: { kind: 'odbc', dialect: 'mssql', connection },
    password: 'sage-password',
    takeUp: false,
  });
  if (Object.keys(environment).length === 0) await installed.of(live).ask('settings.setClearstoryKey', key);
  await installed.of(live).ask('procore.setCredentials', credentials);
  return installed;
}

async function change(installed: Installed, edit: (settings: Settings) => Settings): Promise<void> {
  const { ask } = installed.of(live);
  const { settings } = await ask('settings.get', {});
  await ask('settings.save', { settings: edit(settings) });
}

const clearstoryAt = (baseUrl: string) => (settings: Settings) => ({ ...settings, clearstory: { baseUrl } });
const procoreAt = (change: Partial<Settings['procore']>) => (settings: Settings) => ({
  ...settings,
  procore: { ...settings.procore, ...change },
});
const stored = async ({ of }: Installed) => {
  const { clearstoryKeyStored, procoreKeyStored } = await of(live).ask('settings.get', {});
  return { clearstoryKeyStored, procoreKeyStored };
};

it('an address of somebody else’s leaves the stored key behind, on disk too, and History says so', async () => {
  const installed = await withKeys();
  expect(await stored(installed)).toEqual({ clearstoryKeyStored: true, procoreKeyStored: true });

  await change(installed, clearstoryAt('https://collect.example'));
  expect(await stored(installed)).toEqual({ clearstoryKeyStored: false, procoreKeyStored: true });
  const addresses = { loginBase: 'https://login.collect.example', apiBase: 'https://api.procore.com' };
  await change(installed, procoreAt({ environment: 'custom', ...addresses }));
  expect(await stored(installed)).toEqual({ clearstoryKeyStored: false, procoreKeyStored: false });

  expect(readFileSync(installed.home.secretsFile, 'utf8')).not.toContain('canary');
  const { rows } = await installed.of(live).ask('history.list', historyQuery({ kinds: ['settings'] }));
  expect(rows[1]?.sentence).toMatch(/Clearstory has another address now: its key is forgotten/);
  expect(rows[0]?.sentence).toMatch(/Procore has another address now: its key is forgotten/);
});

it('a key moves between the cloud’s own addresses, and stays where only the path or other settings change', async () => {
  const installed = await withKeys();
  await change(installed, clearstoryAt(`${own}/`));
  await change(installed, procoreAt({ environment: 'monthly' }));
  await change(installed, procoreAt({ environment: 'production', companyId: '4711' }));
  expect(await stored(installed)).toEqual({ clearstoryKeyStored: true, procoreKeyStored: true });
});

it('a key that the environment sets keeps its address: nothing is saved, and it says where to change both', async () => {
  const installed = await withKeys({
    PLUMBLINE_CLEARSTORY_KEY_ID__LIVE: 'key-1',
    PLUMBLINE_CLEARSTORY_SECRET__LIVE: 's',
  });
  const { settings } = await installed.of(live).ask('settings.get', {});
  const elsewhere = { settings: clearstoryAt('https://collect.example')(settings) };
  const refused = await installed.of(live).refused('settings.save', elsewhere);
  expect(refused.code).toBe('settings.keyElsewhere');
  expect(refused.sentence).toContain('PLUMBLINE_CLEARSTORY_KEY_ID__LIVE');
  expect((await installed.of(live).ask('settings.get', {})).settings.clearstory.baseUrl).toBe(own);
});
