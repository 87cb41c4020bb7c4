import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configKeys } from '../../electron/hosts/configWords.ts';
import { secretNames } from '../../electron/hosts/secretNames.ts';

/** The help pages tell everything that the program can say; what is missing in one of them is named. */
const root = join(import.meta.dirname, '../..');
const help = (name: string) => readFileSync(join(root, 'resources/help', name), 'utf8');

const sources = ['electron', 'shared', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

/** `code: 'sage.login'`, `refused('cor.gone'`, and the codes of the screens' own, which have no dot. */
const codePattern =
  /(?:\bcode:|\b(?:refuse|refused|refusal)\(|Code =)\s*'([a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)|noAnswer|answerNotUnderstood)'/g;
const codes = [...new Set(sources.flatMap((text) => [...text.matchAll(codePattern)].map((match) => match[1] ?? '')))];
const described = [...help('messages.md').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');

describe('the help pages', () => {
  it('explain every message by its code, once', () => {
    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((code) => !described.includes(code))).toEqual([]);
    expect(described.filter((code, index) => described.indexOf(code) !== index)).toEqual([]);
  });

  it('explain no message that the program cannot say', () => {
    expect(described.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('list the messages in the order of their codes', () => {
    const sorted = [...described].sort((a, b) => a.localeCompare(b, 'en'));
    expect(described).toEqual(sorted);
  });

  it('describe every key of the configuration file and every secret', () => {
    const it = help('it-settings.md');
    expect(configKeys.map(({ key }) => key).filter((key) => !it.includes(`\`${key}\``))).toEqual([]);
    const names = Object.entries(secretNames).flat();
    expect(names.filter((name) => !it.includes(`\`${name}\``))).toEqual([]);
  });
});
