import { EventEmitter } from 'node:events';
import type { Frame } from './frames.ts';
import type { FromPage } from './page.ts';
import type { Surface } from './surface.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];
const handlers = new Map<string, Handler>();

export const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel, handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  handleOnce: (channel, handler) => {
    handlers.set(channel, (event, ...words) => {
      handlers.delete(channel);
      return handler(event, ...words);
    });
  },
  removeHandler: (channel) => void handlers.delete(channel),
} satisfies Surface<Electron.IpcMain>);

/** Brings a message of a page to the application. `reply`: how an answer goes back to that page. */
export async function receive(
  message: FromPage,
  sender: unknown,
  frame: Frame,
  reply: (message: object) => void,
): Promise<void> {
  const event = { type: 'frame', sender, senderFrame: frame, processId: 1, frameId: 1 };
  if (message.kind === 'send') {
    ipcMain.emit(message.channel, event, ...message.words);
    return;
  }
  const { id, channel, words } = message;
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    reply({
      kind: 'reply',
      id,
      ok: true,
      value: await handler(event as unknown as Electron.IpcMainInvokeEvent, ...words),
    });
  } catch (error) {
    reply({ kind: 'reply', id, ok: false, value: `Error invoking remote method '${channel}': ${error}` });
  }
}
