import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { absMoney, compareMoney, formatMoney, type Money, parseMoney, zero } from '#shared/domain/money.ts';
import type { ItemKind } from '#shared/domain/procore/item.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { byItself, type Context } from '../context.ts';
import { refusal } from './failures.ts';
import type { ItemFacts } from './kindModule.ts';

/** Why the person at the machine may not accept, reject or unlink items of this kind; null: they may. */
export function mayAct({ store, host }: Pick<Context, 'store' | 'host'>, kind: ItemKind): string | null {
  const named = store.settings.read().procore.approvers[kind] ?? [];
  if (named.length === 0 || named.some((name) => isSame(name, host.person))) return null;
  return `${host.person} may look at it, but only ${named.join(', ')} may act on it: ask one of them, or change who may under Settings, Procore.`;
}

/** The same for the transfer of an item, wherever it is acted on; null for CORs. */
export function mayActOn(context: Pick<Context, 'store' | 'host'>, transfer: Transfer): Failure | null {
  const barred = transfer.cloud === 'procore' ? mayAct(context, transfer.item.kind) : null;
  return barred === null ? null : refusal('procore.notNow', `${transfer.title}: ${barred}`);
}

/**
 * With the rule of two persons, an item of that amount is accepted when somebody else than the one who submitted it accepts exactly
 * the same. The first acceptance is kept and told as a submission.
 */
export function secondPerson(context: Context, { key, amount, number, title }: ItemFacts, hash: string): Result<null> {
  const { store, host, clock } = context;
  const limit = limitOf(store.settings.read().procore.twoPersonsFrom);
  const money = amount === null ? null : parseMoney(amount);
  if (limit === null || money === null || compareMoney(absMoney(money), limit) < 0) return succeed(null);
  // What is sent by itself is neither the first nor the second person's word.
  if (host.person === byItself) return fail(needsAnother(byItself, limit));
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

/** Null: one person is enough. A limit that cannot be read bars everything rather than nothing. */
function limitOf(setting: string): Money | null {
  return setting.trim() === '' ? null : (parseMoney(setting) ?? zero);
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
