import { type App, expect } from './app.ts';
import { logRow } from './steps.ts';

/** What a person does in *+ Add to Sage 100*. */

/** Selects CORs in the log and opens the wizard for them. */
export async function addToSage(app: App, ...titles: readonly RegExp[]): Promise<void> {
  await app.go('#/change-orders');
  for (const title of titles) await logRow(app, title).getByRole('gridcell').first().click();
  await app.page.getByRole('button', { name: 'Add to Sage 100' }).click();
  await atStep(app, 1);
}

export async function atStep(app: App, step: 1 | 2 | 3 | 4): Promise<void> {
  await expect(app.page.getByRole('heading', { name: new RegExp(`^Step ${step} of 4`) })).toBeVisible();
}

export async function next(app: App, step: 2 | 3 | 4): Promise<void> {
  await app.page.getByRole('button', { name: 'Next', exact: true }).click();
  await atStep(app, step);
}

export function field(app: App, words: string, line: number) {
  return app.page.getByRole('textbox', { name: `${words}, line ${line}`, exact: true });
}

export function choice(app: App, words: string, line: number) {
  return app.page.getByRole('combobox', { name: `${words}, line ${line}`, exact: true });
}

/** Types into a type-ahead and takes the line of its list that matches. */
export async function lookUp(app: App, words: string, line: number, typed: string, option: RegExp): Promise<void> {
  await choice(app, words, line).fill(typed);
  await app.page.getByRole('option', { name: option }).click();
}

export async function codeLine(app: App, line: number, code = '3300', type = '4'): Promise<void> {
  await lookUp(app, 'Sage 100 Cost Code', line, code, new RegExp(`^${code}(?![.\\d])`));
  await choice(app, 'Sage 100 Cost Type', line).selectOption(type);
}

export async function push(app: App, words: RegExp): Promise<void> {
  await app.page.getByRole('button', { name: 'Push to Sage 100' }).click();
  await expect(app.page.getByRole('heading', { name: words })).toBeVisible();
}
