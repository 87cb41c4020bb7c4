import { EventEmitter } from 'node:events';
import { inside } from './addresses.ts';
import { preventable, theBrowser } from './state.ts';
import type { Surface } from './surface.ts';

type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];

let check: CheckHandler = null;
let request: RequestHandler = null;
let agent = 'Electron double';

/** The one session. Proxies are not asked by anything here: what is set is kept, and everything is reached directly. */
export const defaultSession = Object.assign(new EventEmitter(), {
  setPermissionCheckHandler: (handler) => {
    check = handler;
  },
  setPermissionRequestHandler: (handler) => {
    request = handler;
  },
  setDevicePermissionHandler: () => undefined,
  setDisplayMediaRequestHandler: () => undefined,
  setUSBProtectedClassesHandler: () => undefined,
  setBluetoothPairingHandler: () => undefined,
  setCertificateVerifyProc: () => undefined,
  setSpellCheckerEnabled: () => undefined,
  setProxy: async () => undefined,
  resolveProxy: async () => 'DIRECT',
  forceReloadProxyConfig: async () => undefined,
  closeAllConnections: async () => undefined,
  clearCache: async () => undefined,
  clearAuthCache: async () => undefined,
  clearStorageData: async () => undefined,
  fetch: (input, init) =>
    fetch(input as string, init as RequestInit) as unknown as ReturnType<Electron.Session['fetch']>,
  getUserAgent: () => agent,
  setUserAgent: (next) => {
    agent = next;
  },
} satisfies Surface<Electron.Session>);

export const session = {
  get defaultSession() {
    return defaultSession as unknown as Electron.Session;
  },
  fromPartition: () => defaultSession as unknown as Electron.Session,
} satisfies Partial<typeof Electron.session>;

/** By Electron's names, and by Chromium's where those differ. */
const permissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['idle-detection', 'idle-detection'],
  ['window-management', 'window-management'],
  ['local-fonts', 'local-fonts'],
  ['persistent-storage', 'persistent-storage'],
] as const;

/** Makes Chromium answer the page as the application's handlers would; without any handler everything is granted, as in Electron. */
export async function applyPermissions(): Promise<void> {
  const { send, context } = theBrowser();
  for (const [name, inChromium] of permissions) {
    const granted = check === null ? grantedOnRequest(name) : check(null, name, 'app://', {} as never);
    const setting = granted ? 'granted' : 'denied';
    await send('Browser.setPermission', { permission: { name: inChromium }, setting, browserContextId: context });
  }
}

function grantedOnRequest(name: (typeof permissions)[number][0]): boolean {
  if (request === null) return true;
  let granted = false;
  const answer = (given: boolean) => {
    granted = given;
  };
  request({} as Electron.WebContents, name, answer, {} as never);
  return granted;
}

/** Asks the application before a download, as `will-download` does; what it does not prevent lands in this folder. */
export async function watchDownloads(folder: string): Promise<void> {
  const { send, onSaid, context } = theBrowser();
  const words = { behavior: 'allow', browserContextId: context, downloadPath: folder, eventsEnabled: true };
  await send('Browser.setDownloadBehavior', words);
  onSaid(({ method, params }) => {
    if (method !== 'Browser.downloadWillBegin') return;
    const event = preventable();
    const address = inside(String(params.url));
    const item = { getURL: () => address, getFilename: () => String(params.suggestedFilename) };
    defaultSession.emit('will-download', event, item satisfies Surface<Electron.DownloadItem>, null);
    if (event.defaultPrevented) void send('Browser.cancelDownload', { guid: params.guid, browserContextId: context });
  });
}
