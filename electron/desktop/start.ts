import { app } from 'electron';
import { type Mode, ownWords, readMode } from './mode.ts';
import { runDesktop } from './runDesktop.ts';

/** Starts what this start of the program is for. `moduleUrl`: the address of the bundle that calls. */
export async function start(moduleUrl: string): Promise<void> {
  const mode = readMode(ownWords(process.argv, process.defaultApp === true));
  switch (mode.kind) {
    case 'window':
    case 'background':
      return runDesktop(mode, moduleUrl);
    case 'unattended':
    case 'stopUnattended':
    case 'command':
      return notYet(mode);
  }
}

/** Each of these gets its own module, loaded when it is asked for. */
function notYet({ kind }: Mode): void {
  process.stderr.write(`This Plumbline cannot be started for “${kind}” yet.\n`);
  app.exit(2);
}
