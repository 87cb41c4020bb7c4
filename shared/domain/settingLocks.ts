import { z } from 'zod';

/** A setting that no screen may change: the organisation's policy, the configuration file or the installer sets it. */
export const settingLockSchema = z.object({
  /** Where it stands: in the settings (`schedule.pushMinutes`), or of a company's books (`sage.connection.server`). */
  path: z.string(),
  by: z.enum(['organisation', 'file', 'installer']),
  /** Its key in the policy and in the configuration file; in words what the installer sets. */
  key: z.string(),
});
export type SettingLock = z.infer<typeof settingLockSchema>;

/** What stands beside a locked field. */
export const lockWords = {
  organisation: 'Set by your organisation',
  file: 'Set in the configuration file',
  installer: 'Set by the installer',
} as const;

/** Why it is locked and who can change it, for whoever points at it and for whoever is refused. */
export function lockReason({ by, key }: SettingLock): string {
  switch (by) {
    case 'organisation':
      return `Your organisation sets ${key} for this computer by policy, so that it cannot be changed here. IT can change the policy.`;
    case 'file':
      return `The configuration file sets ${key}, so that it cannot be changed here. IT can change the file that --config names and start Plumbline again.`;
    case 'installer':
      return `The installer set ${key} for everybody at this computer, so that it cannot be changed here. IT can change the installation, and Windows’ Task Manager, Startup apps, can switch it off for you alone.`;
  }
}

/** The lock on a setting, on something inside it, or on the group that it is in; null when a person may change it. */
export function lockAt(locks: readonly SettingLock[], path: string): SettingLock | null {
  return locks.find((lock) => lock.path === path || lock.path.startsWith(`${path}.`)) ?? null;
}

/** The first locked setting that would change. */
export function lockedChange(before: unknown, after: unknown, locks: readonly SettingLock[]): SettingLock | null {
  return locks.find(({ path }) => !same(valueAt(before, path), valueAt(after, path))) ?? null;
}

/** What stands at a path such as `schedule.pushMinutes`; undefined where nothing does. */
export function valueAt(whole: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (isFields(value) ? value[part] : undefined), whole);
}

/** The same object with another value at a path; undefined takes it out. */
export function withValueAt<T>(whole: T, path: string, value: unknown): T {
  // What is put in by path is of the same shape: the schema of the settings stands behind every path.
  return put(whole, path.split('.'), value) as T;
}

/** The same object, but at these paths as another one has it: what stands above a setting is not written over what lies beneath. */
export function keepingAt<T>(next: T, beneath: unknown, paths: readonly string[]): T {
  return paths.reduce((kept, path) => withValueAt(kept, path, valueAt(beneath, path)), next);
}

function put(whole: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  const { [first]: before, ...others } = isFields(whole) ? whole : {};
  const inner = put(before, rest, value);
  return inner === undefined ? others : { ...(isFields(whole) ? whole : {}), [first]: inner };
}

function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => same(value, other[index]));
  }
  if (!isFields(one) || !isFields(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
