import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { defaultSession } from './session.ts';
import type { Surface } from './surface.ts';

/* The system around the application. Nothing is shown or opened: the first button of a dialog is pressed, programs never start. */

export const dialog = {
  showErrorBox: (title, text) => void process.stderr.write(`${title}\n${text}\n`),
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  showMessageBoxSync: () => 0,
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
} satisfies Surface<Electron.Dialog>;

export const shell = {
  openExternal: async () => undefined,
  openPath: async () => '',
  showItemInFolder: () => undefined,
  beep: () => undefined,
} satisfies Surface<Electron.Shell>;

const idle = {
  getSystemIdleTime: () => 0,
  getSystemIdleState: () => 'active' as const,
  isOnBatteryPower: () => false,
  onBatteryPower: false,
} satisfies Surface<Electron.PowerMonitor>;
export const powerMonitor = Object.assign(new EventEmitter(), idle);

export const powerSaveBlocker = {
  start: () => 1,
  stop: () => true,
  isStarted: () => false,
} satisfies Surface<Electron.PowerSaveBlocker>;

export const nativeTheme = Object.assign(new EventEmitter(), {
  shouldUseDarkColors: false,
  shouldUseHighContrastColors: false,
  themeSource: 'system' as const,
} satisfies Surface<Electron.NativeTheme>);

const wholeScreen = { x: 0, y: 0, width: 1920, height: 1080 };
const display = {
  id: 1,
  bounds: wholeScreen,
  workArea: { ...wholeScreen, height: 1040 },
  scaleFactor: 1,
} as Electron.Display;
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
} satisfies Surface<Electron.Screen>);

export const net = {
  fetch: defaultSession.fetch,
  isOnline: () => true,
  online: true,
} satisfies Surface<Electron.Net>;

export const crashReporter = {
  start: () => undefined,
  addExtraParameter: () => undefined,
  getUploadToServer: () => false,
} satisfies Surface<Electron.CrashReporter>;

export const clipboard = {
  writeText: async () => undefined,
  readText: async () => '',
} satisfies Surface<Electron.Clipboard>;

/** A keystore as a desktop of Linux has one; with `--password-store=basic` none, as Electron's own then. */
const hasKeystore = () => app.commandLine.getSwitchValue('password-store') !== 'basic';
/** One user, one key: what this folder's user encrypted only they decrypt. */
const key = () => createHash('sha256').update(app.getPath('userData')).digest();

function encryptString(text: string): Buffer {
  const vector = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), vector);
  return Buffer.concat([Buffer.from('v11'), vector, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function decryptString(bytes: Buffer): string {
  if (bytes.subarray(0, 3).toString() !== 'v11') throw new Error('Error while decrypting the ciphertext.');
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(3, 15)).setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(15, -16), undefined, 'utf8') + decipher.final('utf8');
}

export const safeStorage = {
  isEncryptionAvailable: hasKeystore,
  isAsyncEncryptionAvailable: async () => hasKeystore(),
  getSelectedStorageBackend: () => (hasKeystore() ? 'gnome_libsecret' : 'basic_text'),
  encryptString,
  encryptStringAsync: async (text) => encryptString(text),
  decryptString,
  decryptStringAsync: async (bytes) => ({ result: decryptString(bytes), shouldReEncrypt: false }),
} satisfies Surface<Electron.SafeStorage>;
