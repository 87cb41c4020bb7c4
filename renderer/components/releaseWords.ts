import type { HostResponseOf } from '#shared/contract/companies.ts';

type Release = HostResponseOf<'release.get'>;

/** What is known of newer versions, in a sentence. */
export function newerWords({ newer, on, checkedAt }: Release): string {
  if (newer !== null) return availableWords(newer);
  if (!on) return 'Nobody asks: IT decides when a new version is installed';
  return checkedAt === null ? 'Not asked yet since Plumbline was started' : 'None: this is the newest';
}

export function availableWords({ version, date, notes }: NonNullable<Release['newer']>): string {
  const read = notes === null ? '' : ` What is new: ${notes}`;
  return `Version ${version} of ${date} is available; your IT department installs it.${read}`;
}
