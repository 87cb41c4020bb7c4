import { randomBytes, randomUUID } from 'node:crypto';
import type { Random } from '../engine/ports/runtime.ts';

/** The operating system's randomness: good enough for tokens, not only for jitter. */
export function createSystemRandom(): Random {
  return {
    fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
    uuid: () => randomUUID(),
  };
}

/** A token that cannot be guessed: 244 random bits as hexadecimal text, safe in an address, a header and a cookie. */
export function newToken(random: Random): string {
  return `${random.uuid()}${random.uuid()}`.replaceAll('-', '');
}
