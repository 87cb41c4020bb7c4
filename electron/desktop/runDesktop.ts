import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, dialog, ipcMain } from 'electron';
import type { Failure, Result } from '#shared/domain/failure.ts';
import { findApp } from '../hosts/appFolder.ts';
import type { Door } from '../hosts/companies/door.ts';
import { defaultHome, type Home, openHome } from '../hosts/homeFolder.ts';
import { createSystemRandom } from '../hosts/random.ts';
import { readRendererFiles } from '../hosts/rendererFiles.ts';
import { answerBridge, requestChannel } from './bridge.ts';
import { createMainWindow } from './mainWindow.ts';
import { type Mode, ownWords, readMode } from './mode.ts';
import { declareScheme, serveScreens } from './protocol.ts';
import type { Started } from './startEngines.ts';

/** Runs the desktop of one user: the window, or at first only the tray. One for each home folder; another start brings this one up. */
export async function runDesktop(
  mode: Extract<Mode, { kind: 'window' | 'background' }>,
  moduleUrl: string,
): Promise<void> {
  const home = openHome(mode.options.home ?? defaultHome(process.platform, process.env, homedir()));
  if (!home.ok) return refuseToStart(home.failure);
  // What Chromium keeps belongs beside our own data, not in the roaming profile; and the lock below goes by this folder.
  app.setPath('userData', folderFor(home.value));
  if (!app.requestSingleInstanceLock()) return app.quit();
  declareScheme();
  const installed = findApp(moduleUrl);
  const door = deferred<Result<Started>>();
  // Before the window: a page may ask as soon as it is there, and then waits for the engine.
  ipcMain.handle(requestChannel, (event, company: unknown, channel: unknown, payload: unknown) =>
    answerBridge(async () => doorOrRefusal(await door.promise), event.senderFrame, company, channel, payload),
  );
  await app.whenReady();
  const built = readRendererFiles(join(installed.folder, 'dist', 'renderer'));
  if (!built.ok) return refuseToStart(built.failure);
  serveScreens(built.value, createSystemRandom());
  const window = createMainWindow(join(installed.folder, 'dist', 'preload', 'preload.cjs'));
  app.on('second-instance', (_event, argv) => {
    if (readMode(ownWords(argv, process.defaultApp === true)).kind === 'window') void window.show();
  });
  app.on('window-all-closed', () => app.quit());
  // The native modules and the engines come after the first picture; without a window there is none to wait for.
  if (mode.kind === 'window') await window.show();
  // Here the machine is claimed: another user's Plumbline, or the unattended one, may run already.
  const { startEngines } = await import('./startEngines.ts');
  const started = await startEngines(home.value, mode.options.config, installed);
  door.resolve(started);
  if (!started.ok) return refuseToStart(started.failure);
  started.value.door.onChanged(window.send);
  stopBeforeQuitting(started.value);
}

/** Electron refuses a folder that is not there. */
function folderFor({ folder }: Home): string {
  const chromium = join(folder, 'window');
  mkdirSync(chromium, { recursive: true, mode: 0o700 });
  return chromium;
}

/** A write that has begun ends first; then the program does. */
function stopBeforeQuitting({ stop }: Started): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

function doorOrRefusal(started: Result<Started>): Pick<Door, 'request'> {
  return started.ok ? started.value.door : { request: async () => started };
}

function refuseToStart({ sentence, remedy }: Failure): void {
  dialog.showErrorBox('Plumbline cannot start', remedy === undefined ? sentence : `${sentence}\n\n${remedy}`);
  app.quit();
}

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
