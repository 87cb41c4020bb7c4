import type * as Double from './module.ts';
import { offersOnly } from './surface.ts';

/*
 * What `import … from 'electron'` gives in the double. What the application needs and is not here is a link error that names it: add it
 * here, in the form of electron.d.ts, and never what Electron has not.
 */
export { app } from './app.ts';
export { BaseWindow } from './baseWindow.ts';
export { ipcMain } from './ipc.ts';
export { protocol } from './requests.ts';
export { session } from './session.ts';
export {
  clipboard,
  crashReporter,
  dialog,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  safeStorage,
  screen,
  shell,
} from './system.ts';
export { Menu, MenuItem, Notification, nativeImage, Tray } from './tray.ts';
export { utilityProcess } from './utility.ts';
export { BrowserWindow } from './window.ts';

offersOnly<Exclude<keyof typeof Double, keyof typeof Electron.CrossProcessExports>>();
