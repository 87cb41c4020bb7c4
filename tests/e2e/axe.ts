import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { App } from './app.ts';

/** What axe finds serious or critical on the page as it is now. */
export function serious({ page }: App): Promise<readonly string[]> {
  return seriousOn(page, null);
}

/** Colours are all that differs between light and dark. */
const colours = ['color-contrast', 'link-in-text-block'];

/**
 * The same in light and in dark: a window changes its look at once, wherever one is. Leaves the page in the other look, so that what comes
 * next is opened in that one.
 */
export async function seriousInBoth(page: Page): Promise<readonly string[]> {
  const found = await seriousOn(page, null);
  const other = await changeLook(page);
  return [...found, ...(await seriousOn(page, colours)).map((one) => `in ${other}: ${one}`)];
}

/** What axe calls itself in the page. */
type Axe = { run: (where: object, how: object) => Promise<{ violations: readonly Violation[] }> };
type Violation = {
  readonly id: string;
  readonly impact?: string;
  readonly nodes: readonly { readonly html: string }[];
};

/** `rules`: only these; null: all. */
async function seriousOn(page: Page, rules: readonly string[] | null): Promise<readonly string[]> {
  // It stays until the page is loaded anew; to bring it in takes longer than to run it.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await new AxeBuilder({ page }).setLegacyMode(true).withRules(['html-has-lang']).analyze();
  }
  const violations = await page.evaluate(async (values) => {
    // Half of a change of colour is no colour of ours; what turns without end is left turning.
    const changing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(changing.map(({ finished }) => finished));
    const { axe } = window as unknown as { axe: Axe };
    const only = values === null ? {} : { runOnly: { type: 'rule', values } };
    // The dummies are Fluent's own: they pass the focus on and never keep it.
    const found = await axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'], ...only });
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map(({ html }) => ({ html })),
    }));
  }, rules);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Out: the look that the page has now. */
async function changeLook(page: Page): Promise<'light' | 'dark'> {
  const background = () =>
    page
      .locator('.fui-FluentProvider')
      .first()
      .evaluate((root) => getComputedStyle(root).backgroundColor);
  const before = await background();
  const isDark = await page.evaluate(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  const colorScheme = isDark ? 'light' : 'dark';
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect.poll(background, { intervals: [20] }).not.toBe(before);
  return colorScheme;
}
