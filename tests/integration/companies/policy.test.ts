import { chmodSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { everyEntry } from '#shared/domain/records.ts';
import { governedConfig } from '../../../electron/hosts/policy/governed.ts';
import { createManualClock } from './manualClock.ts';
import { policed } from './policed.ts';
import { acme, borealis, configOf, type Installed, install, newHome, twoCompanies } from './rig.ts';

const sample = companyIdOf('sample');
const hourMs = 60 * 60 * 1000;

const settingsOf = (installed: Installed, id = sample) => installed.of(id).ask('settings.get', {});

describe('a policy file', () => {
  it('stands above the configuration file, which stands above the screens; both are shown as locked', async () => {
    const home = newHome();
    const { policy } = await policed(home, { schedule: { pushMinutes: 11 } });
    const config = configOf({ schedule: { pushMinutes: 3, pullMinutes: 22 } });
    const installed = await install(home, config, { policy });
    const { settings, locks } = await settingsOf(installed);
    expect(settings.schedule).toEqual({ pushMinutes: 11, pullMinutes: 22 });
    expect(locks).toEqual([
      { key: 'schedule.pullMinutes', path: 'schedule.pullMinutes', by: 'file' },
      { key: 'schedule.pushMinutes', path: 'schedule.pushMinutes', by: 'organisation' },
    ]);
    const changed = { ...settings, schedule: { pushMinutes: 12, pullMinutes: 22 } };
    const refused = await installed.of(sample).refused('settings.save', { settings: changed });
    expect(refused).toMatchObject({ code: 'settings.locked' });
    expect(refused.sentence).toContain('Your organisation sets schedule.pushMinutes');
    const byFile = { ...settings, schedule: { pushMinutes: 11, pullMinutes: 23 } };
    const other = await installed.of(sample).refused('settings.save', { settings: byFile });
    expect(other.sentence).toContain('The configuration file sets schedule.pullMinutes');
    expect((await settingsOf(installed)).settings).toEqual(settings);
  });

  it('leaves what was set on screen underneath: it holds again once the policy is gone', async () => {
    const home = newHome();
    const clock = createManualClock();
    const { policy, set } = await policed(home, null);
    const installed = await install(home, configOf({}), { policy });
    policy.start(clock);
    const { settings } = await settingsOf(installed);
    await installed.of(sample).ask('settings.save', {
      settings: { ...settings, schedule: { ...settings.schedule, pullMinutes: 44 } },
    });
    set({ 'schedule.pullMinutes': 55, 'writing.mode': 'readOnly' });
    const changes: string[] = [];
    installed.companies.onChanged(({ topics }) => changes.push(...topics));
    clock.pass(hourMs);
    await policy.refresh();
    const locked = await settingsOf(installed);
    expect(locked.settings.schedule.pullMinutes).toBe(55);
    expect(locked.writing.decision.chosen).toBe('readOnly');
    expect(locked.settings.writing.by).toBe('the organisation’s policy');
    expect(changes).toContain('settings');
    await installed.of(sample).ask('settings.save', { settings: { ...locked.settings, timeZone: 'America/Boise' } });
    set(null);
    await policy.refresh();
    const after = await settingsOf(installed);
    expect(after.locks).toEqual([]);
    expect(after.settings).toMatchObject({ schedule: { pullMinutes: 44 }, timeZone: 'America/Boise' });
    expect(after.settings.writing).toEqual(settings.writing);
  });

  it('holds also where a full disk has no room to note it, and ends nothing', async () => {
    const home = newHome();
    const { policy, set } = await policed(home, null);
    const installed = await install(home, configOf({}), { policy });
    const place = installed.companies.placeOf(sample);
    if (place.state !== 'open') throw new Error('not open');
    const { store } = place.composed;
    const { transaction } = store;
    Object.assign(store, {
      transaction: () => {
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      },
    });
    set({ 'writing.mode': 'readOnly' });
    await policy.refresh();
    Object.assign(store, { transaction });
    expect((await settingsOf(installed)).writing.decision.chosen).toBe('readOnly');
  });

  it('tells History what it sets, and when it no longer does', async () => {
    const home = newHome();
    const { policy, set } = await policed(home, { writing: { mode: 'readOnly' } });
    const installed = await install(home, configOf({}), { policy });
    set({});
    await policy.refresh();
    const { rows } = await installed.of(sample).ask('history.list', everyEntry);
    const sentences = rows.map(({ sentence }) => sentence);
    expect(sentences).toContain('The organisation’s policy sets one setting.');
    expect(sentences).toContain('The organisation’s policy sets no setting any more.');
  });

  it('sets one company apart from all, and leaves a practice cloud where it is', async () => {
    const home = newHome();
    const config = await twoCompanies(home);
    const { policy } = await policed(home, {
      timeZone: 'America/Denver',
      clearstory: { baseUrl: 'https://real.example' },
      companies: { borealis: { timeZone: 'America/Boise' } },
    });
    const installed = await install(home, config, { policy });
    const [one, other] = [await settingsOf(installed, acme), await settingsOf(installed, borealis)];
    expect([one.settings.timeZone, other.settings.timeZone]).toEqual(['America/Denver', 'America/Boise']);
    expect(one.settings.clearstory.baseUrl).toContain('127.0.0.1');
    expect(one.locks.map(({ path }) => path)).toEqual(['timeZone']);
  });

  it('holds in everything but the one wrong value, which the self-checks name', async () => {
    const home = newHome();
    const { policy } = await policed(home, { schedule: { pushMinutes: 0, pullMinutes: 15 }, colour: 'blue' });
    const installed = await install(home, configOf({}), { policy });
    const { settings, locks } = await settingsOf(installed);
    expect(settings.schedule).toEqual({ pushMinutes: 5, pullMinutes: 15 });
    expect(locks).toHaveLength(1);
    const { checks } = await installed.of(sample).ask('diagnostics.run', {});
    const check = checks.find(({ id }) => id === 'policy');
    expect(check?.result).toBe('fail');
    expect(check?.sentence).toContain('schedule.pushMinutes is 0; it must be a whole number from 1 to 1440');
    expect(check?.sentence).toContain('colour is not a setting of this version');
    const standing = await installed.host('policy.get', {});
    expect([standing.count, standing.problems.length]).toEqual([1, 2]);
  });

  it('says each thing that is wrong in it once among what needs a person, until it is put right', async () => {
    const home = newHome();
    const clock = createManualClock();
    const config = await twoCompanies(home);
    const { policy, set } = await policed(home, {
      schedule: { pushMinutes: 0 },
      'sage.password': 'Canary-71',
      companies: { borealis: { 'writing.mode': 'always' } },
    });
    const installed = await install(home, config, { policy, clock });
    const matters = async () => {
      const { companies } = await installed.host('attention.list', {});
      return companies.flatMap(({ items }) => items).filter(({ id }) => id.startsWith('policy:'));
    };
    const found = await matters();
    expect(found.map(({ company, tone, goTo }) => [company, tone, goTo])).toEqual(
      Array.from({ length: 3 }, () => ['acme', 'needsYou', '#/home']),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
    const words = found.map(({ sentence }) => sentence).join('\n');
    expect(words).toContain('schedule.pushMinutes is 0; it must be a whole number from 1 to 1440');
    expect(words).toContain('for company borealis: writing.mode is "always"; it must be');
    expect(words).toContain('sage.password looks like a secret');
    expect(words).not.toContain('Canary-71');
    const status = await installed.of(acme).ask('home.status', {});
    expect([status.tone, status.sentence]).toEqual(['needsYou', '3 items need you.']);

    clock.pass(hourMs);
    set({ schedule: { pushMinutes: 0, pullMinutes: 0 } });
    await policy.refresh();
    const later = await matters();
    const first = found.find(({ sentence }) => sentence.includes('pushMinutes'));
    expect(later.map(({ id }) => id)).toContain(first?.id);
    expect(later.map(({ since }) => since === first?.since).sort()).toEqual([false, true]);
    set({});
    await policy.refresh();
    expect(await matters()).toEqual([]);
  });

  it('that cannot be read needs a person', async () => {
    const home = newHome();
    const { policy, file } = await policed(home, {});
    writeFileSync(file, '{');
    await policy.refresh();
    const installed = await install(home, configOf({}), { policy });
    const { companies } = await installed.host('attention.list', {});
    const sentences = companies.flatMap(({ items }) => items).map(({ sentence }) => sentence);
    expect(sentences.filter((sentence) => sentence.includes('could not be read'))).toHaveLength(1);
  });

  it.each([
    ['anybody may write it', (file: string) => chmodSync(file, 0o666), 'may be written by other users'],
    ['it is not JSON', (file: string) => writeFileSync(file, '{'), 'is not JSON'],
  ] as const)('is not followed where %s: nothing is written into Sage then', async (_, spoil, words) => {
    const home = newHome();
    const { policy, file } = await policed(home, { schedule: { pushMinutes: 11 } });
    spoil(file);
    await policy.refresh();
    const installed = await install(home, configOf({}), { policy });
    const { settings, writing } = await settingsOf(installed);
    expect(settings.schedule.pushMinutes).toBe(5);
    expect(writing.decision.chosen).toBe('readOnly');
    const [problem] = (await installed.host('policy.get', {})).problems;
    expect(problem?.sentence).toContain(words);
  });

  it('sets who acts here, and where secrets are, for the whole computer', async () => {
    const { policy } = await policed(newHome(), { person: 'Front office' });
    const { config, locks } = governedConfig(configOf({ person: 'Dana', secretsFile: '/s' }), policy.current());
    expect(config).toEqual({ person: 'Front office', secretsFile: '/s' });
    expect(locks.map(({ key, by }) => `${key} ${by}`)).toEqual(['person organisation', 'secretsFile file']);
  });
});

describe('a company’s connection', () => {
  const entered = {
    id: companyIdOf('acme'),
    name: 'Acme',
    sage: {
      kind: 'odbc',
      dialect: 'mssql',
      connection: { driver: 'automatic', server: 'OFFICE\\SAGE100CON', database: 'Acme', encrypt: 'yes' },
    },
  } as const;
  const withTrust = (connection: object) => ({
    ...entered,
    password: null,
    sage: { ...entered.sage, connection: { ...entered.sage.connection, trustServerCertificate: false, ...connection } },
  });

  it('keeps what the policy sets, whatever is entered, and refuses to save otherwise', async () => {
    const home = newHome();
    const { policy, set } = await policed(home, null);
    const installed = await install(home, configOf({}), { policy });
    await installed.host('companies.add', { ...withTrust({}), takeUp: false });
    set({
      sage: { connection: { encrypt: 'strict' } },
      companies: { acme: { sage: { connection: { server: 'NEW,1433' } } } },
    });
    await policy.refresh();
    const view = async () => {
      const { companies } = await installed.host('companies.list', {});
      return companies.find(({ id }) => id === entered.id);
    };
    expect((await view())?.entered).toMatchObject({ connection: { server: 'NEW,1433', encrypt: 'strict' } });
    expect((await view())?.locks.map(({ key }) => key)).toEqual(['sage.connection.encrypt', 'sage.connection.server']);
    const refused = await installed.hostRefused('companies.change', withTrust({ encrypt: 'strict', server: 'OTHER' }));
    expect(refused.code).toBe('company.locked');
    expect(refused.sentence).toContain('"NEW,1433"');
    await installed.host('companies.change', {
      ...withTrust({ encrypt: 'strict', server: 'NEW,1433' }),
      name: 'Acme Builders',
    });
    set(null);
    await policy.refresh();
    expect((await view())?.entered).toMatchObject({ connection: { server: 'OFFICE\\SAGE100CON', encrypt: 'yes' } });
    expect((await view())?.name).toBe('Acme Builders');
  });

  it('comes from the policy alone where it names server and database; nobody changes or removes it on screen', async () => {
    const home = newHome();
    const { policy } = await policed(home, {
      sage: { connection: { server: 'OFFICE\\SAGE100CON' } },
      companies: {
        acme: { 'company.name': 'Acme Builders', 'sage.connection.database': 'Acme' },
        west: { timeZone: 'UTC' },
      },
    });
    const installed = await install(home, configOf({}), { policy });
    const { companies } = await installed.host('companies.list', {});
    expect(companies.map(({ id, name, origin }) => [id, name, origin])).toEqual([['acme', 'Acme Builders', 'policy']]);
    expect((await installed.hostRefused('companies.change', withTrust({ server: 'OTHER' }))).code).toBe(
      'company.byPolicy',
    );
    expect((await installed.hostRefused('companies.remove', { id: entered.id })).code).toBe('company.byPolicy');
    const [problem] = (await installed.host('policy.get', {})).problems;
    expect(problem?.sentence).toContain('company west');
  });
});
