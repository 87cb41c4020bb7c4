import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { standardAlarms } from '#shared/domain/alarms/settings.ts';
import { standardNetwork } from '#shared/domain/network/settings.ts';
import { configOf, install, newHome } from './rig.ts';

const explicit = { ...standardNetwork, mode: 'explicit', proxy: 'proxy.office.test:8080', user: 'plumb' } as const;

test('the network is the installation’s, is kept over a restart, and its password is never read back', async () => {
  const home = newHome();
  const first = await install(home, configOf({}));
  expect(await first.host('network.get', {})).toMatchObject({
    settings: standardNetwork,
    passwordStored: false,
    locks: [],
  });
  await first.host('network.save', { settings: explicit, password: 'canary-9911' });
  const shown = await first.host('network.get', {});
  expect(shown).toMatchObject({ settings: explicit, passwordStored: true, hasStack: false });
  expect(JSON.stringify(shown)).not.toContain('canary-9911');
  expect(first.companies.network.wayTo({ host: 'api.procore.com', port: 443 })).toMatchObject({
    kind: 'proxy',
    proxy: { host: 'proxy.office.test', password: 'canary-9911' },
  });
  await first.companies.stop();

  const second = await install(home, configOf({}));
  expect(await second.host('network.get', {})).toMatchObject({ settings: explicit, passwordStored: true });
  const withPassword = readdirSync(home.folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes('canary-9911'))
    .map(({ name }) => name);
  expect(withPassword).toEqual(['secrets.json']);
});

test('what cannot be used is refused in words, and nothing is changed', async () => {
  const one = await install(newHome(), configOf({}));
  const refused = (settings: object) =>
    one.hostRefused('network.save', { settings: { ...standardNetwork, ...settings }, password: null });
  expect(await refused({ mode: 'explicit', proxy: 'http://user:pw@proxy:8080' })).toMatchObject({
    code: 'network.refused',
  });
  expect(await refused({ mode: 'pac', pac: 'http://wpad.office.test/proxy.pac' })).toMatchObject({
    code: 'network.pacHere',
  });
  expect(await one.host('network.get', {})).toMatchObject({ settings: standardNetwork });
});

test('what the configuration file sets stands above the screen, which keeps its own underneath', async () => {
  const home = newHome();
  const before = await install(home, configOf({}));
  await before.host('network.save', { settings: explicit, password: null });
  await before.companies.stop();
  const network = { mode: 'none', bypass: ['*.office.test'], caFile: '/etc/ssl/office.pem' } as const;
  const fixed = await install(home, configOf({ network }));
  expect(await fixed.host('network.get', {})).toMatchObject({
    settings: { ...explicit, mode: 'none', bypass: ['*.office.test'] },
    locks: ['network.mode', 'network.bypass', 'network.caFile'].map((path) => ({ path, key: path, by: 'file' })),
    caFile: '/etc/ssl/office.pem',
  });
  const shown = { ...explicit, mode: 'none', bypass: ['*.office.test'], user: 'other' } as const;
  const refused = await fixed.hostRefused('network.save', { settings: { ...shown, mode: 'system' }, password: null });
  expect(refused).toMatchObject({ code: 'settings.locked' });
  expect(refused.sentence).toContain('The configuration file sets network.mode');
  await fixed.host('network.save', { settings: shown, password: null });
  await fixed.companies.stop();
  const after = await install(home, configOf({}));
  expect((await after.host('network.get', {})).settings).toEqual({ ...explicit, user: 'other' });
});

test('a company that only practises reaches nothing on the internet, and the self-checks say how it would be reached', async () => {
  const one = await install(newHome(), configOf({ network: { mode: 'explicit', proxy: 'proxy.office.test:8080' } }));
  expect(await one.host('network.test', {})).toEqual({ hosts: [] });
  const [company] = one.companies.known();
  if (company === undefined) throw new Error('There is always a company');
  const { checks } = await one.of(company.id).ask('diagnostics.run', {});
  expect(checks.filter(({ id }) => id.startsWith('network'))).toMatchObject([
    { id: 'network', number: 25, result: 'ok', sentence: 'Through the proxy proxy.office.test:8080.' },
  ]);
});

test('nobody is asked about newer versions unless an address is configured', async () => {
  const plain = await install(newHome(), configOf({}));
  expect(await plain.host('release.get', {})).toMatchObject({ on: false, newer: null, checkedAt: null });
  const address = 'https://files.office.test/plumbline.json';
  const on = await install(newHome(), configOf({ updates: { address } }));
  expect(await on.host('release.get', {})).toMatchObject({ on: true });
  const off = await install(newHome(), configOf({ updates: { address, check: false } }));
  expect(await off.host('release.get', {})).toMatchObject({ on: false });
});

test('a stored password goes only where it was entered for: a new proxy, mail server or user wants it anew', async () => {
  const one = await install(newHome(), configOf({}));
  await one.host('network.save', { settings: explicit, password: 'canary-9911' });
  await one.host('network.save', { settings: { ...explicit, bypass: ['*.office.test'] }, password: null });
  for (const other of [{ proxy: 'evil.test:8080' }, { proxy: 'http://proxy.office.test:8080' }, { user: 'other' }]) {
    const refused = await one.hostRefused('network.save', { settings: { ...explicit, ...other }, password: null });
    expect(refused.code).toBe('network.password');
  }
  expect(await one.host('network.get', {})).toMatchObject({ settings: { proxy: explicit.proxy, user: explicit.user } });
  await one.host('network.save', { settings: { ...explicit, proxy: 'new.office.test:8080' }, password: 'canary-9912' });

  const email = {
    ...standardAlarms.email,
    server: 'smtp.office.test',
    user: 'jane',
    from: 'a@b.test',
    to: ['c@d.test'],
  };
  const alarms = (changed: object) => ({ ...standardAlarms, email: { ...email, ...changed } });
  const kept = { webhookKey: null, mailPassword: null };
  await one.host('alarms.save', { settings: alarms({}), webhookKey: null, mailPassword: 'canary-9913' });
  await one.host('alarms.save', { settings: alarms({ to: ['e@f.test'] }), ...kept });
  for (const other of [{ server: 'evil.test' }, { security: 'none' }, { port: 25 }, { user: 'joe' }]) {
    const refused = await one.hostRefused('alarms.save', { settings: alarms(other), ...kept });
    expect(refused.code).toBe('alarms.password');
  }
  // Nor by way of none.
  await one.host('alarms.save', { settings: alarms({ server: '' }), ...kept });
  const byNone = await one.hostRefused('alarms.save', { settings: alarms({ server: 'evil.test' }), ...kept });
  expect(byNone.code).toBe('alarms.password');
});
