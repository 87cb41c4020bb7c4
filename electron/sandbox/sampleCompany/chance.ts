import { createHash } from 'node:crypto';
import { formatScaled } from '#shared/domain/decimal.ts';

/** Choices that look random and never change: each is a function of the words it is made from. */

export type Seed = readonly (string | number)[];

/** FNV-1a over the words, then mixed, so that neighbours differ in every bit. 0 … 2³²−1. */
export function seeded(...seed: Seed): number {
  let hash = 0x811c9dc5;
  for (const character of seed.join('|')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A whole number from low to high, both included. */
export function between(low: number, high: number, ...seed: Seed): number {
  return low + (seeded(...seed) % (high - low + 1));
}

/** An amount in cents from low to high, both included. */
export function centsBetween(low: bigint, high: bigint, ...seed: Seed): bigint {
  return low + (BigInt(seeded(...seed)) % (high - low + 1n));
}

/** The list's element at a position, counted round and round. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('Nothing to choose from');
  return found;
}

export function pick<T>(list: readonly T[], ...seed: Seed): T {
  return at(list, seeded(...seed));
}

/** True once in so many times. */
export function oneIn(times: number, ...seed: Seed): boolean {
  return seeded(...seed) % times === 0;
}

/** The row id of a record: the same record has the same id in every sample company. */
export function rowIdOf(table: string, ...key: Seed): string {
  const hex = createHash('sha256')
    .update(`${table}|${key.join('|')}`)
    .digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Day 0 of the sample company's time line. */
const firstDay = Date.UTC(2025, 0, 1);

/** 2026-11-15: the sample company knows nothing later. */
export const lastDay = 683;

/** A day of the time line as `YYYY-MM-DD`. */
export function dayText(day: number): string {
  return new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10);
}

/** A moment in office hours as `YYYY-MM-DD HH:MM:SS.fff`; SQL Server's datetime knows only thousandths ending in 0, 3 and 7. */
export function stampText(day: number, ...seed: Seed): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(between(7, 17, ...seed, 'h'))}:${two(between(0, 59, ...seed, 'm'))}:${two(between(0, 59, ...seed, 's'))}`;
  return `${dayText(day)} ${time}.${two(between(0, 99, ...seed, 'f'))}${pick(['0', '3', '7'], ...seed, 't')}`;
}

/** Cents as an amount: 125050n → `1250.50`. */
export function dollars(cents: bigint): string {
  return formatScaled(cents, 2);
}

/** Half a cent goes away from zero. */
export function share(cents: bigint, numerator: bigint, denominator: bigint): bigint {
  const magnitude = (cents < 0n ? -cents : cents) * numerator;
  const rounded = (magnitude + denominator / 2n) / denominator;
  return cents < 0n ? -rounded : rounded;
}

export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
