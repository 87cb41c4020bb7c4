import { readFileSync } from 'node:fs';
import { replacePrivateFile } from '../../hosts/wholeFile.ts';

export type KeptShell = {
  /** Where the window was, in the screen's own points; null: never opened. */
  readonly window: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly maximized: boolean;
  } | null;
  /** It was told once that closing the window does not end the program. */
  readonly explainedTray: boolean;
  /** Also tell what went well. */
  readonly notifyDone: boolean;
  /** When a run was cut off and nobody has seen what is told of it yet (ISO UTC). */
  readonly cutOffAt: string | null;
  /** What was told already, as `company/id`: nothing is told twice. */
  readonly told: readonly string[];
};

export type ShellFile = {
  readonly read: () => KeptShell;
  readonly change: (part: Partial<KeptShell>) => void;
};

/**
 * What the desktop remembers of itself between two starts, in one small file. A file that is gone or unreadable counts as none: nothing
 * in it is worth a refusal. `refused` hears of a disk that takes nothing.
 */
export function openShellFile(file: string, refused: (code: string) => void): ShellFile {
  let kept = readKept(file);
  return {
    read: () => kept,
    change: (part) => {
      const next = { ...kept, ...part };
      if (JSON.stringify(next) === JSON.stringify(kept)) return;
      kept = next;
      const failed = replacePrivateFile(file, JSON.stringify(kept));
      if (failed !== null) refused(failed);
    },
  };
}

/** Read before the first picture, so without zod. */
function readKept(file: string): KeptShell {
  const { window, explainedTray, notifyDone, cutOffAt, told } = readJson(file);
  return {
    window: windowOf(window),
    explainedTray: explainedTray === true,
    notifyDone: notifyDone === true,
    cutOffAt: typeof cutOffAt === 'string' && !Number.isNaN(Date.parse(cutOffAt)) ? cutOffAt : null,
    told: Array.isArray(told) ? told.filter((one) => typeof one === 'string') : [],
  };
}

function windowOf(value: unknown): KeptShell['window'] {
  const { x, y, width, height, maximized } = partsOf(value);
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null;
  return { x, y, width, height, maximized: maximized === true };
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

function readJson(file: string): Readonly<Record<string, unknown>> {
  try {
    return partsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not there yet, or damaged.
    return {};
  }
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
