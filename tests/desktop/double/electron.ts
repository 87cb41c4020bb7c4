import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { app, becomeReady, prepareApp } from './app.ts';
import { serveDriver } from './driven.ts';
import { watchDownloads } from './session.ts';
import { mark, openBrowser } from './state.ts';
import { watchOpened } from './window.ts';

/*
 * An Electron for machines that have none: `node electron.ts [-r FILE]… [switches] FOLDER [words]` runs the application in FOLDER as Electron's own
 * program would, on its built main and preload, with the module `electron` of this folder in Electron's place and its windows in the
 * Chromium whose DevTools address stands in PLUMBLINE_DOUBLE_BROWSER.
 *
 * What differs from Electron, so that nobody takes a test here for more than it is:
 * - main runs in plain Node: Electron's own start, its Node and its memory are not measured;
 * - app://plumbline is http://plumbline.app.localhost to Chromium (addresses.ts); the application hears its own address;
 * - the preload runs before the page's scripts in the page's own world, not in an isolated one: context isolation, the sandbox and the
 *   other preferences of a window are Electron's to keep, and are tested as values;
 * - tray, menus, notifications, dialogs, power and login items are recorded and driven, never drawn;
 * - fuses, ASAR and code signing do not exist here.
 */
const packageSchema = z.object({
  main: z.string(),
  name: z.string(),
  productName: z.string().optional(),
  version: z.string(),
});

const words = process.argv.slice(2);
const preloaded: string[] = [];
while (words[0] === '-r') preloaded.push(...words.splice(0, 2).slice(1));
// Switches for Chromium may stand before it.
const folder = words.find((word) => !word.startsWith('-')) ?? '.';
// As Electron leaves it: the program, and everything that was said to it.
process.execArgv.push(process.argv[1] ?? '');
process.argv.splice(1, process.argv.length, ...words);
Object.assign(process.versions, { electron: electronVersion(), chrome: '0' });
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(resolve(folder), 'resources') });

const double = new URL('./module.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: double, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
});

const { main, name, productName = name, version } = packageSchema.parse(readJson(join(folder, 'package.json')));
prepareApp({ folder: resolve(folder), name: productName, version, packaged: false });
await openBrowser(process.env.PLUMBLINE_DOUBLE_BROWSER ?? '');
mkdirSync(join(app.getPath('userData'), 'Downloads'), { recursive: true });
await watchDownloads(join(app.getPath('userData'), 'Downloads'));
watchOpened();
const require = createRequire(import.meta.url);
for (const file of preloaded) require(file);
serveDriver();

mark('main');
await import(pathToFileURL(resolve(folder, main)).href);
mark('mainLoaded');
setImmediate(becomeReady);

function electronVersion(): string {
  const require = createRequire(import.meta.url);
  return z.object({ version: z.string() }).parse(readJson(require.resolve('electron/package.json'))).version;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
