import { spawnSync } from 'node:child_process';

/** Runs a program and hands over what it said on standard output; throws with what it said when it fails. */
export function succeedingRun(program: string, words: readonly string[], folder?: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8', cwd: folder });
  if (error !== undefined || status !== 0) {
    throw new Error(`${program} ${words.join(' ')} failed: ${error?.message ?? `${stdout}${stderr}`}`);
  }
  return stdout;
}

/** Whether a program can be started here. */
export function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}
