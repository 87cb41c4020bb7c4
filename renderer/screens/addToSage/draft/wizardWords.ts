import type { WizardContext } from '#shared/contract/wizard.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { zero } from '#shared/domain/money.ts';

/** `A`, `A and B`, `A, B and C`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** The change order that the draft adds to, updates or voids, as it was when the draft was opened. */
export function targetOf(draft: Draft, facts: WizardContext): WizardContext['targets'][number] | null {
  const { target } = draft;
  if (target.mode === 'new') return null;
  return facts.targets.find(({ record }) => record === target.record) ?? null;
}

/** The draft's CORs in its order; one that Clearstory has no longer is there by its id, so that its lines are not hidden. */
export function corsOf(draft: Draft, facts: WizardContext): WizardContext['cors'] {
  return draft.corIds.map((id) => {
    const gone = { id, number: id, title: '', statusWords: 'no longer in Clearstory' };
    const unknown = { requested: zero, effective: zero, totalHours: null, receivedFrom: null };
    return facts.cors.find((cor) => cor.id === id) ?? { ...gone, ...unknown };
  });
}

/** What the wizard is about to do, for its heading. */
export function wizardTitle(draft: Draft, facts: WizardContext): string {
  const number = targetOf(draft, facts)?.number ?? '';
  if (draft.target.mode === 'update') return `Update change order ${number} in Sage 100`;
  if (draft.target.mode === 'void') return `Void change order ${number} in Sage 100`;
  return 'Add to Sage 100';
}

/** Whose change order requests, and for which job. More than four are counted, not listed. */
export function wizardSentence(draft: Draft, facts: WizardContext): string {
  const cors = corsOf(draft, facts);
  const { job } = facts;
  const numbers = cors.map(({ number }) => `COR ${number}`);
  const who = numbers.length > 4 ? `${numbers.length} change order requests` : listed(numbers);
  const title = cors.length === 1 ? ` ${cors[0]?.title ?? ''}` : '';
  return `${who}${title} · Job ${job.number} ${job.name}`;
}

/** `1-Material`, as Sage's screens write a number with its name. */
export function numbered(item: { readonly number: string; readonly name: string }): string {
  return item.name === '' ? item.number : `${item.number}-${item.name}`;
}
