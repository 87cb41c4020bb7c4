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

/** When something happened, in milliseconds since this process started; for benches and tests. */
export const marks: Record<string, number> = {};

export function mark(name: string): void {
  marks[name] ??= performance.now();
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
