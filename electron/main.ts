import { start } from './desktop/start.ts';

/** The desktop host. Nothing is awaited here: Electron gets ready only after this module has ended, and what is started waits for that. */
void start(import.meta.url);
