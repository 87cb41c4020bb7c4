import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import type { Environment } from '../secretNames.ts';

const answerWithinMs = 5_000;

export type Answer = { readonly code: number | string | null; readonly output: string };

/** Starts a program without a shell; never throws. `code`: of its end, or the system's word why it could not be started. */
export function runProgram(file: string, words: readonly string[], withinMs = answerWithinMs): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(file, [...words], { windowsHide: true, timeout: withinMs }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : (error.code ?? null), output: `${stdout}${stderr}`.trim() }),
    );
  });
}

/** A program that Windows brings, by its full path: nobody can put another one in front of it. */
export function systemProgram({ SystemRoot }: Environment, name: string): string {
  return win32.join(SystemRoot ?? 'C:\\Windows', 'System32', name);
}
