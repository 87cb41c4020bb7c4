import type { Failure } from '#shared/domain/failure.ts';
import { keepingAt, lockedChange, lockReason, type SettingLock } from '#shared/domain/settingLocks.ts';
import type { Store } from '../engine/ports/store.ts';
import { type SetValue, withValues } from './configuredSettings.ts';

/**
 * The settings of a company with what stands above them, as it is now: policy, then configuration file. What was set on screen stays
 * stored underneath, and holds again once nothing stands above it.
 */
export function withLockedSettings(own: Store['settings'], values: () => readonly SetValue[]): Store['settings'] {
  const read = () => withValues(own.read(), values());
  return {
    read,
    write: (next) => {
      const stored = own.read();
      const { by, at } = read().writing;
      const sameChooser = next.writing.by === by && next.writing.at === at;
      const paths = [...values().map(({ path }) => path), ...(sameChooser ? ['writing.by', 'writing.at'] : [])];
      own.write(keepingAt(next, stored, paths));
    },
  };
}

/** Null, or why what was asked of the installation changes something that no screen may change. */
export function lockedRefusal(before: unknown, after: unknown, locks: readonly SettingLock[]): Failure | null {
  const locked = lockedChange(before, after, locks);
  if (locked === null) return null;
  return { next: 'needsPerson', code: 'settings.locked', sentence: lockReason(locked) };
}
