import { type BrowserWindow, dialog, screen } from 'electron';
import type { CompanyEvent } from '#shared/contract/companies.ts';
import { changedChannel } from './bridge.ts';
import type { ShellFile } from './shell/keptShell.ts';
import type { Shown } from './shell/notices.ts';
import { decideReload, gaveUpWords, reloadedWords } from './shell/reloads.ts';
import { companyRoute } from './shell/routes.ts';
import { placeWindow } from './shell/windowPlace.ts';
import { createWindow, goToScreen, showScreens } from './window.ts';

export type MainWindowOptions = {
  /** Paths of the one bridge and of the icon. */
  readonly preload: string;
  readonly icon: string;
  readonly file: ShellFile;
  /** The person closed it; the program goes on. */
  readonly hidden: () => void;
  /** Something about the screens that a person should know. */
  readonly explain: (sentence: string) => void;
};

/** The one window of the program, made when it is first wanted. Closing it hides it. */
export type MainWindow = {
  /** Brings it up, on a screen if one is named. Resolves after it was first painted, or failed to be. */
  readonly show: (company?: string | null, goTo?: string | null) => Promise<void>;
  /** Tells the screens what changed, if there are any. */
  readonly send: (event: CompanyEvent) => void;
  /** The route before a person's eyes; null when they look elsewhere. */
  readonly shownRoute: () => string | null;
  /** From now on closing it closes it. */
  readonly letGo: () => void;
};

export function createMainWindow({ preload, icon, file, hidden, explain }: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  let ending = false;
  let reloads: readonly number[] = [];

  const open = (): BrowserWindow => {
    const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
    const opened = createWindow(preload, icon, placeWindow(file.read().window, areas));
    opened.on('close', (event) => {
      file.change({ window: { ...opened.getNormalBounds(), maximized: opened.isMaximized() } });
      if (ending) return;
      event.preventDefault();
      opened.hide();
      hidden();
    });
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (ending || reason === 'clean-exit') return;
      const decided = decideReload(reloads, performance.now());
      reloads = decided.past;
      if (decided.reload) opened.webContents.reload();
      else opened.destroy();
      explain(decided.reload ? reloadedWords(reason) : gaveUpWords(reason));
    });
    opened.on('unresponsive', () => void askToReload(opened));
    return opened;
  };

  return {
    show: async (company = null, goTo = null) => {
      const route = companyRoute(company, goTo);
      if (window === null || window.isDestroyed()) {
        window = open();
        await showScreens(window, route);
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      if (route !== '') await goToScreen(window, route);
    },
    send: (event) => {
      if (window !== null && !window.isDestroyed()) window.webContents.send(changedChannel, event);
    },
    shownRoute: () => {
      if (window === null || window.isDestroyed() || !window.isVisible() || !window.isFocused()) return null;
      return URL.parse(window.webContents.getURL())?.hash ?? '';
    },
    letGo: () => {
      ending = true;
    },
  };
}

/** Ends the screens' process when the person says so: they are then opened anew like after a crash. */
async function askToReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Plumbline',
    message: 'The screens do not answer.',
    detail: 'Plumbline itself goes on. Opening the screens anew loses what was not saved on them.',
    buttons: ['Wait', 'Open them anew'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
}

/** What a person sees now, for those who would otherwise tell them of it. `company`: whose screens were asked for last. */
export function shownOf(window: MainWindow, company: string | null): Shown {
  const route = window.shownRoute();
  return route === null ? null : { company, route };
}
