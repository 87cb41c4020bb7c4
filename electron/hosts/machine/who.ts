import { userInfo } from 'node:os';
import { z } from 'zod';
import { collapseSpaces, truncateAt } from '#shared/domain/text.ts';
import type { Environment } from '../secretNames.ts';

/** What a running Plumbline says of itself to any program on this computer that asks. No secrets, nothing of its companies. */
const shown = (length: number) => z.string().transform((text) => truncateAt(collapseSpaces(text), length));
export const whoSchema = z.object({
  /** As Windows writes it: `ACME\maria`. */
  user: shown(120),
  /** Instant, ISO UTC. */
  since: z.iso.datetime(),
  home: shown(260),
  unattended: z.boolean(),
});
export type Who = z.infer<typeof whoSchema>;

/** The user that this process runs as. */
export function userHere(environment: Environment): string {
  const domain = process.platform === 'win32' ? environment.USERDOMAIN : undefined;
  let name: string;
  try {
    name = userInfo().username;
  } catch {
    name = 'an unknown user';
  }
  return domain === undefined || domain === '' ? name : `${domain}\\${name}`;
}

/** `ACME\maria since 8:12 AM`; with the day where that was another one. `now`: instant, ISO UTC; times as this computer has them. */
export function whoInWords({ user, since, unattended }: Who, now: string): string {
  const begun = new Date(since);
  const sameDay = begun.toDateString() === new Date(now).toDateString();
  const time = begun.toLocaleString(
    'en-US',
    sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  );
  return unattended ? `unattended, as ${user}, since ${time}` : `for ${user} since ${time}`;
}
