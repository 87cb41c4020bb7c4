import type { Failure } from '#shared/domain/failure.ts';
import type { Logger } from '../engine/ports/runtime.ts';
import { type ExitCode, exitCodeOf } from './exitCodes.ts';

/** Where a command speaks. With `--json` standard output carries JSON objects, one a line, and nothing else. */
export type Output = {
  readonly json: boolean;
  /** An answer in words: standard output, or standard error with `--json`. */
  readonly say: (line: string) => void;
  /** Progress and hints: always standard error. */
  readonly note: (line: string) => void;
  /** The answer as data, printed with `--json` only, on a line of its own. A verb whose answer is one object calls it once. */
  readonly result: (value: object) => void;
};

/** `write` and `writeError` take text with its line ends. Words come without what a terminal would obey. */
export function createOutput(json: boolean, write: (text: string) => void, writeError: (text: string) => void): Output {
  return {
    json,
    say: (line) => (json ? writeError : write)(`${withoutControls(line)}\n`),
    note: (line) => writeError(`${withoutControls(line)}\n`),
    result: (value) => {
      if (json) write(`${JSON.stringify(value)}\n`);
    },
  };
}

/** Names of jobs, companies and tables are whatever somebody typed: an escape sequence in one could clear or forge what stands above. */
function withoutControls(line: string): string {
  return line.replace(/[^\P{Cc}\n\t]/gu, '\ufffd');
}

/** A failure in words, and with `--json` as data. */
export function sayFailure(output: Output, failure: Failure): void {
  noteFailure(output, failure);
  output.result({ ok: false, failure });
}

/** What a command ends with that came to nothing: its failure is said. */
export function refuse(output: Output, failure: Failure): ExitCode {
  sayFailure(output, failure);
  return exitCodeOf(failure);
}

/** A failure in words only, where it is one part of an answer. */
export function noteFailure(output: Output, failure: Failure): void {
  output.note(failure.sentence);
  if (failure.remedy !== undefined && failure.remedy !== '') output.note(failure.remedy);
  if (failure.detail !== undefined) output.note(`(${failure.detail})`);
}

/** For verbs without a home folder, and so without a log: what goes wrong is in the failure. */
export const unheard: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
