import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain } from 'electron';
import type { Failure, Result } from '#shared/domain/failure.ts';
import { findApp } from '../hosts/appFolder.ts';
import type { Door } from '../hosts/companies/door.ts';
import { createSystemRandom } from '../hosts/random.ts';
import { readRendererFiles } from '../hosts/rendererFiles.ts';
import { answerBridge, changedChannel, requestChannel } from './bridge.ts';
import { readDesktopOptions } from './commandLine.ts';
import { declareScheme, serveScreens } from './protocol.ts';
import { type Started, startEngines } from './startEngines.ts';
import { createWindow, showScreens } from './window.ts';

/** Runs the desktop: one window, one engine for each company. `moduleUrl`: the address of the bundle that calls. */
export async function startDesktop(moduleUrl: string): Promise<void> {
  declareScheme();
  const installed = findApp(moduleUrl);
  const { folder } = installed;
  const door = deferred<Result<Started>>();
  // Before the window: a page may ask as soon as it is there, and then waits for the engine.
  ipcMain.handle(requestChannel, (event, company: unknown, channel: unknown, payload: unknown) =>
    answerBridge(async () => doorOrRefusal(await door.promise), event.senderFrame, company, channel, payload),
  );
  await app.whenReady();
  const built = readRendererFiles(join(folder, 'dist', 'renderer'));
  if (!built.ok) {
    refuseToStart(built.failure);
    return;
  }
  serveScreens(built.value, createSystemRandom());
  const window = createWindow(join(folder, 'dist', 'preload', 'preload.cjs'));
  app.on('second-instance', () => bringUp(window));
  app.on('window-all-closed', () => app.quit());
  await showScreens(window);
  const started = await startEngines(readDesktopOptions(process.argv.slice(1)), installed);
  door.resolve(started);
  if (!started.ok) {
    refuseToStart(started.failure);
    return;
  }
  tellChanges(window, started.value.door);
  stopBeforeQuitting(started.value);
}

function tellChanges(window: BrowserWindow, door: Door): void {
  door.onChanged((event) => {
    if (!window.isDestroyed()) window.webContents.send(changedChannel, event);
  });
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

function bringUp(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
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
