import { z } from 'zod';
import { compareInstants } from '#shared/domain/dates.ts';
import { type Money, parseMoney, zero } from '#shared/domain/money.ts';
import type { SageBudget } from '#shared/domain/procore/budgetCells.ts';
import type { Budget } from '#shared/domain/sage/documentFacts.ts';
import { type CostTypeNumber, costTypeNumbers } from '#shared/domain/sage/enumerations.ts';
import { type CostCode, type SageKind, sageKinds } from '#shared/domain/sage/facts.ts';
import { leftNote } from '#shared/domain/sage/readableKinds.ts';
import type { Context } from '../../../context.ts';
import type { SageRecords } from '../../../ports/sageCompany.ts';
import { unreadSince } from '../../../pull/unreadKinds.ts';

/** Every record of a kind, as last read. `job`: only those of one. */
export function allOfSage<K extends SageKind>({ store }: Context, kind: K, job?: string): readonly SageRecords[K][] {
  return store.sage.search(kind, {
    limit: Math.max(1, store.sage.count(kind)),
    ...(job === undefined ? {} : { parent: job }),
  });
}

/** What kept the last pull from reading a kind, as the rest of a sentence without its end; null: it was read. */
export function whyUnread({ store }: Context, kind: SageKind): string | null {
  const left = leftSchema.parse(JSON.parse(store.notes.read(leftNote) ?? '[]'));
  const on = left.find((one) => one.kind === kind)?.on;
  if (on !== undefined) return `${on} is missing or not granted`;
  const unread = unreadSince({ store }, kind);
  return unread === null ? null : `reading them failed (${unread.sentence})`;
}
const leftSchema = z.array(z.object({ kind: z.enum(sageKinds), on: z.string() }));

/** The company's list of cost codes (6-5), by canonical code. */
export function codeList(context: Context): ReadonlyMap<string, CostCode> {
  return new Map(allOfSage(context, 'costCode').map((code) => [code.code, code]));
}

/** The budget of a job as last read; null when it has none. */
export function knownBudget(context: Context, job: string): SageBudget | null {
  const budget = context.store.sage.get('budget', job);
  return budget === null ? null : budgetOf(budget);
}

/** As the rules look at it: every amount in cents. Sage keeps decimal(12,2), so none is lost. */
export function budgetOf({ locked, rows }: Budget): SageBudget {
  return {
    locked,
    rows: rows.map(({ phase, line, costCode, amounts, total }) => ({
      phase,
      line,
      costCode,
      amounts: Object.fromEntries(costTypeNumbers.map((type) => [type, cents(amounts[type])])) as Record<
        CostTypeNumber,
        Money
      >,
      total: cents(total),
    })),
  };
}

/** Whether Sage was read since this instant: only then does a record that is not known to be there say anything. */
export function sageReadSince({ store }: Context, at: string): boolean {
  const last = store.runs.lastGood('sage');
  return last !== null && compareInstants(last.startedAt, at) > 0;
}

function cents(text: string | undefined): Money {
  return parseMoney(text ?? '0') ?? zero;
}
