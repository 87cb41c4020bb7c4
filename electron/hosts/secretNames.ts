import { z } from 'zod';

/** Every secret that Plumbline can hold, with the environment variable that sets it on machines without a screen. */
export const secretNames = {
  'clearstory.keyId': 'PLUMBLINE_CLEARSTORY_KEY_ID',
  'clearstory.secret': 'PLUMBLINE_CLEARSTORY_SECRET',
  'sage.password': 'PLUMBLINE_SAGE_PASSWORD',
} as const;

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the engine calls the two halves of Clearstory's key together: JSON of `{ keyId, secret }`. */
export const clearstoryKey = 'clearstory.key';

export const clearstoryKeySchema = z.object({ keyId: z.string().min(1), secret: z.string().min(1) });
export type ClearstoryKey = z.infer<typeof clearstoryKeySchema>;

/** The secrets that the environment sets; empty variables count as not set. */
export function secretsFromEnvironment(environment: Environment): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, variable] of Object.entries(secretNames)) {
    const value = environment[variable];
    if (value !== undefined && value !== '') found.set(name, value);
  }
  return found;
}
