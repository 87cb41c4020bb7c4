import { connectDevTools, type DevTools } from './devTools.ts';

/** What the parts of the double share: its browser, made before anything of the application runs. */

type Browser = DevTools & { readonly context: string };

let browser: Browser | null = null;

/** A context of its own in the given Chromium; it ends with this process, and its windows with it. */
export async function openBrowser(endpoint: string): Promise<void> {
  const devTools = await connectDevTools(endpoint);
  const { browserContextId } = await devTools.send('Target.createBrowserContext', { disposeOnDetach: true });
  browser = { ...devTools, context: String(browserContextId) };
  await devTools.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] });
}

export function theBrowser(): Browser {
  if (browser === null) throw new Error('The double has no browser yet.');
  return browser;
}

/** When something first happened: by the wall clock and in processor time of this process, both in ms since it started. */
export type Mark = { readonly wallMs: number; readonly cpuMs: number };
export const marks: Partial<Record<'main' | 'mainLoaded' | 'ready' | 'loadURL', Mark>> = {};

export function mark(name: keyof typeof marks): void {
  const { user, system } = process.cpuUsage();
  marks[name] ??= { wallMs: performance.now(), cpuMs: (user + system) / 1000 };
}

export type Preventable = { readonly defaultPrevented: boolean; readonly preventDefault: () => void };

/** An event that listeners can prevent. */
export function preventable(): Preventable {
  let prevented = false;
  return {
    get defaultPrevented() {
      return prevented;
    },
    preventDefault: () => {
      prevented = true;
    },
  };
}
