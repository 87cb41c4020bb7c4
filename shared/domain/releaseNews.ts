import { z } from 'zod';

/**
 * The small file that says which version is the newest: `{ "version": "1.4.0", "date": "2027-02-01", "notes": "https://…" }`. It only
 * announces. Nothing in it is downloaded, run or opened; IT installs.
 */
const fileSchema = z.object({
  version: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/),
  date: z.iso.date(),
  notes: z.string().max(300).optional(),
});

/** `notes`: an address to read it up under, of one of our own hosts; null where there is none. */
export const releaseNewsSchema = z.object({ version: z.string(), date: z.string(), notes: z.string().nullable() });
export type ReleaseNews = z.infer<typeof releaseNewsSchema>;

/** The hosts whose addresses are shown as release notes. None yet: an address in the file is then left out. */
export const notesHosts: readonly string[] = [];

const longestFile = 10_000;

/** What the file announces; null: nothing newer than the version that runs. `unreadable`: it is no such file. */
export function readReleaseFile(
  text: string,
  running: string,
  hosts: readonly string[] = notesHosts,
): ReleaseNews | null | 'unreadable' {
  if (text.length > longestFile) return 'unreadable';
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  const read = fileSchema.safeParse(content);
  if (!read.success) return 'unreadable';
  const { version, date, notes = '' } = read.data;
  if (!isNewer(version, running)) return null;
  const [, host = ''] = /^https:\/\/([a-z\d.-]+)(?:\/[\w\-./]*)?$/.exec(notes) ?? [];
  return { version, date, notes: hosts.includes(host) ? notes : null };
}

/** By its three numbers; what stands behind them (`1.4.0-beta.2`) makes a version older than the same without. */
function isNewer(version: string, running: string): boolean {
  const [theirs, ours] = [numbers(version), numbers(running)];
  const at = theirs.findIndex((part, index) => part !== ours[index]);
  return at < 0 ? running.includes('-') : (theirs[at] ?? 0) > (ours[at] ?? 0);
}

function numbers(version: string): readonly number[] {
  return (version.split(/[-+]/)[0] ?? '').split('.').map(Number);
}
