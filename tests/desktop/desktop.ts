import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { electronProgram } from '../../resources/scripts/electronProgram.mjs';
import { createDoubleLauncher } from './doubleDriver.ts';
import type { Desktop, Launch, Launcher, Ran } from './driver.ts';
import { createElectronLauncher } from './electronDriver.ts';

type Fixtures = {
  /** Home folder and Electron's own folder of this test; starts after starts find the same data. */
  folders: { readonly home: string; readonly userData: string };
  /** Starts the application on this test's data. */
  launch: (more?: Partial<Launch>) => Promise<Desktop>;
  /** Starts what ends by itself on this test's data, and waits for that. */
  toEnd: (more?: Partial<Launch>) => Promise<Ran>;
  /** Runs it as a command, `Plumbline.exe status`, and waits for its end. */
  run: (...words: readonly string[]) => Promise<Ran>;
  /** The application, started. */
  desktop: Desktop;
};

export const test = base.extend<Fixtures, { launcher: Launcher }>({
  launcher: [
    // biome-ignore lint/correctness/noEmptyPattern: how Playwright says that nothing is needed
    async ({}, use) => {
      const launcher = electronProgram() !== null ? createElectronLauncher() : await createDoubleLauncher();
      await use(launcher);
      await launcher.close();
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: how Playwright says that nothing is needed
  folders: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-desktop-'));
    await use({ home: join(folder, 'home'), userData: join(folder, 'electron') });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  launch: async ({ launcher, folders }, use) => {
    const started: Desktop[] = [];
    await use(async (more = {}) => {
      const desktop = await launcher.launch({ ...folders, ...more });
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) if (desktop.isRunning()) await desktop.kill();
  },

  toEnd: async ({ launcher, folders }, use) => {
    await use((more = {}) => launcher.toEnd({ ...folders, ...more }));
  },

  run: async ({ launcher, folders }, use) => {
    await use((...words) => launcher.run(folders.userData, words));
  },

  desktop: async ({ launch }, use) => {
    await use(await launch());
  },
});

export { expect };
