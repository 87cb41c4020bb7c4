import { lockReason, type SettingLock } from '#shared/domain/settingLocks.ts';
import { type Who, whoInWords } from '../../hosts/machine/who.ts';
import type { GovernedConfig } from '../../hosts/policy/governed.ts';
import type { DesktopPort } from './desktopDoor.ts';
import { cutOffWords } from './endMarker.ts';
import type { ShellFile } from './keptShell.ts';
import { type LoginItems, readLoginItem, writeLoginItem } from './loginItem.ts';

export type DesktopPortOptions = {
  readonly app: LoginItems;
  readonly platform: NodeJS.Platform;
  readonly file: ShellFile;
  /** What the organisation and the configuration file set. */
  readonly governed: () => Pick<GovernedConfig, 'config' | 'locks'>;
  /** Who runs the engines that this desktop only watches; null: it runs its own, or nobody answers. */
  readonly watched: () => Who | null;
  /** Instant, ISO UTC. */
  readonly now: () => string;
};

/** What the desktop says of itself and lets be set: what is set centrally holds, and underneath what the person chose. */
export function desktopPort({ app, platform, file, governed, watched, now }: DesktopPortOptions): DesktopPort {
  const read: DesktopPort['read'] = () => {
    const { notifyDone, cutOffAt } = file.read();
    const { config, locks } = governed();
    const { on, locked } = readLoginItem(app, platform);
    const who = watched();
    const installed = { path: 'startAtLogin', by: 'installer', key: 'the start with Windows' } as const;
    return {
      startAtLogin: on,
      notifyDone: config.desktop?.notifyDone ?? notifyDone,
      locks: locked ? [...ours(locks), installed] : ours(locks),
      cutOff: cutOffAt === null ? null : cutOffWords(cutOffAt),
      watches: who === null ? null : watchesWords(who, now()),
    };
  };
  return {
    read,
    save: ({ startAtLogin, notifyDone }) => {
      const before = read();
      const set = before.locks.find(({ path }) =>
        path === 'startAtLogin' ? startAtLogin !== before.startAtLogin : notifyDone !== before.notifyDone,
      );
      if (set !== undefined) {
        return { next: 'needsPerson', code: 'settings.locked', sentence: lockReason(set), remedy: '' };
      }
      if (startAtLogin !== null) writeLoginItem(app, platform, startAtLogin);
      // What is set centrally is not the person's own choice.
      if (notifyDone !== before.notifyDone) file.change({ notifyDone });
      return null;
    },
    seen: () => file.change({ cutOffAt: null }),
  };
}

/** Has Windows open Plumbline at login, or not, as it is set centrally; otherwise what the person chose stays. */
export function enforceLogin({
  app,
  platform,
  governed,
}: Pick<DesktopPortOptions, 'app' | 'platform' | 'governed'>): void {
  const wanted = governed().config.desktop?.startAtLogin;
  const { on, locked } = readLoginItem(app, platform);
  if (wanted === undefined || on === null || locked || on === wanted) return;
  writeLoginItem(app, platform, wanted);
}

function watchesWords(who: Who, now: string): string {
  return `Plumbline runs on this computer ${whoInWords(who, now)}. This window watches it: what you do here it does, and it goes on when you quit.`;
}

/** The locks on what is shown under *This computer*, by the names that these settings have there. */
function ours(locks: readonly SettingLock[]): readonly SettingLock[] {
  const prefix = 'desktop.';
  return locks
    .filter(({ key }) => key.startsWith(prefix))
    .map((lock) => ({ ...lock, path: lock.key.slice(prefix.length) }));
}
