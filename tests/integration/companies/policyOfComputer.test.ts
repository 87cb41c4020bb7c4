import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { runCommandLine } from '../../../electron/cli/cli.ts';
import { openPlumbline } from '../../../electron/cli/openPlumbline.ts';
import { commonOptions } from '../../../electron/cli/verb.ts';
import { filePolicy } from '../../../electron/hosts/policy/policySource.ts';
import { program } from '../../program.ts';
import { policed } from './policed.ts';
import { configOf, type Installed, install, newHome } from './rig.ts';

const sample = companyIdOf('sample');

describe('what a policy sets for the whole computer', () => {
  const wide = {
    network: { mode: 'none' },
    log: { level: 'warn' },
    alarms: { silentMinutes: 45 },
    backups: { keep: 5 },
    updates: { address: 'https://files.office.test/plumbline.json' },
    person: 'Front office',
  };
  const facts = async (installed: Installed) => {
    const [network, alarms, log, release] = await Promise.all([
      installed.host('network.get', {}),
      installed.host('alarms.get', {}),
      installed.host('log.get', {}),
      installed.host('release.get', {}),
    ]);
    const backups = await installed.host('backups.list', { id: sample });
    return {
      values: [network.settings.mode, alarms.settings.silentMinutes, log.level, backups.settings.keep, release.on],
      locks: [network, alarms, log, backups].flatMap(({ locks }) => locks.map(({ key, by }) => `${key} ${by}`)),
    };
  };

  it('counts and is locked from the moment it is read again, and no longer once it is withdrawn', async () => {
    const home = newHome();
    const { policy, set } = await policed(home, null);
    const installed = await install(home, configOf({}), { policy });
    const before = await facts(installed);
    expect(before.locks).toEqual([]);
    await installed.host('log.set', { level: 'debug' });
    set(wide);
    await policy.refresh();
    expect(await facts(installed)).toEqual({
      values: ['none', 45, 'warn', 5, true],
      locks: ['network.mode', 'alarms.silentMinutes', 'log.level', 'backups.keep'].map((key) => `${key} organisation`),
    });
    const settings = (await installed.host('network.get', {})).settings;
    const alarms = (await installed.host('alarms.get', {})).settings;
    const ways = [
      ['network.save', { settings: { ...settings, mode: 'system' }, password: null }, 'network.mode'],
      [
        'alarms.save',
        { settings: { ...alarms, silentMinutes: 46 }, webhookKey: null, mailPassword: null },
        'alarms.silentMinutes',
      ],
      ['log.set', { level: 'debug' }, 'log.level'],
      ['backups.save', { settings: { folder: '', keep: 6 } }, 'backups.keep'],
    ] as const;
    for (const [channel, request, key] of ways) {
      const refused = await installed.hostRefused(channel, request);
      expect(refused.code).toBe('settings.locked');
      expect(refused.sentence).toContain(`Your organisation sets ${key} `);
    }
    await expect.poll(() => installed.companies.placeOf(sample).state).toBe('open');
    expect(installed.companies.surroundings.person).toBe('Front office');
    set(null);
    await policy.refresh();
    // Debugging that somebody began within the hour goes on.
    expect(await facts(installed)).toEqual({ values: before.values.with(2, 'debug'), locks: [] });
    expect(installed.companies.surroundings.person).not.toBe('Front office');
    await expect.poll(() => installed.companies.placeOf(sample).state).toBe('open');
  });

  it('is withdrawn from a running command line as well: it is not taken for the configuration file’s', async () => {
    const home = newHome();
    const { policy, file, set } = await policed(home, wide);
    const seen: string[][] = [];
    const code = await runCommandLine(
      {
        words: ['look', '--home', home.folder],
        environment: {},
        write: () => undefined,
        writeError: () => undefined,
        question: async () => null,
        interrupted: new Promise(() => undefined),
        readPolicy: filePolicy(file, [process.getuid?.() ?? 0]),
        app: { folder: '', version: '0.1.0', workerFile: program('electron/worker.ts') },
      },
      [
        {
          name: 'look',
          words: '',
          more: [],
          options: commonOptions,
          run: async (call) => {
            const opened = await openPlumbline(call, home, null);
            if (!opened.ok) throw new Error(opened.failure.sentence);
            const { companies } = opened.value;
            const look = () => seen.push(companies.standing().locks.map(({ key }) => key));
            look();
            set(null);
            await call.policy.refresh();
            look();
            await companies.stop();
            return 0;
          },
        },
      ],
    );
    expect(code).toBe(0);
    expect(seen.map((keys) => keys.length)).toEqual([6, 0]);
    expect(policy.current().all.size).toBe(6);
  });
});
