import { ownWords, readMode } from './mode.ts';
import { runDesktop } from './runDesktop.ts';

/** Starts what this start of the program is for; each in its own module, loaded when it is asked for. `moduleUrl`: of the bundle that calls. */
export async function start(moduleUrl: string): Promise<void> {
  const mode = readMode(ownWords(process.argv, process.defaultApp === true));
  switch (mode.kind) {
    case 'window':
    case 'background':
      return runDesktop(mode, moduleUrl);
    case 'unattended':
      return (await import('./unattended.ts')).runService(mode.options, moduleUrl);
    case 'stopUnattended':
      return (await import('./unattended.ts')).stopService(mode.options);
    case 'command':
      return (await import('./command.ts')).runCommand(mode.words, moduleUrl);
  }
}
