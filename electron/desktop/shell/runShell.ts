import { join } from 'node:path';
import { app } from 'electron';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { App } from '../../hosts/appFolder.ts';
import type { Door } from '../../hosts/companies/door.ts';
import type { Home } from '../../hosts/homeFolder.ts';
import { createSystemRandom } from '../../hosts/random.ts';
import type { DesktopOptions } from '../commandLine.ts';
import type { MainWindow } from '../mainWindow.ts';
import { startEngines } from '../startEngines.ts';
import { withDesktop } from './desktopDoor.ts';
import { desktopPort, enforceLogin } from './desktopPort.ts';
import { endGently } from './ending.ts';
import { cutOffWords, setEndMarker } from './endMarker.ts';
import type { ShellFile } from './keptShell.ts';
import type { Notifier } from './notifier.ts';
import { createShell } from './shell.ts';

export type RunShellOptions = {
  readonly home: Home;
  /** The files that the program was started with. */
  readonly given: Pick<DesktopOptions, 'config' | 'enrol'>;
  readonly installed: App;
  /** The folder of the icons. */
  readonly icons: string;
  readonly window: MainWindow;
  readonly file: ShellFile;
  readonly notify: Notifier;
  /** The company whose screens were asked for last. */
  readonly shownCompany: () => string | null;
};

/**
 * Everything that comes after the first picture: tray, engines, notifications, power. Loaded only then. Gives the door that the screens'
 * requests go through.
 */
export async function runShell(options: RunShellOptions): Promise<Result<Pick<Door, 'request'>>> {
  const { home, given, installed, file, notify } = options;
  const marker = setEndMarker(join(home.folder, 'running.json'), () => new Date().toISOString());
  const shell = createShell({ ...options, marker });
  if (marker.cutOffAt !== null) {
    // A notification passes; Home says it until it was seen.
    file.change({ cutOffAt: marker.cutOffAt });
    notify({ title: 'Plumbline was cut off', body: cutOffWords(marker.cutOffAt), company: null, goTo: '#/home' });
  }
  // Here the machine is claimed: another user's Plumbline, or the unattended one, may run already.
  const started = await startEngines(home, given, installed);
  if (!started.ok) {
    marker.remove();
    return started;
  }
  const { door, stop, rest, policy, governed, watched, clock } = started.value;
  const setting = { app, platform: process.platform, file, governed, watched, now: clock.now };
  const desktop = desktopPort(setting);
  enforceLogin(setting);
  policy.onChanged(() => enforceLogin(setting));
  shell.attach(started.value, () => desktop.read().notifyDone);
  const { fraction } = createSystemRandom();
  const woken = () => void policy.refresh();
  endGently({ stop, farewell: marker.remove, rest, woken, writing: shell.writing, fraction });
  return succeed(withDesktop(door, desktop));
}
