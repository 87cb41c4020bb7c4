import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { byItself, type Context } from '../../../context.ts';
import { queueAct } from '../../queueAct.ts';

/** the record is still there, in Procore's own words, and what to do about it. */
export function stillInSage(what: string, remedy: string): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.stillInSage',
    sentence: `The ${what} is still in Sage 100 Contractor. Please delete it before retrying.`,
    remedy,
  };
}

export function notLinked(): Failure {
  return { next: 'needsPerson', code: 'procore.notLinked', sentence: 'It is not linked: read the list again.' };
}

/** The marks go on both sides: the pair here at once, those in Procore with the next run. */
export function takeApart(
  context: Context,
  key: ItemKey,
  gone: {
    readonly link: ProcoreLink;
    /** `Commitment SC-001`. */
    readonly name: string;
    readonly calls: readonly ProcoreCall[];
    readonly by: string;
    readonly also: () => void;
  },
): Result<null> {
  const { link, name, calls, by, also } = gone;
  const { store } = context;
  return store.transaction(() => {
    if (store.procore.acts.openOf(key) !== null) {
      const sentence = `${name} is being told to Procore just now: wait until that is done.`;
      return fail({ next: 'needsPerson', code: 'procore.notNow', sentence } as const);
    }
    also();
    store.procore.links.remove(key);
    queueAct(context, {
      item: key,
      purpose: 'unlink',
      title: `${name} is no longer ${link.sageNumber} in Sage`,
      calls,
      settle: '',
      by,
    });
    context.tell({
      kind: 'unlinked',
      by,
      sentence: `${by} unlinked ${name} from ${link.sageNumber} in Sage.`,
      job: link.job,
      detail: { item: `${key.kind} ${key.id}`, sage: link.sageKey, total: link.agreed.total ?? '' },
    });
    return succeed(null);
  });
}

/**
 * Sage gives the number of a deleted record out again: what was paired with it before is no longer in Sage, whatever it was, and two records of
 * Procore never stand for one of Sage's. Call it before the new pair is kept and Procore is told. In: the item that has the record now.
 */
export function giveUpOldPair(
  context: Context,
  item: ItemKey,
  sageKey: string,
  by: string,
  calls: (old: ProcoreLink) => readonly ProcoreCall[],
): void {
  const { links } = context.store.procore;
  const old = links.ofSage(item.kind, sageKey);
  if (old === null || old.item.id === item.id) return;
  const name = old.agreed.number ?? old.sageNumber;
  links.remove(old.item);
  const told = calls(old);
  if (told.length > 0) {
    const title = `${name} is no longer ${old.sageNumber} in Sage`;
    queueAct(context, { item: old.item, purpose: 'unlink', title, calls: told, settle: '', by });
  }
  context.tell({
    kind: 'unlinked',
    by: byItself,
    sentence: `${name} was unlinked from ${old.sageNumber}, which was deleted in Sage: its record number was given to another one.`,
    job: old.job,
    detail: { item: `${old.item.kind} ${old.item.id}`, sage: sageKey, total: old.agreed.total ?? '' },
  });
}
