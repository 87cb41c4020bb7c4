import { z } from 'zod';
import { failureSchema } from '../failureSchema.ts';

/** One thing on the Procore board. */

export const itemKinds = [
  'project',
  'subJob',
  'costCodes',
  'vendor',
  'budget',
  'commitment',
  'commitmentChange',
  'invoice',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/**
 * `id` is `p:<Procore id>` for what exists in Procore, linked or not, and `s:<Sage key>` for what exists in Sage only. Cost codes and
 * budgets are one item for each Procore project, `p:<project id>`; the company's own list of cost codes is `p:company`.
 */
export const itemKeySchema = z.object({ kind: z.enum(itemKinds), id: z.string().regex(/^[ps]:.{1,100}$/) });
export type ItemKey = z.infer<typeof itemKeySchema>;

export const procoreItem = (kind: ItemKind, procoreId: string): ItemKey => ({ kind, id: `p:${procoreId}` });
export const sageItem = (kind: ItemKind, sageKey: string): ItemKey => ({ kind, id: `s:${sageKey}` });

/** The id in Procore; null when it exists in Sage only. */
export function procoreIdOf({ id }: ItemKey): string | null {
  return id.startsWith('p:') ? id.slice(2) : null;
}

/** A condition that is not met: names the field, its value, the limit and where to mend it. */
export const unmetSchema = z.object({
  /** The rule, e.g. `R-049`. */
  rule: z.string(),
  field: z.string(),
  value: z.string(),
  /** What is wrong, what the limit is and where to mend it. */
  sentence: z.string(),
});
export type Unmet = z.infer<typeof unmetSchema>;

/**
 * Never stored: computed from the record, its link, what is under way and what a person decided (`itemState`).
 *
 *   notReady ─conditions met→ readyToExport ─accept→ underway ─read back equal→ synced
 *      ▲  ▲                       │ │                   └─refused→ failed ─retry→ underway, ─reject→ rejected
 *      │  └──retrieve (held back)─┘ └─reject(reason)→ rejected ─send again→ readyToExport
 *      └── synced ─unlink (no longer in Sage)
 *   readyToImport ─accept→ underway → synced      readyToImport ─archive→ archived ─restore→ readyToImport
 *   synced ─more to send→ readyToUpdate ─accept→ underway
 *   any that is not linked ─mark as posted→ posted ─take back→ as before
 *   external: another connector owns it; read-only
 */
export const itemStateSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('notReady'), unmet: z.array(unmetSchema).min(1).readonly() }),
  z.object({ name: z.literal('readyToImport') }),
  z.object({ name: z.literal('readyToExport') }),
  z.object({ name: z.literal('readyToUpdate'), what: z.string() }),
  /** `what`: in words, e.g. `being written to Sage`, `to be typed into Sage`, `being told to Procore`. */
  z.object({ name: z.literal('underway'), what: z.string(), since: z.string() }),
  z.object({ name: z.literal('failed'), failure: failureSchema, at: z.string() }),
  z.object({ name: z.literal('synced'), at: z.string(), by: z.string() }),
  z.object({ name: z.literal('archived'), reason: z.string(), at: z.string(), by: z.string() }),
  z.object({ name: z.literal('rejected'), reason: z.string(), at: z.string(), by: z.string() }),
  z.object({ name: z.literal('retrieved'), at: z.string(), by: z.string() }),
  z.object({ name: z.literal('posted'), reason: z.string(), at: z.string(), by: z.string() }),
  z.object({ name: z.literal('external'), reason: z.string() }),
]);
export type ItemState = z.infer<typeof itemStateSchema>;
export type ItemStateName = ItemState['name'];

/** The lists of the board: every state stands in exactly one, so they add up to all items of the kind. */
export const itemLists = [
  'readyToImport',
  'readyToExport',
  'readyToUpdate',
  'underway',
  'failed',
  'synced',
  'notReady',
  'archived',
] as const;
export type ItemList = (typeof itemLists)[number];

export const listOfState: Readonly<Record<ItemStateName, ItemList>> = {
  notReady: 'notReady',
  readyToImport: 'readyToImport',
  readyToExport: 'readyToExport',
  readyToUpdate: 'readyToUpdate',
  underway: 'underway',
  failed: 'failed',
  synced: 'synced',
  archived: 'archived',
  rejected: 'notReady',
  retrieved: 'notReady',
  posted: 'archived',
  external: 'notReady',
};
