import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Call } from './verb.ts';

/**
 * Questions to the person at the terminal, one at a time. Input is taken hold of at the first question only, so that commands that ask
 * nothing end by themselves; lines that come before they are asked for are kept.
 */
export function createQuestion(input: Readable, output: Writable): Call['question'] {
  let lines: AsyncIterator<string> | null = null;
  return async (words) => {
    output.write(words);
    lines ??= createInterface({ input })[Symbol.asyncIterator]();
    const next = await lines.next();
    if (next.done === true) return null;
    return next.value;
  };
}
