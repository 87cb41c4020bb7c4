import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as (how: Readonly<Record<string, string>>) => void;
/** As before running out of memory: an ordinary collection keeps in reserve all room that was ever needed. */
const collect = () => gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });

/** What this process holds just now, garbage collected. */
export type Sample = {
  readonly tick: number;
  /** Memory of its own. Pages of files, such as the program itself, come and go as the system likes and are left out where it tells. */
  readonly residentBytes: number;
  readonly heapBytes: number;
  /** Open files and sockets; null where the system does not list them (only Linux does). */
  readonly files: number | null;
};

export function sampleAt(tick: number): Sample {
  collect();
  const { rss, heapUsed } = process.memoryUsage();
  return { tick, residentBytes: ownBytes() ?? rss, heapBytes: heapUsed, files: openFiles() };
}

/** Null where the system does not tell (only Linux does). */
function ownBytes(): number | null {
  try {
    const found = /^RssAnon:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return found === null ? null : Number(found[1]) * 1024;
  } catch {
    return null;
  }
}

function openFiles(): number | null {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return null;
  }
}

/** Growth per 1,000 ticks: the slope of the straight line that fits best (least squares). */
export function slopePerThousand(samples: readonly Sample[], value: (sample: Sample) => number): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [meanTick, meanValue] = [mean(({ tick }) => tick), mean(value)];
  const above = samples.reduce((sum, one) => sum + (one.tick - meanTick) * (value(one) - meanValue), 0);
  const below = samples.reduce((sum, one) => sum + (one.tick - meanTick) ** 2, 0);
  return (above / below) * 1_000;
}
