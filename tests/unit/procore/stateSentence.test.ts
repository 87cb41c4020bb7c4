import { describe, expect, it } from 'vitest';
import { stateSentence } from '#shared/domain/procore/stateSentence.ts';

describe('the sentence of an item that waits to be accepted', () => {
  it.each([
    ['readyToImport', 'In Sage only: accept it to have it in Procore.'],
    ['readyToExport', 'Nothing is missing in Procore: open it, answer what Sage asks for, and accept it.'],
  ] as const)('says what is next: %s', (name, sentence) => {
    expect(stateSentence({ name })).toBe(sentence);
  });

  it.each([
    ['readyToImport', 'Procore'],
    ['readyToExport', 'Sage'],
  ] as const)('does not invite to make a second one where it seems to be on the other side: %s', (name, side) => {
    expect(stateSentence({ name }, true)).toBe(
      `It seems to be in ${side} already: open it, compare the two and link them.`,
    );
  });
});
