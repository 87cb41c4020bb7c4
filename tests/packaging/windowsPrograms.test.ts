import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const compiler = process.platform === 'win32' ? 'gcc' : 'x86_64-w64-mingw32-gcc';
const hasCompiler = spawnSync(compiler, ['--version']).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'plumbline-programs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const warnings = ['-std=c11', '-O2', '-municode', '-Wall', '-Wextra', '-Wshadow', '-Wconversion', '-Werror'];

function sourcesOf(name: string): readonly string[] {
  const own = join('resources', 'windows', name);
  return readdirSync(own)
    .filter((file) => file.endsWith('.c'))
    .map((file) => join(own, file));
}

/** Compiles one program; out: its bytes. Throws with what the compiler said. */
function compiled(name: string): Buffer {
  const program = join(folder, `${name}.exe`);
  const words = [...warnings, '-static', '-s', ...sourcesOf(name), '-o', program, '-ladvapi32'];
  const { status, stderr } = spawnSync(compiler, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return readFileSync(program);
}

describe.runIf(hasCompiler).each(['service', 'cli'])('the program %s', (name) => {
  const program = hasCompiler ? compiled(name).toString('latin1') : '';

  it('compiles without a warning', () => {
    expect(program.slice(0, 2)).toBe('MZ');
  });

  it('needs no library but Windows’ own', () => {
    const libraries = new Set([...program.matchAll(/[\w-]+\.dll/gi)].map(([library]) => library.toLowerCase()));
    expect([...libraries].filter((one) => !['kernel32.dll', 'advapi32.dll', 'msvcrt.dll'].includes(one))).toEqual([]);
  });
});

describe('the sources of the programs for Windows', () => {
  const text = [join('resources', 'windows', 'plumbline.h'), ...sourcesOf('service'), ...sourcesOf('cli')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  it('name the program to start by its whole path, and look for nothing along PATH', () => {
    expect(text.match(/CreateProcessW\((\w+),/g)).toEqual(['CreateProcessW(path,']);
    expect(text).not.toMatch(/\b(?:system|_wsystem|ShellExecute\w*|SearchPath\w*|LoadLibrary\w*|WinExec|_popen)\s*\(/);
  });

  it('open no file, no pipe and no key of the registry', () => {
    expect(text).not.toMatch(/\b(?:CreateFile\w*|_?w?fopen|CreateNamedPipe\w*|Reg(?:Create|Set|Open)\w*)\s*\(/);
  });
});
