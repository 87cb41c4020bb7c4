import { expect, it } from 'vitest';
import { filledScripts } from '../../electron/sage/filledScripts.ts';

const textOf = (database: string, login: string, rights: 'no' | 'yes' | 'procore') => {
  const scripts = filledScripts({ database, login, rights });
  return scripts.ok ? scripts.value.map(({ text }) => text).join('\n') : scripts.failure.code;
};

it('fills in every value, the companion database only where something is written', () => {
  const reading = textOf('Acme Builders', 'OFFICE\\plumbline', 'no');
  expect(reading).toContain('USE [Acme Builders];');
  expect(reading).toContain("IF USER_ID(N'OFFICE\\plumbline') IS NULL CREATE USER [OFFICE\\plumbline]");
  expect(reading).toContain("IF N'no' IN (N'yes', N'procore')");
  expect(reading).not.toContain('CREATE DATABASE');
  const writing = textOf('Acme Builders', 'OFFICE\\plumbline', 'yes');
  expect(writing).toContain('CREATE DATABASE [PlumblineCompanion];');
  for (const text of [reading, writing]) expect(text).not.toContain('$(');
});

it('a name ends neither its brackets nor its quotes', () => {
  const text = textOf("O'Hara]; DROP DATABASE x; --", "a'; DROP LOGIN sa; --", 'yes');
  expect(text).toContain("USE [O'Hara]]; DROP DATABASE x; --];");
  expect(text).toContain("IF SUSER_ID(N'a''; DROP LOGIN sa; --') IS NULL");
  const code = text
    .replaceAll(/^--.*$/gm, '')
    .replaceAll(/N'(?:[^']|'')*'/g, '')
    .replaceAll(/\[(?:[^\]]|\]\])*\]/g, '');
  expect(code).not.toMatch(/DROP (?:DATABASE|LOGIN)/);
});

it.each(['', 'two\nGO\nlines', '$(Other)'])(
  'refuses the name %j, which could begin a batch or another value',
  (name) => {
    expect(textOf(name, 'plumbline', 'no')).toBe('firstRun.unfitName');
    expect(textOf('Acme', name, 'no')).toBe('firstRun.unfitName');
  },
);

it('takes the account of a computer, whose name ends in a dollar', () => {
  expect(textOf('Acme', 'OFFICE\\SAGEPC$', 'no')).toContain('CREATE USER [OFFICE\\SAGEPC$]');
});
