import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { parsed } from '../machine/lines.ts';
import type { Nonces } from './token.ts';

type Side = keyof Nonces;

/** One side of a proved connection: what leaves it, and what comes from the other side. */
export type Seal = {
  /** One line, without its end. */
  readonly close: (message: object) => string;
  /** Undefined: it is not the next line that the other side has sent. */
  readonly open: (line: string) => unknown;
};

const algorithm = 'aes-256-gcm';
const tagBytes = 16;

/**
 * Closes every line that crosses a proved connection. A proof says who was there when it was given, not who holds the connection
 * afterwards: Windows lets whoever may write to a pipe also listen under its name, and such a program could pass the proofs on and then
 * read passwords or ask in an operator's name. Each side has a key of its own for each connection, and counts its lines, so that none can
 * be read, changed, left out, repeated or turned back.
 */
export function createSeal(token: string, here: Side, nonces: Nonces): Seal {
  const [ours, theirs] = [
    keyOf(token, here, nonces),
    keyOf(token, here === 'operator' ? 'service' : 'operator', nonces),
  ];
  let sent = 0;
  let received = 0;
  return {
    close: (message) => {
      const cipher = createCipheriv(algorithm, ours, numbered(sent));
      sent += 1;
      return Buffer.concat([
        cipher.update(JSON.stringify(message), 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]).toString('base64');
    },
    open: (line) => {
      const bytes = Buffer.from(line, 'base64');
      if (bytes.length < tagBytes) return undefined;
      const decipher = createDecipheriv(algorithm, theirs, numbered(received), { authTagLength: tagBytes });
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      try {
        const text = Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
        received += 1;
        return parsed(text);
      } catch {
        return undefined;
      }
    },
  };
}

/** So long is a line of so many bytes when it is closed: with its tag, in base64. */
export function closedBytes(bytes: number): number {
  return Math.ceil((bytes + tagBytes) / 3) * 4;
}

function keyOf(token: string, side: Side, { operator, service }: Nonces): Buffer {
  return createHmac('sha256', token).update(`lines of the ${side} ${operator} ${service}`).digest();
}

/** No number comes twice under one key. */
function numbered(count: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(count), 4);
  return bytes;
}
