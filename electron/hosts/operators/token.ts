import { createHmac, timingSafeEqual } from 'node:crypto';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../engine/ports/runtime.ts';
import { newToken } from '../random.ts';
import { replacePrivateFile, systemCode } from '../wholeFile.ts';

/**
 * What an operator of the unattended Plumbline proves that he may read: a token in its home folder, new at each start. It never crosses
 * the socket. Each side proves to the other that it knows it, so that a program that took the socket's name while the service was down
 * learns neither the token nor anything that is entered on screen.
 */
export function tokenFile(home: string): string {
  return join(home, 'operators.token');
}

/** Writes a new token. The access list of the folder says who may read it; elsewhere than on Windows, the owner and his group. */
export function writeToken(home: string, random: Random): { readonly token: string } | { readonly code: string } {
  const token = newToken(random);
  const file = tokenFile(home);
  const failed = replacePrivateFile(file, token);
  if (failed !== null) return { code: failed };
  if (process.platform !== 'win32') chmodSync(file, 0o640);
  return { token };
}

export function removeToken(home: string): void {
  rmSync(tokenFile(home), { force: true });
}

export function readToken(home: string): { readonly token: string } | 'none' | 'refused' {
  try {
    return { token: readFileSync(tokenFile(home), 'utf8').trim() };
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? 'none' : 'refused';
  }
}

/** The nonces of both sides, new for each connection: nothing that was overheard proves anything later. */
export type Nonces = { readonly operator: string; readonly service: string };

export function proofOf(token: string, side: keyof Nonces, { operator, service }: Nonces): string {
  return createHmac('sha256', token).update(`${side} ${operator} ${service}`).digest('hex');
}

/** Takes the same time whatever is wrong with it. */
export function isProof(given: string, token: string, side: keyof Nonces, nonces: Nonces): boolean {
  const expected = Buffer.from(proofOf(token, side, nonces));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
