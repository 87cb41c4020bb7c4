/**
 * True for the versions of SQLite with the WAL-reset bug, which can corrupt a file or lose commits when two connections write:
 * 3.7.0 to 3.51.2 and the withdrawn 3.52.0, except where the repair was carried back (3.44.6 and 3.50.7, and what follows them in
 * their series). Source: sqlite.org/wal.html#walresetbug, confidence high. Text that is no version counts as bad.
 */
export function hasWalResetBug(version: string): boolean {
  const match = /^3\.(\d+)\.(\d+)/.exec(version);
  if (match === null) return true;
  const minor = Number(match[1]);
  const patch = Number(match[2]);
  if (minor < 7) return false;
  if (minor === 44) return patch < 6;
  if (minor === 50) return patch < 7;
  if (minor === 51) return patch < 3;
  return minor < 51 || (minor === 52 && patch === 0);
}
