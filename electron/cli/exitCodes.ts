import type { Failure } from '#shared/domain/failure.ts';

/** What a command's exit code says to the script that called it. Documented in every `--help`. */
export const exitCodes = {
  ok: 0,
  /** Something is refused or broken until a person does something about it. */
  needsPerson: 1,
  /** The command itself was not understood. */
  usage: 2,
  /** Sage, Clearstory or Procore does not answer; the same command may work later. */
  noContact: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code for a failure: by what happens next. */
export function exitCodeOf({ next }: Failure): ExitCode {
  return next === 'retry' || next === 'waitUntil' ? exitCodes.noContact : exitCodes.needsPerson;
}
