import type { BrowserWindow } from 'electron';
import type { CompanyEvent } from '#shared/contract/companies.ts';
import { changedChannel } from './bridge.ts';
import { createWindow, firstPaint, showScreens } from './window.ts';

/** The one window of the program, made when it is first wanted. */
export type MainWindow = {
  /** Brings it up. Resolves after it was first painted, or failed to be. */
  readonly show: () => Promise<void>;
  /** Tells the screens what changed, if there are any. */
  readonly send: (event: CompanyEvent) => void;
};

/** `preload`: path of the one bridge. */
export function createMainWindow(preload: string): MainWindow {
  let window: BrowserWindow | null = null;
  return {
    show: async () => {
      if (window === null || window.isDestroyed()) {
        window = createWindow(preload);
        const painted = firstPaint(window);
        await showScreens(window);
        await painted;
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    send: (event) => {
      if (window !== null && !window.isDestroyed()) window.webContents.send(changedChannel, event);
    },
  };
}
