import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../hosts/secretNames.ts';

/**
 * The Electron program where it can be used: its binary is there (its download may be blocked, and nothing is downloaded here) and
 * something can show a window. Not as root on Linux: Chromium's sandbox refuses, and without it nothing is opened.
 */
export function findElectron(appFolder: string, environment: Environment): string | null {
  const isLinux = process.platform === 'linux';
  if (isLinux && !environment.DISPLAY && !environment.WAYLAND_DISPLAY) return null;
  if (isLinux && process.getuid?.() === 0) return null;
  const folder = join(appFolder, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named) || !existsSync(join(appFolder, 'dist', 'main', 'main.js'))) return null;
  const program = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** Runs the desktop on this home folder; resolves when its window was closed. False: it could not be started. */
export function runElectron(program: string, appFolder: string, home: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, [appFolder, '--home', home], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
