import type { Choices, ItemPreview } from '#shared/contract/procore.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import { type Context, hashOf, planHash } from '../context.ts';
import { approveItem } from '../push/approveItem.ts';
import { mayAct, secondPerson } from './approvers.ts';
import { type BoardItem, boardItem, refusalsOf } from './board.ts';
import { foundAfterAll } from './earlierDoubt.ts';
import { notConfigured, refusal } from './failures.ts';
import type { AcceptedAs, Caution } from './kindModule.ts';
import { kindModule } from './kinds/registry.ts';
import { previewOf } from './preview.ts';
import { queueAct } from './queueAct.ts';
import { cutTexts } from './short.ts';

export type Acceptance = {
  readonly key: ItemKey;
  readonly choices: Choices;
  /** Of the preview that the person saw. */
  readonly hash: string;
  /** Cautions that the person confirmed, by name. */
  readonly confirmed: readonly string[];
};

/** What accepting an item with these answers would write, in words. */
export async function previewItem(context: Context, key: ItemKey, choices: Choices): Promise<Result<ItemPreview>> {
  const accepting = await kindModule(key.kind).accept(context, key, choices);
  if (!accepting.ok) return accepting;
  const { value } = accepting;
  if (!value.ok) return succeed({ ok: false, refusals: cutTexts(value.refusals.slice(0, 100), 500) });
  const preview = previewOf(context, value.as, acceptedHash(value.as));
  return succeed(
    preview.ok ? { ...preview, cautions: [...likeness(boardItem(context, key)), ...preview.cautions] } : preview,
  );
}

/** Something with the same name or number is on the other side already: making a second one is asked about first. */
function likeness(item: BoardItem | null): readonly Caution[] {
  const { link, suggestion } = item?.facts ?? { link: null, suggestion: null };
  if (link !== null || suggestion === null) return [];
  const sentence = `${suggestion.words}: link the two instead. Accepting makes a second one, and I want that.`;
  return [{ name: 'likeness', sentence }];
}

/** An approval is of exactly this. */
function acceptedHash(as: AcceptedAs): string {
  return as.into === 'sage' ? planHash(as.plan) : hashOf({ purpose: as.purpose, calls: as.calls, settle: as.settle });
}

/** Accepts exactly what was shown: it is worked out anew, and another hash is refused. Nothing is written here. */
export async function acceptItem(context: Context, acceptance: Acceptance): Promise<Result<null>> {
  const { key, choices, hash, confirmed } = acceptance;
  const found = boardItem(context, key);
  if (found === null) return fail(refusal('procore.gone', `${key.id} is no longer there: read the list again.`));
  const { facts } = found;
  const barred = refusalsOf(found).accept ?? mayAct(context, key.kind);
  if (barred !== null)
    return fail(refusal('procore.notNow', `${facts.number} ${facts.title} cannot be accepted: ${barred}`));
  const accepting = await kindModule(key.kind).accept(context, key, choices);
  if (!accepting.ok) return accepting;
  if (!accepting.value.ok) {
    const first = accepting.value.refusals[0]?.sentence ?? '';
    return fail(refusal('procore.refused', `${facts.number} ${facts.title} cannot be accepted: ${first}`));
  }
  const { as } = accepting.value;
  if (acceptedHash(as) !== hash) {
    const sentence = `${facts.number} ${facts.title} changed since this preview was made: look at the new preview, then accept again.`;
    return fail(refusal('procore.changed', sentence));
  }
  const open = [...likeness(found), ...as.cautions].find(({ name }) => !confirmed.includes(name));
  if (open !== undefined) return fail(refusal('procore.unconfirmed', `Confirm this first: ${open.sentence}`));
  const second = secondPerson(context, facts, hash);
  if (!second.ok) return second;
  const already = as.into === 'sage' ? await foundAfterAll(context, key) : succeed(false);
  if (!already.ok) return already;
  if (already.value) return succeed(null);
  return as.into === 'sage'
    ? intoSage(context, acceptance, facts.project, as.plan)
    : intoProcore(context, acceptance, as);
}

function intoSage(
  context: Context,
  { key, choices, hash }: Acceptance,
  projectId: string | null,
  plan: Plan,
): Result<null> {
  const { store } = context;
  return store.transaction(() => {
    const barred = barredNow(context, key, plan.title);
    if (barred !== null) return fail(barred);
    const approved = approveItem(context, { item: key, projectId, choices, plan, shownHash: hash });
    if (!approved.ok) return approved;
    store.procore.decisions.remove(key);
    return succeed(null);
  });
}

/** Planning may have waited for Sage: another window may have accepted, linked or archived the item meanwhile. */
function barredNow(context: Context, key: ItemKey, title: string): Failure | null {
  if (context.store.procore.acts.openOf(key) !== null)
    return refusal('procore.notNow', `${title} is on its way already.`);
  const now = boardItem(context, key);
  if (now === null) return refusal('procore.gone', `${key.id} is no longer there: read the list again.`);
  const why = refusalsOf(now).accept;
  return why === null ? null : refusal('procore.notNow', `${title}: ${why}`);
}

function intoProcore(
  context: Context,
  { key }: Acceptance,
  as: Extract<AcceptedAs, { into: 'procore' }>,
): Result<null> {
  const { store, host } = context;
  if (!context.procore.configured()) return fail(notConfigured);
  return store.transaction(() => {
    const barred = barredNow(context, key, as.title);
    if (barred !== null) return fail(barred);
    queueAct(context, {
      item: key,
      purpose: as.purpose,
      title: as.title,
      calls: as.calls,
      settle: as.settle,
      by: host.person,
    });
    store.procore.decisions.remove(key);
    context.tell({
      kind: 'approved',
      sentence: `${host.person} accepted, into Procore: ${as.title}.`,
      detail: {
        item: `${key.kind} ${key.id}`,
        calls: String(as.calls.length),
        ...Object.fromEntries(as.sums.map(({ label, amount }) => [label, amount])),
        warnings: as.warnings.join(' '),
      },
    });
    return succeed(null);
  });
}
