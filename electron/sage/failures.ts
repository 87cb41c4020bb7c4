import type { Failure } from '#shared/domain/failure.ts';
import { SqlFailure } from './connection.ts';
import { kindOf } from './failures/kind.ts';
import { type FailureWords, inWords } from './failures/words.ts';

/** The failure for people of whatever went wrong while talking to Sage. Never holds a connection string or a secret. */
export function failureOf(error: unknown, words: FailureWords): Failure {
  const detail = detailOf(error);
  return { ...inWords(error instanceof SqlFailure ? kindOf(error) : 'bug', words), detail };
}

const longestDetail = 600;

/** Codes and the server's words, without anything that looks like a part of a connection string. */
function detailOf(error: unknown): string {
  if (!(error instanceof SqlFailure))
    return error instanceof Error ? withoutLogin(error.message).slice(0, longestDetail) : '';
  const codes = [error.phase, error.state, error.native ?? ''].filter((part) => part !== '').join(' ');
  return `${codes}: ${withoutLogin(error.message)}`.slice(0, longestDetail);
}

/** Without what looks like the login of a connection string, whole or cut off: drivers may quote it. Only braces hold a `;`. */
export function withoutLogin(words: string): string {
  return words
    .replace(/\b(pwd|password)\s*=\s*(\{(?:[^}]|\}\})*\}?|[^;]*)/gi, '$1=…')
    .replace(/\b(uid|user id)\s*=\s*(\{(?:[^}]|\}\})*\}?|[^;\s]*)/gi, '$1=…');
}
