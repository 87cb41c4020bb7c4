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
