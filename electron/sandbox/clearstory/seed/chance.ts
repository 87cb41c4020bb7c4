import { createHash } from 'node:crypto';

/** A whole number below `limit` that is always the same for the same words: the story's only source of variety. */
export function pick(words: string, limit: number): number {
  let hash = 0x811c9dc5; // FNV-1a
  for (let index = 0; index < words.length; index += 1) hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193);
  // The low bits of FNV-1a alone barely change with the last letter: fold the high ones in.
  return ((hash ^ (hash >>> 15)) >>> 0) % limit;
}

/** A UUID that is always the same for the same words. */
export function uuidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * An instant in office hours of that day in Tacoma. Every fifth one falls on the next day in UTC, as late afternoons on the
 * west coast do: a date taken without the office's time zone is then a day off.
 */
export function officeInstant(day: string, words: string): string {
  const minute = pick(`${words}:minute`, 50);
  const late = pick(words, 5) === 0;
  const at = new Date(`${day}T${late ? '24' : '19'}:00:00.000Z`).getTime() + minute * 60_000;
  return new Date(at).toISOString();
}

/** The day so many days later. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
