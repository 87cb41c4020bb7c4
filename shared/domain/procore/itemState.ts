import type { Failure } from '../failure.ts';
import type { Decision } from './decision.ts';
import type { ItemState, Unmet } from './item.ts';

/** What the state of an item follows from, and nothing else. */
export type StateFacts = {
  /** Where it would go: what exists in Sage is imported, what exists in Procore exported; a budget's owner decides. */
  readonly direction: 'import' | 'export';
  /** Another connector owns it: why, in a sentence. */
  readonly external: string | null;
  readonly unmet: readonly Unmet[];
  readonly link: { readonly at: string; readonly by: string } | null;
  /** Linked, and there is more to send: what, in words. */
  readonly update: string | null;
  readonly decision: Decision | null;
  /** A transfer or an act that is on its way. */
  readonly underway: { readonly what: string; readonly since: string } | null;
  /** A transfer or an act that needs a person. */
  readonly failed: { readonly failure: Failure; readonly at: string } | null;
};

/**
 * The one state of an item. What is on its way comes first: nothing that a person says or that changes at either end is true of it
 * before it has arrived.
 */
export function itemState(facts: StateFacts): ItemState {
  const { underway, failed, external, link, unmet, update, decision } = facts;
  if (underway !== null) return { name: 'underway', ...underway };
  if (failed !== null) return { name: 'failed', ...failed };
  const [first, ...others] = unmet;
  if (link !== null) {
    if (update === null) return { name: 'synced', at: link.at, by: link.by };
    return first === undefined
      ? { name: 'readyToUpdate', what: update }
      : { name: 'notReady', unmet: [first, ...others] };
  }
  if (external !== null) return { name: 'external', reason: external };
  if (decision !== null) return decided(decision);
  if (first !== undefined) return { name: 'notReady', unmet: [first, ...others] };
  return facts.direction === 'import' ? { name: 'readyToImport' } : { name: 'readyToExport' };
}

function decided({ decision, reason, at, by }: Decision): ItemState {
  return decision === 'retrieved' ? { name: 'retrieved', at, by } : { name: decision, reason, at, by };
}
