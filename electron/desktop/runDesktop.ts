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
import { openShellFile } from './shell/keptShell.ts';
import { createNotifier } from './shell/notifier.ts';

/** The same in the installer's shortcut: Windows groups windows and notifications by it. */
const appId = 'com.plumbline.desktop';

/** Runs the desktop of one user: the window, or at first only the tray. One for each home folder; another start brings this one up. */
export async function runDesktop(
  mode: Extract<Mode, { kind: 'window' | 'background' }>,
  moduleUrl: string,
): Promise<void> {
  const opened = openHome(mode.options.home ?? defaultHome(process.platform, process.env, homedir()));
  if (!opened.ok) return refuseToStart(opened.failure);
  const home = opened.value;
  // What Chromium keeps belongs beside our own data, not in the roaming profile; and the lock below goes by this folder.
  app.setPath('userData', folderFor(home));
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.setAppUserModelId(appId);
  declareScheme();
  const installed = findApp(moduleUrl);
  const door = Promise.withResolvers<Result<Pick<Door, 'request'>>>();
  let shownCompany: string | null = null;
  // Before the window: a page may ask as soon as it is there, and then waits for the engine.
  ipcMain.handle(requestChannel, (event, company: unknown, channel: unknown, payload: unknown) => {
    if (typeof company === 'string') shownCompany = company;
    return answerBridge(async () => doorOrRefusal(await door.promise), event.senderFrame, company, channel, payload);
  });
  await app.whenReady();
  const built = readRendererFiles(join(installed.folder, 'dist', 'renderer'));
  if (!built.ok) return refuseToStart(built.failure);
  serveScreens(built.value, createSystemRandom());

  const icons = join(installed.folder, 'resources', 'icons');
  const icon = join(icons, 'plumbline-256.png');
  const file = openShellFile(join(home.folder, 'desktop.json'), (code) =>
    process.stderr.write(`desktop.json: ${code}\n`),
  );
  const notify = createNotifier(icon, ({ company, goTo }) => void window.show(company, goTo));
  const tell = (title: string, body: string) => notify({ title, body, company: null, goTo: null });
  const window = createMainWindow({
    preload: join(installed.folder, 'dist', 'preload', 'preload.cjs'),
    icon,
    file,
    hidden: () => {
      if (file.read().explainedTray) return;
      file.change({ explainedTray: true });
      tell('Plumbline goes on', 'Closing the window does not end it: it stays beside the clock. Quit it there.');
    },
    explain: (sentence) => tell('The screens stopped working', sentence),
  });
  app.on('before-quit', window.letGo);
  app.on('second-instance', (_event, argv) => {
    if (readMode(ownWords(argv, process.defaultApp === true)).kind === 'window') void window.show();
  });
  // The tray stays.
  app.on('window-all-closed', () => undefined);
  // The engines, native modules and all, come after the first picture; without a window there is none to wait for.
  if (mode.kind === 'window') await window.show();
  const { runShell } = await import('./shell/runShell.ts');
  const { options: given } = mode;
  const running = { home, given, installed, icons, window, file, notify, shownCompany: () => shownCompany };
  const started = await runShell(running);
  door.resolve(started);
  if (!started.ok) refuseToStart(started.failure);
}

/** Electron refuses a folder that is not there. */
function folderFor({ folder }: Home): string {
  const chromium = join(folder, 'window');
  mkdirSync(chromium, { recursive: true, mode: 0o700 });
  return chromium;
}

function doorOrRefusal(started: Result<Pick<Door, 'request'>>): Pick<Door, 'request'> {
  return started.ok ? started.value : { request: async () => started };
}

function refuseToStart({ sentence, remedy }: Failure): void {
  dialog.showErrorBox('Plumbline cannot start', remedy === undefined ? sentence : `${sentence}\n\n${remedy}`);
  app.quit();
}
