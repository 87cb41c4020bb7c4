import { contextBridge, ipcRenderer } from 'electron';

/**
 * The one bridge between the screens and the engine. It hands on payloads and never an event object; checking is the other side's
 * work, and the screens check what comes back. One CommonJS file that imports nothing else, as a sandboxed preload must be.
 */
contextBridge.exposeInMainWorld('plumbline', {
  request: (company: unknown, channel: unknown, payload: unknown): Promise<unknown> =>
    ipcRenderer.invoke('plumbline:request', company, channel, payload),
  onChanged: (listener: (event: unknown) => void): (() => void) => {
    const hear = (_event: unknown, changed: unknown) => listener(changed);
    ipcRenderer.on('plumbline:changed', hear);
    return () => {
      ipcRenderer.removeListener('plumbline:changed', hear);
    };
  },
});
