import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../electron/hosts/configFile.ts';
import { openInstallation } from '../../electron/hosts/installation/installation.ts';
import { standardInstallation } from '../../shared/domain/installation.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-installation-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'installation.json');

describe('the settings of the installation', () => {
  it('are the standard ones before anything is set, and are kept', () => {
    const first = openInstallation(file(), () => ({}));
    expect(first.read()).toEqual(standardInstallation);
    const changed = { ...first.read(), log: { level: 'warn' as const } };
    expect(first.write(changed)).toBeNull();
    expect(openInstallation(file(), () => ({})).read()).toEqual(changed);
  });

  it('are overridden by the configuration file, which leaves what is stored as it is', () => {
    const config = { log: { level: 'error' as const }, alarms: { email: { server: 'smtp.acme.example' } } };
    const opened = openInstallation(file(), () => config);
    opened.write(standardInstallation);
    expect(opened.read().log.level).toBe('error');
    expect(opened.read().alarms.email).toMatchObject({ server: 'smtp.acme.example', port: 587 });
    expect(JSON.parse(readFileSync(file(), 'utf8')).log.level).toBe('info');
  });

  it('keep what was set on screen beneath what the configuration file sets, until it sets it no more', () => {
    const { alarms } = standardInstallation;
    const own = { ...alarms, email: { ...alarms.email, server: 'mail.acme.example' } };
    openInstallation(file(), () => ({})).write({ ...standardInstallation, log: { level: 'warn' }, alarms: own });
    const config = {
      log: { level: 'error' as const },
      alarms: { email: { server: 'smtp.acme.example', to: ['it@acme.example'] } },
      backups: { keep: 3 },
    };
    const opened = openInstallation(file(), () => config);
    const shown = opened.read();
    expect(opened.write({ ...shown, alarms: { ...shown.alarms, silentMinutes: 90 } })).toBeNull();
    expect(opened.read()).toMatchObject({ log: { level: 'error' }, backups: { keep: 3 } });
    expect(openInstallation(file(), () => ({})).read()).toEqual({
      ...standardInstallation,
      log: { level: 'warn' },
      alarms: { ...own, silentMinutes: 90 },
    });
  });

  it('count as not set where the file is damaged, which is said', () => {
    writeFileSync(file(), '{ "log": ');
    const opened = openInstallation(file(), () => ({}));
    expect(opened.read()).toEqual(standardInstallation);
    expect(opened.unread).toContain(file());
  });

  it('cannot be kept where the folder is gone: a refusal, and the old ones count', () => {
    const opened = openInstallation(join(folder, 'gone', 'installation.json'), () => ({}));
    expect(opened.write({ ...standardInstallation, log: { level: 'error' } })?.code).toBe('installation.notWritten');
    expect(opened.read().log.level).toBe('info');
  });

  it.each([
    ['{"alarms":{"webhook":{"url":"http://hooks.example"}}}', '“http://hooks.example” is not an https address'],
    ['{"alarms":{"webhook":{"url":"https://a:b@hooks.example"}}}', 'is not an https address'],
    ['{"alarms":{"email":{"server":"smtp example"}}}', '“smtp example” is not the name of a mail server'],
    ['{"alarms":{"silentMinutes":1}}', 'alarms.silentMinutes is 1; it must be a whole number from 5 to 10080'],
    ['{"log":{"level":"debug"}}', 'log.level is "debug"; it must be "error", "warn" or "info"'],
  ])('in a configuration file are refused by name: %s', (text, words) => {
    const parsed = parseConfig(text, 'File');
    expect(parsed.ok ? '' : parsed.failure.sentence).toContain(words);
  });

  it('in a configuration file stand beside several companies', () => {
    const companies = [{ id: 'a', name: 'A', sage: { kind: 'sample' } }];
    const text = JSON.stringify({ companies, log: { level: 'warn' }, alarms: { silentMinutes: 30 } });
    expect(parseConfig(text, 'File')).toMatchObject({ ok: true });
  });
});
