import type { ItemRow } from '#shared/contract/procore.ts';
import type { Api } from '../../api/api.ts';

export type ManyAccepted = {
  readonly accepted: number;
  readonly refused: readonly { readonly title: string; readonly sentence: string }[];
};

/**
 * Accepts each item with the answers that the engine proposes, one after the other: what asks a question that nobody has answered, or
 * wants something confirmed, is left for its own panel and said so.
 */
export async function acceptAsProposed(api: Api, rows: readonly ItemRow[]): Promise<ManyAccepted> {
  const refused: { title: string; sentence: string }[] = [];
  for (const { key, number, title } of rows) {
    let answer = await acceptOne(api, key);
    // The one before it is being written already, and moved a total that this one is made of: proposed anew.
    for (let again = 0; again < mostTries && answer?.code === changedCode; again += 1)
      answer = await acceptOne(api, key);
    const sentence = answer?.sentence ?? null;
    if (sentence !== null) refused.push({ title: `${number} ${title}`.trim(), sentence });
  }
  return { accepted: rows.length - refused.length, refused };
}

const changedCode = 'procore.changed';
/** More often it does not change between two answers of one person's click. */
const mostTries = 5;

type Refused = { readonly code: string; readonly sentence: string };

const said = (sentence: string): Refused => ({ code: '', sentence });

/** Null: accepted. */
async function acceptOne(api: Api, key: ItemRow['key']): Promise<Refused | null> {
  const item = await api.request('procore.item', { key });
  if (!item.ok) return item.failure;
  const open = item.value.choices.find(({ required, value }) => required && value.trim() === '');
  if (open !== undefined) return said(`${open.label} has to be filled in: open it.`);
  const choices = Object.fromEntries(item.value.choices.map(({ name, value }) => [name, value]));
  const answer = await api.request('procore.preview', { key, choices });
  if (!answer.ok) return answer.failure;
  const { preview } = answer.value;
  if (!preview.ok) return said(preview.refusals[0]?.sentence ?? 'It cannot be written.');
  if (preview.cautions.length > 0) return said('Something has to be confirmed: open it.');
  const accepted = await api.request('procore.accept', {
    items: [{ key, choices, hash: preview.hash, confirmed: [] }],
  });
  if (!accepted.ok) return accepted.failure;
  return accepted.value.results[0]?.failure ?? null;
}
