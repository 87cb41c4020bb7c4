import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain } from 'electron';
import type { Failure, Result } from '#shared/domain/failure.ts';
import type { Engine } from '../engine/engineTypes.ts';
import { findApp } from '../hosts/appFolder.ts';
import type { Composed } from '../hosts/composition.ts';
import { createSystemRandom } from '../hosts/random.ts';
import { readRendererFiles } from '../hosts/rendererFiles.ts';
import { answerBridge, changedChannel, requestChannel } from './bridge.ts';
import { readDesktopOptions } from './commandLine.ts';
import { declareScheme, serveScreens } from './protocol.ts';
import { startEngine } from './startEngine.ts';
import { createWindow, showScreens } from './window.ts';

/** Runs the desktop: one window, one engine. `moduleUrl`: the address of the bundle that calls. */
export async function startDesktop(moduleUrl: string): Promise<void> {
  declareScheme();
  const installed = findApp(moduleUrl);
  const { folder } = installed;
  const engine = deferred<Result<Composed>>();
  // Before the window: a page may ask as soon as it is there, and then waits for the engine.
  ipcMain.handle(requestChannel, (event, channel: unknown, payload: unknown) =>
    answerBridge(async () => engineOrRefusal(await engine.promise), event.senderFrame, channel, payload),
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
  const started = await startEngine(readDesktopOptions(process.argv.slice(1)), installed);
  engine.resolve(started);
  if (!started.ok) {
    refuseToStart(started.failure);
    return;
  }
  tellChanges(window, started.value.engine);
  stopBeforeQuitting(started.value);
}

function tellChanges(window: BrowserWindow, engine: Engine): void {
  engine.onChanged((event) => {
    if (!window.isDestroyed()) window.webContents.send(changedChannel, event);
  });
}

/** A write that has begun ends first; then the program does. */
function stopBeforeQuitting(composed: Composed): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void composed.stop().finally(() => {
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

function engineOrRefusal(started: Result<Composed>): Pick<Engine, 'request'> {
  return started.ok ? started.value.engine : { request: async () => started };
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
