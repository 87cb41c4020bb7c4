import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './project.ts';

const text = readFileSync(join(root, '.github/workflows/windows.yml'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the workflow for Windows', () => {
  it('takes every action by the commit, with its version beside it', () => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, what]) => what ?? '');
    expect(uses.length).toBeGreaterThan(3);
    expect(uses.filter((what) => !/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what))).toEqual([]);
  });

  it('may only read the repository, and prints no secret', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
    expect([...text.matchAll(/permissions:/g)]).toHaveLength(1);
    const uses = [...text.matchAll(/^(.*)\$\{\{ *secrets\./gm)].map(([, before]) => before ?? '');
    expect(uses.filter((before) => !/^ {10}[A-Z_]+: $/.test(before))).toEqual(['      SIGNED: ']);
    expect(text).toMatch(/^ {6}SIGNED: \$\{\{ secrets\.\w+ != '' \|\| secrets\.\w+ != '' \}\}$/m);
  });

  it('gives its secrets to one step alone, which installs no package', () => {
    const steps = text.split(/^ {6}- /m);
    const [signing, ...others] = steps.filter((step) => /^ {10}.*secrets\./m.test(step));
    expect(others).toEqual([]);
    expect(signing).not.toMatch(/npm (ci|install)|npm run (unit|build|test)/);
  });

  it('starts only scripts that are there', () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(named).toEqual(expect.arrayContaining(['verify', 'dist', 'test:packaging', 'test:desktop']));
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    const files = [...text.matchAll(/resources\/[\w/]+\.(?:mjs|ps1)/g)].map(([file]) => file);
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('gives the script that tries the installation only parameters that it has', () => {
    const script = readFileSync(join(root, 'resources/installer/tryOnWindows.ps1'), 'utf8');
    const has = [...script.matchAll(/\[string\] \$(\w+)/g)].map(([, name]) => name);
    const call = /tryOnWindows\.ps1 (.*)$/m.exec(text)?.[1] ?? '';
    const given = [...call.matchAll(/ ?-([A-Z]\w+)/g)].map(([, name]) => name);
    expect(given).toEqual(['Msi', 'Next', 'Evaluation']);
    expect(has).toEqual(expect.arrayContaining(given));
  });
});
