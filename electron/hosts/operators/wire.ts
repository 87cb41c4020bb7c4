import { z } from 'zod';
import { companyEventSchema } from '#shared/contract/companies.ts';
import { maxMessageBytes } from '#shared/contract/messageSize.ts';
import { failureSchema } from '#shared/domain/failureSchema.ts';
import { closedBytes } from './seal.ts';

/** What crosses the socket of an unattended Plumbline: one line of JSON each, closed (seal.ts) from the welcome on. */

const nonce = z.string().regex(/^[0-9a-f]{32,128}$/);
const proof = z.string().regex(/^[0-9a-f]{64}$/);

export const helloSchema = z.object({
  ask: z.literal('hello'),
  nonce,
  /** Who looks at the screens, as the operator's own Plumbline says. */
  person: z.string().trim().min(1).max(50),
});
export const challengeSchema = z.object({ nonce, proof });
export const proofSchema = z.object({ proof });

export const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

export const askedSchema = z.discriminatedUnion('ask', [
  z.object({
    ask: z.literal('engine'),
    id: z.number().int(),
    company: z.string().max(100).nullable(),
    channel: z.string().max(100),
    payload: z.unknown(),
  }),
  z.object({ ask: z.literal('stop'), id: z.number().int() }),
  z.object({ ask: z.literal('address'), id: z.number().int() }),
]);

/** To an operator: an answer, or what changed. */
export const toldSchema = z.union([
  z.object({ id: z.number().int(), reply: replySchema }),
  z.object({ event: companyEventSchema }),
]);

/** Before anything was proved nothing needs to be longer. */
export const longestUnproved = 4_096;
/** A whole request or answer of the contract with what stands around it. */
export const longestLine = closedBytes(maxMessageBytes + 4_096);
