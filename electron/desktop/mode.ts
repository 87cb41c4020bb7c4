import { type DesktopOptions, readDesktopOptions } from './commandLine.ts';

/** What this start of the program is for. Each has one place: see start.ts. */
export type Mode =
  /** A person opened Plumbline: window and tray. */
  | { readonly kind: 'window'; readonly options: DesktopOptions }
  /** Windows opened it at login: the tray only. */
  | { readonly kind: 'background'; readonly options: DesktopOptions }
  /** The service runs it where nobody is logged on: neither window nor tray. */
  | { readonly kind: 'unattended'; readonly options: DesktopOptions }
  /** The service asks the unattended one to end, and waits until a write that has begun is done. */
  | { readonly kind: 'stopUnattended'; readonly options: DesktopOptions }
  /** The same command line as without the desktop: `Plumbline.exe status --json`. */
  | { readonly kind: 'command'; readonly words: readonly string[] };

const switches = {
  '--background': 'background',
  '--unattended': 'unattended',
  '--stop-unattended': 'stopUnattended',
} as const;

/** Reads what the program was started with. Words that only Electron and Chromium understand are theirs. */
export function readMode(words: readonly string[]): Mode {
  const [first = ''] = words;
  // A command begins with its verb: a switch before it belongs to the desktop or to Chromium.
  if (/^[a-z]/.test(first) || first === '--help' || first === '--version') return { kind: 'command', words };
  const options = readDesktopOptions(words);
  const asked = words.find((word): word is keyof typeof switches => Object.hasOwn(switches, word));
  return { kind: asked === undefined ? 'window' : switches[asked], options };
}

/**
 * The words that are meant for Plumbline. `bare`: Electron runs the application from its folder, which then stands between Electron's
 * words and ours.
 */
export function ownWords(argv: readonly string[], bare: boolean): readonly string[] {
  const words = argv.slice(1);
  return bare ? words.slice(words.findIndex((word) => !word.startsWith('-')) + 1) : words;
}
