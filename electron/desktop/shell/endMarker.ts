import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** A file that is there while Plumbline runs: one that is found at the start tells of an end without farewell. */
export type EndMarker = {
  /** When the former run was last alive (ISO UTC), if it ended without farewell; else null. */
  readonly cutOffAt: string | null;
  /** Still alive: said every minute or so. */
  readonly alive: () => void;
  /** A clean end. */
  readonly remove: () => void;
};

const markerSchema = z.object({ startedAt: z.string() });

/** `now`: the machine's clock. A disk that refuses the marker is no reason not to start. */
export function setEndMarker(file: string, now: () => string): EndMarker {
  const cutOffAt = readMarker(file);
  quietly(() => writeFileSync(file, JSON.stringify({ startedAt: now() }), { mode: 0o600 }));
  return {
    cutOffAt,
    alive: () => quietly(() => utimesSync(file, new Date(now()), new Date(now()))),
    remove: () => quietly(() => rmSync(file, { force: true })),
  };
}

function readMarker(file: string): string | null {
  try {
    const lastAlive = statSync(file).mtime.toISOString();
    const parsed = markerSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success && parsed.data.startedAt > lastAlive ? parsed.data.startedAt : lastAlive;
  } catch (error) {
    // Half a marker is one too; none is a clean end.
    return error instanceof SyntaxError ? statSync(file).mtime.toISOString() : null;
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Only the explanation after a crash is lost.
  }
}

/** What a person is told after a crash, a power cut or an end by force. `at`: an instant (ISO UTC), told as this computer's clock shows it. */
export function cutOffWords(at: string): string {
  return `Plumbline was ended without warning at about ${new Date(at).toLocaleString()}. Nothing is lost and nothing is written twice: what had begun is looked up in Sage before it is done again.`;
}
