import * as electron from './module.ts';
import { marks } from './state.ts';
import { WebContents } from './webContents.ts';

/** What a test asks of the double over Node's channel: to run a function in main, as Playwright does in a real Electron, and what only the driver asks. */
export type Asked = { readonly id: number } & (
  | { readonly ask: 'run'; readonly run: string; readonly argument: unknown }
  /** The Chromium target of every window. */
  | { readonly ask: 'targets' }
  /** When what happened in main. */
  | { readonly ask: 'marks' }
);
export type Answered = { readonly id: number; readonly value?: unknown; readonly error?: string };

export function serveDriver(): void {
  process.on('message', (asked: Asked) => {
    answer(asked).then(
      (value) => process.send?.({ id: asked.id, value } satisfies Answered),
      (error: unknown) => process.send?.({ id: asked.id, error: words(error) } satisfies Answered),
    );
  });
  // Nobody drives any more: a test has ended, and with it its application.
  process.on('disconnect', () => process.exit(0));
}

async function answer(asked: Asked): Promise<unknown> {
  if (asked.ask === 'marks') return { ...marks };
  if (asked.ask === 'targets') return targets();
  // biome-ignore lint/security/noGlobalEval: a test's own function, as Playwright sends it to a real Electron
  const work = globalThis.eval(`(${asked.run})`) as (module: typeof electron, argument: unknown) => unknown;
  return work(electron, asked.argument);
}

function targets(): Promise<readonly string[]> {
  const contents = electron.BrowserWindow.getAllWindows().map(
    ({ webContents }) => webContents as unknown as WebContents,
  );
  return Promise.all(contents.map(WebContents.targetOf));
}

function words(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
