import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';

/** What is seen of a frame: its edge, its colours and where its mark is. */
async function seen(mark: Locator, rail: Locator, screen: Locator) {
  const colours = (element: HTMLElement) => {
    const { backgroundColor, borderRightColor } = getComputedStyle(element);
    return { backgroundColor, borderRightColor };
  };
  return {
    edge: (await rail.boundingBox())?.width,
    rail: await rail.evaluate(colours),
    screen: (await screen.evaluate(colours)).backgroundColor,
    place: await mark.boundingBox(),
  };
}

/** The page's scripts arrive only when the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 1920],
  ['light', 1000],
] as const) {
  test(`before a script has run the window's frame is painted as it will be: ${colorScheme}, ${width} pixels`, async ({
    app: { page },
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const letGo = await holdScripts(page);
    await page.reload({ waitUntil: 'commit' });
    await expect(page.getByRole('status')).toHaveText('Opening Plumbline …');
    const opening = page.locator('#opening');
    // Nothing is painted before the styles are there.
    await expect(opening).toHaveCSS('position', 'fixed');
    const { place: drawnAt, ...drawn } = await seen(opening.locator('svg'), opening.locator('> div'), opening);

    letGo();
    const navigation = page.getByRole('navigation', { name: 'Screens' });
    await expect(navigation).toBeVisible();
    await expect(opening).toBeHidden();
    const mark = navigation.locator('svg[viewBox="0 0 24 24"]').first();
    const { place, ...shown } = await seen(mark, navigation, page.getByRole('main'));
    expect(drawn).toEqual(shown);
    // The company's name beside it, not known before, may move it a little.
    expect(Math.abs((drawnAt?.x ?? 0) - (place?.x ?? Number.NaN))).toBeLessThanOrEqual(1);
    expect(Math.abs((drawnAt?.y ?? 0) - (place?.y ?? Number.NaN))).toBeLessThanOrEqual(4);
  });
}

test('companies that cannot be read are told in place of the frame, and are tried again', async ({ app: { page } }) => {
  await page.route('**/rpc/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('#opening')).toBeHidden();
  await page.unroute('**/rpc/**');
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
});
