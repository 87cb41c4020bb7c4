import type { App } from 'electron';

/** Electron's list of programs opened at login. */
export type LoginItems = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

const ours = { args: ['--background'] };

export type LoginItem = {
  /** Whether Windows opens Plumbline in the tray at login; null where the system cannot say. */
  readonly on: boolean | null;
  /** The installer set it for everybody at this computer. */
  readonly locked: boolean;
};

/** `platform`: Linux has no such list of its own, so that nothing is offered there. */
export function readLoginItem(app: LoginItems, platform: NodeJS.Platform): LoginItem {
  if (platform !== 'win32' && platform !== 'darwin') return { on: null, locked: false };
  const { openAtLogin, launchItems = [] } = app.getLoginItemSettings(ours);
  const forAll = launchItems.some(({ scope, enabled }) => scope === 'machine' && enabled);
  return { on: openAtLogin || forAll, locked: forAll };
}

/** What the installer set for everybody stays. */
export function writeLoginItem(app: LoginItems, platform: NodeJS.Platform, on: boolean): void {
  const before = readLoginItem(app, platform);
  if (before.on === on || before.locked) return;
  app.setLoginItemSettings({ ...ours, openAtLogin: on });
}
