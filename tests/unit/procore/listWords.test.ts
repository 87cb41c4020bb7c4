import { describe, expect, it } from 'vitest';
import { itemStateSchema, listOfState } from '#shared/domain/procore/item.ts';
import { type StateKind, stateIcons } from '../../../renderer/components/StateBadge.tsx';
import { itemStateWords, listWords } from '../../../renderer/screens/procore/listWords.ts';

const names = itemStateSchema.options.map(({ shape }) => shape.name.value);

describe('states of items', () => {
  it.each(names)(
    'R-086 %s has a colour, an icon and a word, those of its list unless a person said otherwise',
    (name) => {
      const { kind, word } = itemStateWords[name];
      expect(word).toMatch(/^[A-Z][a-z]/);
      expect(stateIcons[kind]).toBeDefined();
      const said = ['rejected', 'retrieved', 'posted', 'external'].includes(name);
      if (!said) expect(itemStateWords[name]).toEqual(listWords[listOfState[name]]);
    },
  );

  it('R-086 no two have the same word, and what waits is blue, what was rejected or taken back yellow, what is synced green', () => {
    const words = Object.values(itemStateWords).map(({ word }) => word);
    expect(new Set(words).size).toBe(words.length);
    const kinds = (...of: (typeof names)[number][]): StateKind[] => of.map((name) => itemStateWords[name].kind);
    expect(kinds('readyToImport', 'readyToExport', 'readyToUpdate')).toEqual(['info', 'info', 'info']);
    expect(kinds('rejected', 'retrieved')).toEqual(['warning', 'warning']);
    expect(kinds('synced', 'failed')).toEqual(['ok', 'failed']);
  });
});
