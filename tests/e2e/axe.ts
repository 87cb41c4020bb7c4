import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { App } from './app.ts';

/** What axe finds serious or critical on the page as it is now. `rules` narrows it; all of them otherwise. */
export function serious({ page }: App, rules: readonly string[] = []): Promise<readonly string[]> {
  return seriousOn(page, rules);
}

export async function seriousOn(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  // Without frames the quicker mode does. The dummies are Fluent's own: they pass the focus on and never keep it.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-tabster-dummy]');
  const { violations } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
