import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import type { Failure } from '#shared/domain/failure.ts';
import { exitCodeOf, exitCodes } from '../cli/exitCodes.ts';
import { findApp } from '../hosts/appFolder.ts';
import { openHome } from '../hosts/homeFolder.ts';
import { runUnattended } from '../hosts/unattended/runUnattended.ts';
import { stopUnattended } from '../hosts/unattended/stopUnattended.ts';
import { unattendedHome } from '../hosts/unattended/unattendedHome.ts';
import type { DesktopOptions } from './commandLine.ts';
import { openDesktop } from './openDesktop.ts';

/** What the service runs: the engines without window and tray. Code 0: it was asked to end. */
export async function runService({ home: path, ...options }: DesktopOptions, moduleUrl: string): Promise<void> {
  // There is no screen to draw on, and a service has no graphics to speed up.
  app.disableHardwareAcceleration();
  const home = openHome(homeOf(path));
  if (!home.ok) return end(home.failure);
  const chromium = join(home.value.folder, 'window');
  mkdirSync(chromium, { recursive: true, mode: 0o700 });
  app.setPath('userData', chromium);
  await app.whenReady();
  const interrupted = new Promise<void>((asked) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => asked());
  });
  const ran = await runUnattended({
    home: home.value,
    environment: process.env,
    interrupted,
    open: () => openDesktop(home.value, options, findApp(moduleUrl), true),
    onStarted: () => undefined,
  });
  if (ran.ok) app.exit(exitCodes.ok);
  else end(ran.failure);
}

/** What the service starts to stop the other one: returns when that has ended. */
export async function stopService({ home }: DesktopOptions): Promise<void> {
  const stopped = await stopUnattended(homeOf(home));
  if (stopped.ok) app.exit(exitCodes.ok);
  else end(stopped.failure);
}

function homeOf(path: string | null): string {
  return resolve(path ?? unattendedHome(process.platform, process.env));
}

function end(failure: Failure): void {
  process.stderr.write(`${failure.sentence} ${failure.remedy ?? ''}\n`);
  app.exit(exitCodeOf(failure));
}
