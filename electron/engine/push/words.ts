import type { Transfer } from '#shared/domain/records.ts';
import { headerOf, recordWords } from '#shared/domain/sage/schema/headers.ts';

/** `change order 7 of job 2402`: the record in Sage that a transfer made or changed. */
export function recordName({ plan, title }: Pick<Transfer, 'plan' | 'title'>, number: string): string {
  return plan === null ? `'${title}'` : recordWords(plan, number);
}

/** Sage's menu number of the screen where people look for it: `6-4-1`. */
export function screenOf({ plan }: Pick<Transfer, 'plan'>): string {
  return plan === null ? 'Sage' : headerOf(plan).table.screen;
}
