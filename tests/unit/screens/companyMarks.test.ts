import { expect, it } from 'vitest';
import { companyMarks } from '../../../renderer/navigation/companyMarks.ts';

const hindered = { sentence: 'Acme is locked.', remedy: 'Unlock it.' };
const words = (...given: Parameters<typeof companyMarks>) => companyMarks(...given).map((mark) => mark.words);

it('a company says at all times that it is a sample, only read, or typed by hand', () => {
  expect(words('sample', 'direct', null)).toEqual(['Sample company']);
  expect(words('live', 'readOnly', null)).toEqual(['Read-only']);
  expect(words('sample', 'handEntry', null)).toEqual(['Sample company', 'Hand entry']);
  expect(words('live', 'direct', null)).toEqual([]);
  expect(words('live', null, null)).toEqual([]);
});

it('a company into which Plumbline should write and does not is not called read-only: its writes are held back, and it says why', () => {
  expect(companyMarks('live', 'readOnly', hindered)).toEqual([
    { words: 'Writes held back', why: 'Acme is locked. Unlock it.' },
  ]);
  expect(words('live', 'direct', hindered)).toEqual(['Some writes held back']);
});
