import type { App } from 'electron';
import type { DesktopPort } from './desktopDoor.ts';
import { cutOffWords } from './endMarker.ts';
import type { ShellFile } from './keptShell.ts';
import { readLoginItem, writeLoginItem } from './loginItem.ts';

/** What the desktop says of itself and lets be set. `app`: Electron's, for its list of programs opened at login. */
export function desktopPort(
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>,
  file: ShellFile,
): DesktopPort {
  const { platform } = process;
  return {
    read: () => {
      const { notifyDone, cutOffAt } = file.read();
      const cutOff = cutOffAt === null ? null : cutOffWords(cutOffAt);
      const { on, locked } = readLoginItem(app, platform);
      const lock = { path: 'startAtLogin', by: 'organisation', key: 'the start with Windows' } as const;
      return { startAtLogin: on, locks: locked ? [lock] : [], notifyDone, cutOff };
    },
    save: ({ startAtLogin, notifyDone }) => {
      const refused = startAtLogin === null ? null : writeLoginItem(app, platform, startAtLogin);
      if (refused === null) file.change({ notifyDone });
      return refused;
    },
    seen: () => file.change({ cutOffAt: null }),
  };
}
