import { defineConfig } from '@playwright/test';
import e2e from '../e2e/playwright.config.ts';

/** The built application as the tests open it, photographed for the help. Run by `npm run pictures`. */
export default defineConfig({
  ...e2e,
  testDir: '.',
  outputDir: '../../.cache/pictures',
  workers: 1,
  timeout: 90_000,
  use: { ...e2e.use, colorScheme: 'light', deviceScaleFactor: 1, screenshot: 'off', trace: 'off' },
});
