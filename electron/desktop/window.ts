import { setTimeout } from 'node:timers/promises';
import { BrowserWindow, type Session, session, shell } from 'electron';
import { appAddress } from './appPage.ts';
import { webLink } from './shell/webLinks.ts';
import { smallestWindow, type WindowPlace } from './shell/windowPlace.ts';
import { mayDownload, mayNavigate, windowPreferences } from './windowRules.ts';

/** Denies every permission and every device to every page: Electron by itself grants them all. */
export function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  target.on('will-download', (event, item) => mayDownload(item.getURL()) || event.preventDefault());
}

/** The one window, without content yet. `preload`: path of the one bridge. `icon`: of the taskbar where the program has none. */
export function createWindow(preload: string, icon: string, { maximized, ...place }: WindowPlace): BrowserWindow {
  denyPermissions(session.defaultSession);
  const window = new BrowserWindow({
    ...place,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    icon,
    autoHideMenuBar: true,
    title: 'Plumbline',
    webPreferences: windowPreferences(preload),
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(({ url }) => {
    const link = webLink(url);
    if (link !== null) void shell.openExternal(link);
    return { action: 'deny' };
  });
  webContents.on('will-navigate', (event) => mayNavigate() || event.preventDefault());
  webContents.on('will-frame-navigate', (event) => mayNavigate() || event.preventDefault());
  webContents.on('will-redirect', (event) => mayNavigate() || event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  return window;
}

/** Loads the screens. Resolves after they were first painted: the load of a page ends before that. */
export async function showScreens(window: BrowserWindow, route: string): Promise<void> {
  const painted = new Promise<void>((resolve) => void window.once('ready-to-show', () => resolve()));
  await goToScreen(window, route);
  await Promise.race([painted, setTimeout(longestWaitMs, undefined, { ref: false })]);
}

/** Goes to another screen of the page, such as `#/queue?id=7f3a`, or loads it. */
export async function goToScreen(window: BrowserWindow, route: string): Promise<void> {
  // What keeps it from being shown is seen in the window; a window that was closed meanwhile wants nothing.
  await window.loadURL(`${appAddress}${route}`).catch(() => undefined);
}

/** How long after the load the start waits for a picture that may never come, such as on a machine without a screen. */
const longestWaitMs = 5_000;
