import { randomUUID } from 'node:crypto';
import { inside, outside } from './addresses.ts';
import { decode, encode } from './clone.ts';
import type { Params, Said } from './devTools.ts';
import { createFrames, type Frame } from './frames.ts';
import { bindingName, preloadScript } from './preloadWorld.ts';
import { answerRequest, pausedSchema } from './requests.ts';
import { theBrowser } from './state.ts';

/** What a preload sends. */
export type FromPage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly words: unknown[] }
  | { readonly kind: 'send'; readonly channel: string; readonly words: unknown[] };

export type PageOwner = {
  readonly heard: (message: FromPage, frame: Frame) => void;
  /** Whether the page, or a frame in it, may go there by itself. */
  readonly mayGo: (address: string, ofMainFrame: boolean) => boolean;
  readonly loaded: () => void;
  readonly painted: () => void;
  readonly crashed: () => void;
  readonly closed: () => void;
};

export type PageSetup = {
  readonly preload: string | null;
  readonly inSubFrames: boolean;
  readonly width: number;
  readonly height: number;
  /** Of a window that the page itself has opened already; null: a new one. */
  readonly target: string | null;
};

/** One page in Chromium behind one BrowserWindow of the double. */
export type Page = {
  readonly target: string;
  readonly load: (address: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly address: () => string;
  readonly mainFrame: () => Frame;
  /** To every frame that has a preload. */
  readonly tell: (message: object) => void;
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly send: (method: string, params?: Params) => Promise<Params>;
  readonly close: () => Promise<void>;
};

export async function openPage(setup: PageSetup, owner: PageOwner): Promise<Page> {
  const { send: ask, onSaid, context } = theBrowser();
  const target = setup.target ?? (await newTarget(context));
  const { sessionId } = await ask('Target.attachToTarget', { targetId: target, flatten: true });
  const session = String(sessionId);
  const send = (method: string, params: Params = {}) => ask(method, params, session);
  const event = `electron-double-${randomUUID()}`;
  const frames = createFrames(target);
  /** The address that main itself asked for last, which is no navigation of the page's own. */
  let expected: string | null = null;
  let finished: (() => void) | null = null;

  const tellContext = (id: number, message: object) => {
    const detail = JSON.stringify(encode(message));
    const expression = `document.dispatchEvent(new CustomEvent(${JSON.stringify(event)}, { detail: ${detail} }))`;
    // The page may have gone in the meantime, and then nobody waits.
    send('Runtime.evaluate', { contextId: id, expression }).catch(() => undefined);
  };

  function hear({ method, params }: Said): void {
    frames.hear(method, params);
    if (method === 'Fetch.requestPaused') {
      const paused = pausedSchema.parse(params);
      const address = inside(paused.request.url);
      const ofMainFrame = paused.frameId === target;
      const ours = ofMainFrame && address === expected;
      const navigates = paused.resourceType === 'Document' && !ours;
      if (ours) expected = null;
      if (navigates && !owner.mayGo(address, ofMainFrame)) {
        void send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' });
      } else void answerRequest(paused, send);
    } else if (method === 'Runtime.bindingCalled' && params.name === bindingName) {
      const place = Number(params.executionContextId);
      const frame = frames.ofContext(place);
      if (frame !== null) owner.heard(decode(String(params.payload)) as FromPage, frame);
    } else if (method === 'Page.lifecycleEvent' && params.frameId === target) {
      if (frames.main().url === 'about:blank') return;
      if (params.name === 'firstPaint') owner.painted();
      if (params.name === 'load') {
        owner.loaded();
        finished?.();
      }
    } else if (method === 'Inspector.targetCrashed') owner.crashed();
  }

  onSaid((said) => {
    if (said.session === session) hear(said);
    else if (said.method === 'Target.targetDestroyed' && said.params.targetId === target) owner.closed();
  });
  const { preload, inSubFrames, width, height } = setup;
  await Promise.all([
    send('Page.enable'),
    send('Page.setLifecycleEventsEnabled', { enabled: true }),
    send('Runtime.enable'),
    send('Runtime.addBinding', { name: bindingName }),
    send('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(preload, { event, inSubFrames }) }),
    send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }),
  ]);

  return {
    target,
    load: async (address) => {
      expected = inside(outside(address));
      const loaded = new Promise<void>((resolve) => {
        finished = resolve;
      });
      const { errorText, loaderId } = await send('Page.navigate', { url: outside(address) });
      // Another place in the same document loads nothing.
      if (loaderId === undefined && errorText === undefined) return;
      if (typeof errorText === 'string') throw new Error(`${errorText} loading '${address}'`);
      await loaded;
    },
    reload: async () => {
      expected = inside(frames.main().url).replace(/#.*/s, '');
      await send('Page.reload');
    },
    address: () => inside(frames.main().url),
    mainFrame: frames.main,
    tell: (message) => {
      for (const id of frames.contexts()) tellContext(id, message);
    },
    evaluate: async (expression) => {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      return (answer.result as { value?: unknown }).value;
    },
    send,
    close: async () => void (await ask('Target.closeTarget', { targetId: target })),
  };
}

async function newTarget(context: string): Promise<string> {
  const { targetId } = await theBrowser().send('Target.createTarget', {
    url: 'about:blank',
    browserContextId: context,
  });
  return String(targetId);
}
