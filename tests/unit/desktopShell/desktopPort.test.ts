import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopPort, enforceLogin } from '../../../electron/desktop/shell/desktopPort.ts';
import { openShellFile } from '../../../electron/desktop/shell/keptShell.ts';
import type { Config } from '../../../electron/hosts/config.ts';
import { governedConfig } from '../../../electron/hosts/policy/governed.ts';
import type { Policy } from '../../../electron/hosts/policy/policy.ts';
import { noPolicy } from '../../../electron/hosts/policy/policy.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-port-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Windows with its list of programs that are opened at login. */
function windows({ policy = {}, file = {} }: { policy?: Record<string, boolean>; file?: Config['desktop'] }) {
  const login = { openAtLogin: false };
  const app = {
    getLoginItemSettings: () => login as Electron.LoginItemSettings,
    setLoginItemSettings: ({ openAtLogin }: Electron.Settings) => {
      login.openAtLogin = openAtLogin === true;
    },
  };
  const set: Policy = { ...noPolicy, all: new Map(Object.entries(policy)) };
  const kept = openShellFile(join(folder, 'desktop.json'), () => undefined);
  const governed = () => governedConfig({ desktop: file }, set);
  const setting = { app, platform: 'win32' as const, file: kept, governed };
  return { setting, kept, login, port: desktopPort(setting) };
}

describe('how the desktop behaves on this computer', () => {
  it('is as the person set it where nothing is set centrally', () => {
    const { port } = windows({});
    expect(port.save({ startAtLogin: true, notifyDone: true })).toBeNull();
    expect(port.read()).toEqual({ startAtLogin: true, notifyDone: true, locks: [], cutOff: null });
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

describe('what is told of a run that was cut off', () => {
  it('is told until it was seen, also over a restart', () => {
    const { port, kept } = windows({});
    kept.change({ cutOffAt: '2026-11-23T17:00:00.000Z' });
    expect(windows({}).port.read().cutOff).toContain('ended without warning');
    port.seen();
    expect(windows({}).port.read().cutOff).toBeNull();
  });
});
