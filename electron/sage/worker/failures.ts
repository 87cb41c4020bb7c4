import type { Failure } from '#shared/domain/failure.ts';
import { withoutLogin } from '../failures.ts';
import type { WorkerExit } from './process.ts';

/** Why a worker is given up. */
export type Loss =
  | { readonly kind: 'ended'; readonly exit: WorkerExit }
  | { readonly kind: 'silent'; readonly seconds: number }
  | { readonly kind: 'garbled'; readonly problem: string }
  | { readonly kind: 'closing' };

const again =
  'Plumbline starts that part again by itself. If this happens again and again, send the details to support.';

/** It had been asked something, and will not answer any more. */
export function lossInWords(loss: Loss, server: string): Failure {
  switch (loss.kind) {
    case 'ended':
      return {
        next: 'retry',
        code: 'sage.workerEnded',
        sentence: `The part of Plumbline that talks to ${server} broke down in the middle of its work; the ODBC driver may be at fault.`,
        remedy: again,
        detail: exitInWords(loss.exit),
      };
    case 'silent':
      return {
        next: 'retry',
        code: 'sage.workerSilent',
        sentence: `${server} or its ODBC driver gave no sign for ${loss.seconds} seconds, and the part of Plumbline that waited for it was ended.`,
        remedy: again,
      };
    case 'garbled':
      return {
        next: 'bug',
        code: 'sage.workerAnswer',
        sentence: `The part of Plumbline that talks to ${server} gave an answer that cannot be understood.`,
        remedy: 'Send the details to support; if Plumbline was updated just now, restart it first.',
        detail: loss.problem,
      };
    case 'closing':
      return closing();
  }
}

/** It ended before it could be asked anything. */
export function startFailure(loss: Loss, server: string): Failure {
  if (loss.kind !== 'ended') return lossInWords(loss, server);
  return {
    next: 'retry',
    code: 'sage.workerNotStarted',
    sentence: `The part of Plumbline that talks to ${server} cannot be started.`,
    remedy: 'Plumbline tries again by itself. If this lasts, restart the computer, then install Plumbline again.',
    detail: exitInWords(loss.exit),
  };
}

/** It was lost several times in a row; the next one is started after a pause. */
export function resting(losses: number, restMs: number, server: string): Failure {
  return {
    next: 'retry',
    code: 'sage.workerResting',
    sentence: `The part of Plumbline that talks to ${server} broke down ${losses} times in a row; it is started again in ${Math.ceil(restMs / 1000)} seconds.`,
    remedy: 'If it keeps breaking down, install the newest ODBC driver, and send the details to support.',
  };
}

export function closing(): Failure {
  return { next: 'retry', code: 'sage.closing', sentence: 'Plumbline is being closed.', remedy: 'Start it again.' };
}

/** The call was not carried out, because the worker did not understand it. */
export function notUnderstood(problem: string, server: string): Failure {
  return {
    next: 'bug',
    code: 'sage.workerRequest',
    sentence: `The part of Plumbline that talks to ${server} did not understand what was asked of it; nothing was done.`,
    remedy: 'Send the details to support; if Plumbline was updated just now, restart it first.',
    detail: problem,
  };
}

/** `length` and `longest` in characters. */
export function requestTooLong(length: number, longest: number): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.requestTooLong',
    sentence: `What is to be written is ${megabytes(length)} long, more than the ${megabytes(longest)} that can be written at once; nothing was written.`,
    remedy: 'Push fewer change order requests at once, or give them fewer lines.',
  };
}

export function answerTooLong(length: number, longest: number, server: string): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.recordTooLong',
    sentence: `A single record on ${server} is ${megabytes(length)} long, more than the ${megabytes(longest)} that Plumbline reads at once.`,
    remedy: 'Look for a change order or subcontract with thousands of lines in Sage, and split it there.',
  };
}

function exitInWords({ how, said }: WorkerExit): string {
  return said === '' ? how : `${how}: ${withoutLogin(said)}`;
}

function megabytes(length: number): string {
  return `${(length / 1_000_000).toFixed(1)} MB`;
}
