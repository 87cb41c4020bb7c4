import { app, BaseWindow, dialog, powerMonitor } from 'electron';
import { heedSessionEnd, restAfterResumeMs, restOnSuspendMs } from './sessionEnd.ts';

export type EndingOptions = {
  /** Lets a write that has begun end, then closes everything. */
  readonly stop: () => Promise<void>;
  /** Says that this was no crash. */
  readonly farewell: () => void;
  readonly rest: (ms: number) => void;
  /** The machine has slept: what may have changed meanwhile is read again. */
  readonly woken: () => void;
  /** Whether a record is being written into Sage at this moment. */
  readonly writing: () => boolean;
  /** Uniform in [0, 1). */
  readonly fraction: () => number;
};

/** From now on the program ends only after a write that has begun, rests while the machine sleeps, and has Windows wait where it can. */
export function endGently({ stop, farewell, rest, woken, writing, fraction }: EndingOptions): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    void stop().finally(() => {
      state = 'stopped';
      farewell();
      app.quit();
    });
  });
  powerMonitor.on('suspend', () => rest(restOnSuspendMs));
  powerMonitor.on('resume', () => {
    rest(restAfterResumeMs(fraction()));
    woken();
  });
  if (process.platform !== 'win32') {
    powerMonitor.on('shutdown', () => app.quit());
    return;
  }
  // There may be no other window to be told.
  const quit = () => app.quit();
  heedSessionEnd(new BaseWindow({ show: false, skipTaskbar: true }), { writing, farewell, quit });
}

/** Asks only when something is being written; the write ends in either case. */
export async function quitAsked(writing: boolean): Promise<void> {
  if (!writing || (await agrees())) app.quit();
}

async function agrees(): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Plumbline',
    message: 'A record is being written into Sage.',
    detail:
      'If you quit, Plumbline finishes that first and ends then. After that nothing is read or written by itself.',
    buttons: ['Quit when it is written', 'Keep running'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
