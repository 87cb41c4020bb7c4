import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './desktop.ts';

const patient = { timeout: 60_000 };
const label = 'Also notify me of what was written into Sage';
test.slow();

/** Settings, This computer. */
async function openSection(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(patient);
  await page.evaluate(() => {
    location.hash = '#/settings/desktop';
  });
  await expect(page.getByRole('checkbox', { name: label })).toBeVisible(patient);
}

test('Settings, This computer: what a person sets there holds after a restart', async ({ desktop, launch }) => {
  const page = await desktop.page();
  await openSection(page);
  const box = page.getByRole('checkbox', { name: label });
  await expect(box).not.toBeChecked();
  await box.check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('How Plumbline behaves on this computer is saved.').first()).toBeVisible(patient);
  await desktop.inMain(({ app }) => void setImmediate(() => app.quit()));
  expect(await desktop.ended).toBe(0);
  const again = await (await launch()).page();
  await openSection(again);
  await expect(again.getByRole('checkbox', { name: label })).toBeChecked(patient);
});

test('Settings, This computer: what is set centrally is shown locked, with who set it', async ({ launch, folders }) => {
  const config = `${folders.userData}.config.json`;
  writeFileSync(config, JSON.stringify({ desktop: { notifyDone: true } }));
  const page = await (await launch({ words: ['--config', config] })).page();
  await openSection(page);
  const box = page.getByRole('checkbox', { name: label });
  await expect(box).toBeChecked(patient);
  await expect(box).toBeDisabled();
  await expect(page.getByText('Set in the configuration file').first()).toBeVisible();
});
