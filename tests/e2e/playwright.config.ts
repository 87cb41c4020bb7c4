import { defineConfig } from '@playwright/test';
import { systemChromium } from '../../resources/scripts/chromium.mjs';

/** As root Chromium runs only without its own sandbox. */
const asRoot = process.getuid?.() === 0;
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../.cache/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    // What moves is neither there nor not there, and half transparent.
    contextOptions: { reducedMotion: 'reduce' },
    // Pictures of every step would make the tests a quarter slower; a failure comes with the page as it was, in words.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: systemChromium(),
      args: [...quiet, '--disable-component-update', ...(asRoot ? ['--no-sandbox'] : [])],
    },
  },
});
