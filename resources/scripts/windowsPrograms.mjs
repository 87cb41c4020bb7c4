import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './ensure.mjs';

/*
 * Compiles the two small programs beside Plumbline.exe: `resources/windows/NAME/*.c` becomes `dist/windows/plumbline-NAME.exe`. With
 * MinGW-w64, which cross-compiles on Linux and is called gcc on Windows.
 */
const sources = join(root, 'resources', 'windows');
const output = join(root, 'dist', 'windows');

/** Compiles what is older than its sources. Throws when there is no compiler, or with what the compiler said. */
export function buildWindowsPrograms() {
  mkdirSync(output, { recursive: true });
  const names = readdirSync(sources, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of names) compile(name);
}

function compile(name) {
  const folder = join(sources, name);
  const files = readdirSync(folder).map((file) => join(folder, file));
  const program = join(output, `plumbline-${name}.exe`);
  const changed = Math.max(...files.map((file) => statSync(file).mtimeMs));
  if (existsSync(program) && statSync(program).mtimeMs > changed) return;
  const compiler = process.platform === 'win32' ? 'gcc' : 'x86_64-w64-mingw32-gcc';
  const warnings = ['-std=c11', '-Wall', '-Wextra', '-Werror', '-municode', '-DUNICODE', '-D_UNICODE'];
  // Data is never run, addresses are random, libraries come only from the system's folder or the program's own.
  const hardening = ['-O2', '-s', '-Wl,--nxcompat,--dynamicbase,--high-entropy-va', '-static'];
  const words = [
    ...warnings,
    ...hardening,
    ...files.filter((file) => file.endsWith('.c')),
    '-o',
    program,
    '-ladvapi32',
  ];
  const { status, stderr, error } = spawnSync(compiler, words, { encoding: 'utf8' });
  if (error !== undefined || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildWindowsPrograms();
