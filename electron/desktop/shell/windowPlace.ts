import type { Rectangle } from 'electron';
import type { KeptShell } from './keptShell.ts';

export const smallestWindow = { width: 1024, height: 680 };
const usualWindow = { width: 1440, height: 900 };

/** A title bar of which less than this is on a screen cannot be taken hold of. */
const grip = { width: 120, height: 32 };

export type WindowPlace = {
  readonly width: number;
  readonly height: number;
  /** Absent: in the middle of the main screen. */
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
};

/**
 * Where the window opens: where it was, as long as its title bar can still be reached there; else in the middle of the main screen, which
 * is also what happens when a screen was taken away. `areas`: the screens without their taskbars, the main one first.
 */
export function placeWindow(kept: KeptShell['window'], areas: readonly Rectangle[]): WindowPlace {
  const [main] = areas;
  const size = fitting(kept ?? usualWindow, main);
  if (kept === null) return { ...size, maximized: false };
  const home = areas.find((area) => canBeTaken(kept, area));
  if (home === undefined) return { ...size, maximized: kept.maximized };
  const { x, y, maximized } = kept;
  return { ...fitting(kept, home), x, y, maximized };
}

function fitting(size: { readonly width: number; readonly height: number }, area: Rectangle | undefined) {
  const clamp = (wanted: number, least: number, most: number) => Math.max(least, Math.min(wanted, most));
  return {
    width: clamp(size.width, smallestWindow.width, area?.width ?? usualWindow.width),
    height: clamp(size.height, smallestWindow.height, area?.height ?? usualWindow.height),
  };
}

/** Whether enough of the title bar lies on the screen. */
function canBeTaken(window: Rectangle, area: Rectangle): boolean {
  const wide = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const high = Math.min(window.y + grip.height, area.y + area.height) - Math.max(window.y, area.y);
  return wide >= grip.width && high >= grip.height / 2;
}
