import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdInstance } from './instance.ts';
import { mark, preventable } from './state.ts';
import type { Surface } from './surface.ts';

/** What the command line of the double said. */
export type Start = {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly packaged: boolean;
};

let start: Start = { folder: '', name: 'Electron', version: '0', packaged: false };
let ready = false;
let quitting = false;
let closeWindows = () => true;
let login: Partial<Electron.Settings> = { openAtLogin: false };
const paths = new Map<string, string>();
const switches = new Map<string, string>();
const whenReady = Promise.withResolvers<void>();
let instance: ReturnType<typeof holdInstance> | null = null;

function getPath(name: string): string {
  const set = paths.get(name);
  if (set !== undefined) return set;
  const appData = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  if (name === 'userData' || name === 'sessionData') return switches.get('user-data-dir') ?? join(appData, start.name);
  if (name === 'appData') return appData;
  if (name === 'logs') return join(getPath('userData'), 'logs');
  if (name === 'crashDumps') return join(getPath('userData'), 'Crashpad');
  if (name === 'exe') return process.execPath;
  return name === 'temp' ? tmpdir() : homedir();
}

function quit(): void {
  if (quitting) return;
  const event = preventable();
  app.emit('before-quit', event);
  if (event.defaultPrevented || !closeWindows()) return;
  const last = preventable();
  app.emit('will-quit', last);
  if (last.defaultPrevented) return;
  exit(0);
}

function exit(code = 0): void {
  quitting = true;
  app.emit('quit', {}, code);
  process.exit(code);
}

export const app = Object.assign(new EventEmitter(), {
  whenReady: () => whenReady.promise,
  isReady: () => ready,
  quit,
  exit,
  relaunch: ({ args = process.argv.slice(1) }: Electron.RelaunchOptions = {}) => {
    const [script = ''] = process.execArgv.slice(-1);
    spawn(process.execPath, [script, ...args], { detached: true, stdio: 'ignore' }).unref();
  },
  requestSingleInstanceLock: (data) => {
    instance ??= holdInstance(getPath('userData'), data, (words, folder, told) =>
      app.emit('second-instance', {}, words, folder, told),
    );
    if (!instance.held) instance = null;
    return instance !== null;
  },
  hasSingleInstanceLock: () => instance !== null,
  releaseSingleInstanceLock: () => {
    instance?.release();
    instance = null;
  },
  getPath,
  setPath: (name, path) => void paths.set(name, path),
  getAppPath: () => start.folder,
  getName: () => start.name,
  setName: (name) => {
    start = { ...start, name };
  },
  get name() {
    return start.name;
  },
  getVersion: () => start.version,
  get isPackaged() {
    return start.packaged;
  },
  getLocale: () => 'en-US',
  getSystemLocale: () => 'en-US',
  setAppUserModelId: () => undefined,
  setLoginItemSettings: (settings) => {
    login = settings;
  },
  getLoginItemSettings: () => ({ openAtLogin: false, ...login }) as Electron.LoginItemSettings,
  setAsDefaultProtocolClient: () => true,
  removeAsDefaultProtocolClient: () => true,
  setAppLogsPath: () => undefined,
  enableSandbox: () => undefined,
  disableHardwareAcceleration: () => undefined,
  focus: () => undefined,
  getAppMetrics: () => [],
  commandLine: {
    appendSwitch: (name, value = '') => void switches.set(name, value),
    appendArgument: () => undefined,
    hasSwitch: (name) => switches.has(name),
    getSwitchValue: (name) => switches.get(name) ?? '',
    removeSwitch: (name) => void switches.delete(name),
  },
} satisfies Surface<Electron.App>);

/** Tells the app where it lies and what its command line says, before anything of it runs. */
export function prepareApp(told: Start): void {
  start = told;
  for (const word of process.argv) {
    const [, name, value = ''] = /^--([\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name !== undefined) switches.set(name, value);
  }
}

/** After the application's own module has run to its end. */
export function becomeReady(): void {
  ready = true;
  mark('ready');
  app.emit('will-finish-launching', {});
  app.emit('ready', {}, {});
  whenReady.resolve();
}

/** What closes the windows when the app quits; it answers false when one refuses. */
export function onQuit(close: () => boolean): void {
  closeWindows = close;
}
