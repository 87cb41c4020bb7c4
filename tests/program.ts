import { inject, type ProvidedContext } from 'vitest';

/** The bundle of a program that a test starts as a process of its own. `source`: its path from the root. */
export function program(source: keyof ProvidedContext['programs']): string {
  return inject('programs')[source];
}
