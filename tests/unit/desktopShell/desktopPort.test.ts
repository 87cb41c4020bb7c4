import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopPort, enforceLogin } from '../../../electron/desktop/shell/desktopPort.ts';
import { openShellFile } from '../../../electron/desktop/shell/keptShell.ts';
import type { Config } from '../../../electron/hosts/config.ts';
import type { Who } from '../../../electron/hosts/machine/who.ts';
import { governedConfig } from '../../../electron/hosts/policy/governed.ts';
import type { Policy } from '../../../electron/hosts/policy/policy.ts';
import { noPolicy } from '../../../electron/hosts/policy/policy.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-port-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Set = {
  readonly policy?: Record<string, boolean>;
  readonly file?: Config['desktop'];
  /** The installer has Windows open Plumbline for everybody. */
  readonly forAll?: boolean;
  readonly watched?: Who | null;
};

/** Windows with its list of programs that are opened at login. */
function windows({ policy = {}, file = {}, forAll = false, watched = null }: Set) {
  const login = { openAtLogin: false };
  const ofMachine = { name: 'Plumbline', path: '', args: [], scope: 'machine', enabled: true };
  const launchItems = forAll ? [ofMachine] : [];
  const app = {
    getLoginItemSettings: () => ({ ...login, launchItems }) as unknown as Electron.LoginItemSettings,
    setLoginItemSettings: ({ openAtLogin }: Electron.Settings) => {
      login.openAtLogin = openAtLogin === true;
    },
  };
  const set: Policy = { ...noPolicy, all: new Map(Object.entries(policy)) };
  const kept = openShellFile(join(folder, 'desktop.json'), () => undefined);
  const governed = () => governedConfig({ desktop: file }, set);
  const now = () => '2026-11-23T18:00:00.000Z';
  const setting = { app, platform: 'win32' as const, file: kept, governed, watched: () => watched, now };
  return { setting, kept, login, port: desktopPort(setting) };
}

describe('how the desktop behaves on this computer', () => {
  it('is as the person set it where nothing is set centrally', () => {
    const { port } = windows({});
    expect(port.save({ startAtLogin: true, notifyDone: true })).toBeNull();
    expect(port.read()).toEqual({ startAtLogin: true, notifyDone: true, locks: [], cutOff: null, watches: null });
  });

  it('is as the organisation or the configuration file sets it, and says so', () => {
    const { port } = windows({ policy: { 'desktop.startAtLogin': true }, file: { notifyDone: true } });
    expect(port.read()).toMatchObject({
      notifyDone: true,
      locks: [
        { path: 'startAtLogin', key: 'desktop.startAtLogin', by: 'organisation' },
        { path: 'notifyDone', key: 'desktop.notifyDone', by: 'file' },
      ],
    });
  });

  it('cannot be changed by a person where it is set centrally; the rest can, and his own choice stays underneath', () => {
    const { port, kept, login } = windows({ policy: { 'desktop.notifyDone': true } });
    expect(port.save({ startAtLogin: false, notifyDone: false })).toMatchObject({ code: 'settings.locked' });
    expect(port.save({ startAtLogin: true, notifyDone: true })).toBeNull();
    expect([login.openAtLogin, kept.read().notifyDone]).toEqual([true, false]);
  });

  it('starts with Windows where the installer set it for everybody: that is shown locked, and refused like everything locked', () => {
    const { port, kept, login } = windows({ forAll: true });
    expect(port.read()).toMatchObject({ startAtLogin: true, locks: [{ path: 'startAtLogin', by: 'installer' }] });
    expect(port.save({ startAtLogin: false, notifyDone: true })).toMatchObject({
      code: 'settings.locked',
      sentence: expect.stringContaining('The installer set the start with Windows for everybody at this computer'),
    });
    expect([login.openAtLogin, kept.read().notifyDone]).toEqual([false, false]);
    expect(port.save({ startAtLogin: true, notifyDone: true })).toBeNull();
    expect([login.openAtLogin, kept.read().notifyDone]).toEqual([false, true]);
  });

  it.each([
    [true, false],
    [false, true],
  ])('Windows is told to start it at login or not as it is set centrally: %s', (wanted, before) => {
    const { setting, login } = windows({ policy: { 'desktop.startAtLogin': wanted } });
    login.openAtLogin = before;
    enforceLogin(setting);
    expect(login.openAtLogin).toBe(wanted);
  });

  it('Windows is told nothing where nothing is set centrally', () => {
    const { setting, login } = windows({});
    login.openAtLogin = true;
    enforceLogin(setting);
    expect(login.openAtLogin).toBe(true);
  });
});

describe('a desktop that watches the unattended Plumbline', () => {
  it('says who runs it, and that it goes on', () => {
    const since = '2026-11-23T17:00:00.000Z';
    const watched = { user: 'NT SERVICE\\Plumbline', since, home: 'C:\\ProgramData\\Plumbline', unattended: true };
    expect(windows({ watched }).port.read().watches).toMatch(
      /^Plumbline runs on this computer unattended, as NT SERVICE\\Plumbline, since \d+:00.[AP]M\. This window watches it.*goes on when you quit\.$/,
    );
  });
});

describe('what is told of a run that was cut off', () => {
  it('is told until it was seen, also over a restart', () => {
    const { port, kept } = windows({});
    kept.change({ cutOffAt: '2026-11-23T17:00:00.000Z' });
    expect(windows({}).port.read().cutOff).toContain('ended without warning');
    port.seen();
    expect(windows({}).port.read().cutOff).toBeNull();
  });
});
