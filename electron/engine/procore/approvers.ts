import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { absMoney, compareMoney, formatMoney, parseMoney } from '#shared/domain/money.ts';
import type { ItemKind } from '#shared/domain/procore/item.ts';
import type { Context } from '../context.ts';
import type { ItemFacts } from './kindModule.ts';

/** Why the person at the machine may not accept, reject or unlink items of this kind; null: they may. */
export function mayAct({ store, host }: Pick<Context, 'store' | 'host'>, kind: ItemKind): string | null {
  const named = store.settings.read().procore.approvers[kind] ?? [];
  if (named.length === 0 || named.some((name) => isSame(name, host.person))) return null;
  return `${host.person} may look at it, but only ${named.join(', ')} may act on it: ask one of them, or change who may under Settings, Procore.`;
}

/**
 * With the rule of two persons, an item of that amount is accepted when somebody else than the one who submitted it accepts exactly
 * the same. The first acceptance is kept and told as a submission.
 */
export function secondPerson(context: Context, { key, amount, number, title }: ItemFacts, hash: string): Result<null> {
  const { store, host, clock } = context;
  const limit = parseMoney(store.settings.read().procore.twoPersonsFrom);
  const money = amount === null ? null : parseMoney(amount);
  if (limit === null || money === null || compareMoney(absMoney(money), limit) < 0) return succeed(null);
  const note = `procore.submitted.${key.kind}/${key.id}`;
  const [submittedHash, ...by] = (store.notes.read(note) ?? '').split(' ');
  const submitter = by.join(' ');
  if (submittedHash === hash && submitter !== '' && !isSame(submitter, host.person)) {
    store.notes.write(note, '');
    return succeed(null);
  }
  if (submittedHash === hash && submitter !== '') return fail(needsAnother(submitter, limit));
  store.transaction(() => {
    store.notes.write(note, `${hash} ${host.person}`);
    context.tell({
      kind: 'procoreDecided',
      sentence: `${host.person} submitted ${number} ${title}: from ${formatMoney(limit)} on, somebody else accepts it.`,
      detail: { item: `${key.kind} ${key.id}`, at: clock.now(), plan: hash },
    });
  });
  return fail(needsAnother(host.person, limit));
}

function needsAnother(submitter: string, limit: string): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.secondPerson',
    sentence: `Submitted by ${submitter}. From ${formatMoney(limit)} on, another person accepts it.`,
    remedy: 'Let somebody else open Plumbline under their own name and accept the same preview.',
  };
}

const isSame = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
