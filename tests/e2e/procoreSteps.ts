import type { ItemRow } from '#shared/contract/procore.ts';
import type { ItemKey, ItemKind } from '#shared/domain/procore/item.ts';
import type { ProcoreSandbox } from '../../electron/sandbox/procore/server.ts';
import { type App, expect } from './app.ts';
import { ask } from './steps.ts';

/** Reads both sides, as the button of the board does. */
export async function readBoth(app: App): Promise<void> {
  await ask(app, 'sync.now', { side: 'sage' });
  await ask(app, 'sync.now', { side: 'procore' });
}

export async function rowsOf(app: App, kind: ItemKind, project = ''): Promise<readonly ItemRow[]> {
  const asked = { kind, list: 'all', search: '', project, offset: 0, limit: 200 } as const;
  return (await ask(app, 'procore.list', asked)).rows;
}

export const stateOf = async (app: App, key: ItemKey) => (await ask(app, 'procore.item', { key })).row.state.name;

/** Both have arrived: what was accepted is in Sage or Procore, and the other one was told. */
export async function arrived(app: App, key: ItemKey, state = 'synced'): Promise<void> {
  await expect.poll(() => stateOf(app, key), { timeout: 20_000 }).toBe(state);
}

/** Opens an item beside its board. */
export async function openItem(app: App, { kind, id }: ItemKey) {
  // From one open panel to another no person gets without closing the first.
  await app.go(`#/procore/${kind}`);
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await app.go(`#/procore/${kind}?item=${encodeURIComponent(id)}`);
  const panel = app.page.getByRole('dialog');
  await expect(panel.getByRole('heading', { name: 'History' })).toBeVisible();
  return panel;
}

/** Accepts an item as a person does: fills in what is asked, ticks what is to be confirmed, and accepts what the preview shows. */
export async function acceptItem(
  app: App,
  key: ItemKey,
  answers: Readonly<Record<string, string>> = {},
): Promise<void> {
  await accept(app, key, answers);
  await arrived(app, key);
}

/** The same, without waiting until it has arrived. */
export async function accept(app: App, key: ItemKey, answers: Readonly<Record<string, string>> = {}): Promise<void> {
  const panel = await openItem(app, key);
  for (const [label, value] of Object.entries(answers)) {
    const field = panel.getByLabel(label);
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  const button = panel.getByRole('button', { name: /^Accept and / });
  await expect(button).not.toHaveAccessibleDescription(/preview is being made|cannot be written/);
  for (const box of await panel.getByRole('checkbox').all()) await box.check();
  await expect(button).toBeEnabled();
  await button.click();
}

/** Links what is in both, as the comparison's button does. */
export async function linkAll(app: App, kind: ItemKind, of: (row: ItemRow) => boolean): Promise<void> {
  const found = (await rowsOf(app, kind)).filter((row) => row.suggestion !== null && of(row));
  const pairs = found.map(({ key, suggestion }) => ({ key, sageKey: suggestion?.sageKey ?? '' }));
  const { results } = await ask(app, 'procore.link', { pairs });
  expect(results.filter(({ failure }) => failure !== null)).toEqual([]);
  for (const { key } of pairs) await arrived(app, key);
}

/** By job, cost code and type, and vendor: nothing is different. */
export async function equalSums(app: App, project: string): Promise<void> {
  await readBoth(app);
  const answer = await ask(app, 'procore.reconcile', { project, level: 'difference', offset: 0, limit: 50 });
  expect(answer.rows).toEqual([]);
  expect(answer.difference).toBe('0.00');
  expect(answer.jobs).toBe(1);
}

/** The id of a project in Procore by its number. */
export function projectId(procore: ProcoreSandbox, number: string): string {
  const found = procore.control.records('projects').find((one) => one.project_number === number);
  if (found === undefined) throw new Error(`No project ${number}`);
  return found.id;
}
