import { app } from 'electron';
import { startDesktop } from './desktop/start.ts';

/**
 * The desktop host. One instance for each user; the store's own lock keeps other users of this machine out. Nothing is awaited here:
 * Electron gets ready only after this module has ended, and what is started waits for that.
 */
if (app.requestSingleInstanceLock()) void startDesktop(import.meta.url);
else app.quit();
