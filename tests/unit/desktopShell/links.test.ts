import type { LaunchItems, LoginItemSettings, Settings } from 'electron';
import { describe, expect, it } from 'vitest';
import { withDesktop } from '../../../electron/desktop/shell/desktopDoor.ts';
import { readLoginItem, writeLoginItem } from '../../../electron/desktop/shell/loginItem.ts';
import { companyRoute } from '../../../electron/desktop/shell/routes.ts';
import { webLink } from '../../../electron/desktop/shell/webLinks.ts';

describe('links that the person’s browser opens', () => {
  it.each([
    'https://login.procore.com/oauth/authorize?client_id=a&redirect_uri=http%3A%2F%2F127.0.0.1%3A4000',
    'https://login-sandbox.procore.com/',
    'https://login-sandbox-monthly.procore.com/',
    'https://login.procoregov.com/',
    'https://us02.procore.com/562949953421312/company/home',
    'https://procore.com/',
    'https://developers.procore.com/documentation/introduction',
  ])('lead to Procore: %s', (address) => {
    expect(webLink(address)).toBe(address);
  });

  it.each([
    ['another site', 'https://evil.example/'],
    ['no encryption', 'http://login.procore.com/'],
    ['a name that only ends like it', 'https://evilprocore.com/'],
    ['a name that only begins like it', 'https://procore.com.evil.example/'],
    ['the name as a user', 'https://procore.com@evil.example/'],
    ['a user at the right host', 'https://me:secret@login.procore.com/'],
    ['another port', 'https://login.procore.com:8443/'],
    ['a backslash that browsers take for a slash', 'https://evil.example\\.procore.com/'],
    ['a fragment that looks like a host', 'https://evil.example#.procore.com/'],
    ['a query that looks like a host', 'https://evil.example?.procore.com/'],
    ['letters of another alphabet', 'https://login.procоre.com/'],
    ['a trailing dot', 'https://login.procore.com.evil.example./'],
    ['a file', 'file:///C:/Windows/System32/calc.exe'],
    ['a share', '\\\\evil.example\\share\\a.exe'],
    ['a script', 'javascript:alert(1)'],
    ['a script behind a line end', 'java\nscript:alert(1)//procore.com'],
    ['data', 'data:text/html,procore.com'],
    ['a program of Windows', 'ms-settings:privacy'],
    ['a search of Windows', 'search-ms:query=procore.com'],
    ['our own page', 'app://plumbline/'],
    ['a blob', 'blob:https://login.procore.com/1'],
    ['nothing', ''],
    ['no address', 'procore.com'],
    ['an address without end', `https://login.procore.com/?${'a'.repeat(4000)}`],
  ])('are none of %s', (_what, address) => {
    expect(webLink(address)).toBeNull();
  });

  it('give the browser the address as it was understood, not as it was written', () => {
    expect(webLink('HTTPS://LOGIN.PROCORE.COM\\a"b c')).toBe('https://login.procore.com/a%22b%20c');
  });
});

describe('the way to an item', () => {
  it('leads through its company', () => {
    expect(companyRoute('acme', '#/queue?id=7&x=ü')).toBe('#/company/acme?to=%23%2Fqueue%3Fid%3D7%26x%3D%C3%BC');
    expect(companyRoute('acme', null)).toBe('#/company/acme');
    expect(companyRoute(null, '#/home')).toBe('#/home');
    expect(companyRoute(null, null)).toBe('');
  });
});

/** Windows' list of programs that are opened at login, as far as Electron tells of it. */
function loginItems(launchItems: readonly LaunchItems[] = []) {
  let open = false;
  const set: Settings[] = [];
  return {
    set,
    getLoginItemSettings: () => ({ openAtLogin: open, launchItems: [...launchItems] }) as LoginItemSettings,
    setLoginItemSettings: (settings: Settings) => {
      set.push(settings);
      open = settings.openAtLogin ?? false;
    },
  };
}
const ofMachine: LaunchItems = {
  name: 'Plumbline',
  path: 'C:\\Program Files\\Plumbline\\Plumbline.exe',
  args: ['--background'],
  scope: 'machine',
  enabled: true,
};

describe('the start at login', () => {
  it('is hidden in the tray, and can be set and taken back', () => {
    const app = loginItems();
    writeLoginItem(app, 'win32', true);
    expect(app.set).toEqual([{ openAtLogin: true, args: ['--background'] }]);
    expect(readLoginItem(app, 'win32')).toEqual({ on: true, locked: false });
    writeLoginItem(app, 'win32', false);
    expect(readLoginItem(app, 'win32').on).toBe(false);
  });

  it('is locked where the installer set it for everybody', () => {
    const app = loginItems([ofMachine]);
    expect(readLoginItem(app, 'win32')).toEqual({ on: true, locked: true });
    writeLoginItem(app, 'win32', false);
    writeLoginItem(app, 'win32', true);
    expect(app.set).toEqual([]);
  });

  it('is the user’s own choice again after Windows switched the installer’s off', () => {
    const app = loginItems([{ ...ofMachine, enabled: false }]);
    expect(readLoginItem(app, 'win32')).toEqual({ on: false, locked: false });
  });

  it('is not offered where the system has no such list', () => {
    expect(readLoginItem(loginItems(), 'linux').on).toBeNull();
  });
});

describe('requests about the desktop', () => {
  const door = {
    request: async (company: string | null, channel: string) => ({ ok: true as const, value: { company, channel } }),
    onChanged: () => () => undefined,
  };
  const saved: unknown[] = [];
  const desktop = withDesktop(door, {
    read: () => ({ startAtLogin: true, locks: [], notifyDone: false, cutOff: null, watches: null }),
    seen: () => saved.push('seen'),
    save: (settings) => {
      saved.push(settings);
      return null;
    },
  });

  it('are answered by the desktop, all others by the engines', async () => {
    expect(await desktop.request(null, 'desktop.get', {})).toMatchObject({ value: { available: true } });
    expect(await desktop.request('acme', 'desktop.get', {})).toMatchObject({ value: { company: 'acme' } });
    expect(await desktop.request(null, 'companies.list', {})).toMatchObject({ value: { channel: 'companies.list' } });
  });

  it('are refused in any other form than agreed', async () => {
    expect(await desktop.request(null, 'desktop.get', 7)).toMatchObject({ failure: { code: 'contract.request' } });
    for (const payload of [
      null,
      {},
      { startAtLogin: 'yes', notifyDone: true },
      { startAtLogin: true, notifyDone: true, more: 1 },
    ]) {
      expect(await desktop.request(null, 'desktop.save', payload)).toMatchObject({
        failure: { code: 'contract.request' },
      });
    }
    expect(saved).toEqual([]);
  });
});
