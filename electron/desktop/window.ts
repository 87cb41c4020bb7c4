import { BrowserWindow, type Session, session } from 'electron';
import { appAddress } from './appPage.ts';
import { mayDownload, mayNavigate, windowPreferences } from './windowRules.ts';

/** Denies every permission and every device to every page: Electron by itself grants them all. */
export function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  target.on('will-download', (event, item) => mayDownload(item.getURL()) || event.preventDefault());
}

/** The one window, without content yet. `preload`: path of the one bridge. */
export function createWindow(preload: string): BrowserWindow {
  denyPermissions(session.defaultSession);
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 680,
    show: false,
    autoHideMenuBar: true,
    title: 'Plumbline',
    webPreferences: windowPreferences(preload),
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => mayNavigate() || event.preventDefault());
  webContents.on('will-frame-navigate', (event) => mayNavigate() || event.preventDefault());
  webContents.on('will-redirect', (event) => mayNavigate() || event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Loads the screens; resolves after they were loaded or failed to be. */
export async function showScreens(window: BrowserWindow): Promise<void> {
  await window.loadURL(appAddress);
}

/** How long the start waits for a picture that may never come, such as on a machine without a screen. */
const longestWaitMs = 3_000;

/** Resolves when the window was first painted: the load of its page ends before that. */
export function firstPaint(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('ready-to-show', () => resolve());
    setTimeout(resolve, longestWaitMs);
  });
}
