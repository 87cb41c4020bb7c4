/**
 * Whether Windows is asked to wait when it is shut down or the user logs off: only while a record is being written into Sage, and not when
 * Windows cannot wait. A write that is cut off is found again at the next start; waiting saves the look.
 */
export function holdSessionEnd(writing: boolean, reasons: readonly string[]): boolean {
  return writing && !reasons.includes('critical');
}

/** After sleep the network is not there yet; and all machines of an office wake at nine. */
export function restAfterResumeMs(fraction: number): number {
  return Math.round(10_000 + 30_000 * fraction);
}

/** Until resume is heard of: a timer that slept through its time fires as soon as the machine is awake. */
export const restOnSuspendMs = 60_000;

/** Windows tells windows that the session ends, and nobody else. */
export type SessionListener = {
  on(event: 'query-session-end', heard: (event: SessionEvent) => void): unknown;
  on(event: 'session-end', heard: () => void): unknown;
};
type SessionEvent = { readonly reasons: readonly string[]; readonly preventDefault: () => void };

/** Has Windows wait for a write, and the program end with it. `quit`: ends after the write. */
export function heedSessionEnd(
  listener: SessionListener,
  { writing, farewell, quit }: { writing: () => boolean; farewell: () => void; quit: () => void },
): void {
  listener.on('query-session-end', (event) => {
    if (!holdSessionEnd(writing(), event.reasons)) return;
    event.preventDefault();
    quit();
  });
  // After this Windows ends the process at any moment: there is time for a farewell, and perhaps for the rest.
  listener.on('session-end', () => {
    farewell();
    quit();
  });
}
