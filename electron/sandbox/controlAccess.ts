import { timingSafeEqual } from 'node:crypto';

/** Where a practice server can be steered over HTTP: a demo's buttons, tests in another process. */
export const controlPrefix = '/__sandbox/';

/** Whether the token that was sent is the one expected. */
export function sameText(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** `POST cors/:id/void` and the id, from a path below the prefix. */
export function controlAsk(method: string, path: string): { readonly ask: string; readonly id: string } {
  const [kind, id, verb] = path.slice(controlPrefix.length).split('/');
  return { ask: `${method} ${[kind, id === undefined ? [] : ':id', verb ?? []].flat().join('/')}`, id: id ?? '' };
}

/** Fields that were not sent are left as they are. */
export function dropAbsent<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> }; // only what the schema let through
}
