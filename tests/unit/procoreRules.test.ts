import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleWords } from '#shared/domain/procore/ruleWords.ts';

const root = join(import.meta.dirname, '../..');

/** Where tests name each rule at the beginning of their own name, e.g. `it('R-033 one vendor …')`. */
function testsByRule(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const file of testFiles(join(root, 'tests'))) {
    for (const [, named = ''] of readFileSync(file, 'utf8').matchAll(/['"`]((?:R-\d{3} )+)/g)) {
      for (const rule of named.trim().split(' ')) {
        found.set(rule, (found.get(rule) ?? new Set()).add(relative(root, file)));
      }
    }
  }
  return new Map([...found].map(([rule, files]) => [rule, [...files].sort()]));
}

function testFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return /\.(test|spec)\.tsx?$/.test(entry.name) && entry.name !== 'procoreRules.test.ts' ? [path] : [];
  });
}

const byRule = testsByRule();

describe('the rules of Procore', () => {
  it('are each held by a test whose name carries the number', () => {
    expect(Object.keys(ruleWords).filter((rule) => !byRule.has(rule))).toEqual([]);
  });

  it('are not named by tests without being explained', () => {
    expect([...byRule.keys()].filter((rule) => !(rule in ruleWords)).sort()).toEqual([]);
  });

  // Renew the page with `npx vitest run --project unit tests/unit/procoreRules.test.ts -u`.
  it('stand in the help page with the tests that hold them', async () => {
    const rows = Object.entries(ruleWords).map(([rule, words]) => {
      const files = (byRule.get(rule) ?? []).map((file) => `\`${file}\``).join(', ');
      return `| ${rule} | ${words} | ${files} |`;
    });
    const page = [
      '# Rules between Procore and Sage',
      '',
      'By these rules items cross between Procore and Sage 100 Contractor. The numbers stand in messages and tests; the last column names the tests that hold each rule.',
      '',
      '| Rule | What holds | Tested in |',
      '| --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
    await expect(page).toMatchFileSnapshot(join(root, 'resources/help/procoreRules.md'));
  });
});
