import { decode, encode } from './clone.ts';

/*
 * What stands in the page before its own scripts run: Electron's `contextBridge` and `ipcRenderer` for the preload, and then the
 * preload itself. It goes to the page as source text, so that it uses nothing outside itself but the three functions it is given.
 */

/** Name of the binding that carries messages to main; taken away from the page before anything else runs. */
export const bindingName = 'electronDoubleSend';

export type PreloadSetup = {
  /** Name of the event that carries messages from main; not to be guessed by the page. */
  readonly event: string;
  readonly inSubFrames: boolean;
};

/** The script for every document of a window. `source`: text of the preload; null: none. */
export function preloadScript(source: string | null, setup: PreloadSetup): string {
  const body = source === null ? 'null' : `(require, exports, module) => {${source}\n}`;
  return `(${installPreload})(${body}, ${JSON.stringify(setup)}, ${JSON.stringify(bindingName)}, ${encode}, ${decode});`;
}

type Preload = (
  require: (name: string) => unknown,
  exports: Record<string, unknown>,
  module: { exports: unknown },
) => void;
type Listener = (event: object, ...words: unknown[]) => void;
type FromMain =
  | { kind: 'send'; channel: string; words: unknown[] }
  | { kind: 'reply'; id: number; ok: boolean; value: unknown };

function installPreload(
  preload: Preload | null,
  { event, inSubFrames }: PreloadSetup,
  binding: string,
  toText: (value: unknown) => string,
  fromText: (text: string) => unknown,
): void {
  const globals = window as unknown as Record<string, unknown>;
  const send = globals[binding] as (text: string) => void;
  delete globals[binding];
  if (preload === null || send === undefined || (window !== window.top && !inSubFrames)) return;

  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Listener[]>();
  let last = 0;
  document.addEventListener(event, (told) => {
    const message = fromText((told as CustomEvent<string>).detail) as FromMain;
    if (message.kind === 'send') {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...message.words);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) asked?.resolve(message.value);
    else asked?.reject(new Error(String(message.value)));
  });

  const ipcRenderer = {
    invoke: (channel: string, ...words: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        send(toText({ kind: 'invoke', id: last, channel, words }));
      }),
    send: (channel: string, ...words: unknown[]) => send(toText({ kind: 'send', channel, words })),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => {
      const others = (listeners.get(channel) ?? []).filter((one) => one !== listener);
      listeners.set(channel, others);
      return ipcRenderer;
    },
  };
  /** Functions stay functions and promises promises; everything else crosses as a copy. */
  const crossing = (value: unknown): unknown => {
    if (typeof value === 'function') return (...words: unknown[]) => crossing(value(...words.map(crossing)));
    if (value instanceof Promise) return value.then(crossing);
    if (typeof value !== 'object' || value === null) return value;
    const functions = Object.entries(value).some(([, inner]) => typeof inner === 'function');
    if (!functions) return fromText(toText(value));
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, crossing(inner)])));
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, offered: unknown) =>
      Object.defineProperty(window, name, {
        value: crossing(offered),
        enumerable: true,
        writable: false,
        configurable: false,
      }),
  };
  const module = { exports: {} };
  preload(
    (name) => {
      if (name === 'electron') return { contextBridge, ipcRenderer };
      throw new Error(`module not found: ${name}`);
    },
    module.exports,
    module,
  );
}
