/** So often a window that crashed is opened anew by itself; more in this time is no accident. */
const most = 3;
const withinMs = 10 * 60_000;

/**
 * Whether a window that has crashed is opened anew. `past`: when it was before, in milliseconds of a clock that does not jump; the answer
 * has the list to remember.
 */
export function decideReload(
  past: readonly number[],
  nowMs: number,
): { readonly reload: boolean; readonly past: readonly number[] } {
  const recent = past.filter((at) => nowMs - at < withinMs);
  return recent.length >= most ? { reload: false, past: recent } : { reload: true, past: [...recent, nowMs] };
}

/** What is said after the screens had to be opened anew. `reason`: Electron's word for it. */
export function reloadedWords(reason: string): string {
  return `The screens stopped working (${reason}) and were opened anew. What was not saved on them is gone; what was approved is not touched.`;
}

export function gaveUpWords(reason: string): string {
  return `The screens stopped working ${most + 1} times in ten minutes (${reason}). Plumbline goes on reading and writing without them. Quit it from the tray and start it again; if that does not help, send the diagnostics to support.`;
}
