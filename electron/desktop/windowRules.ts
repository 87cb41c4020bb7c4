import type { WebPreferences } from 'electron';
import { appOrigin } from './appPage.ts';

/** What the window may do, as values and pure rules: Electron's security checklist, items 2–6, 8–14 and 17. */

/** `preload`: path of the one bridge. Everything else is stated although most are defaults: a default can change. */
export function windowPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    plugins: false,
  };
}

/** The part of a frame that its identity rests on. */
export type SenderFrame = { readonly origin: string; readonly parent: unknown };

/** Why a message from this frame is not answered; null when it comes from our own page at the top of its window. */
export function refuseSender(frame: SenderFrame | null): string | null {
  if (frame === null) return 'The page that asked is no longer there.';
  if (frame.parent !== null) return 'Only the page itself may ask, not a frame inside it.';
  return frame.origin === appOrigin ? null : 'Only Plumbline’s own page may ask.';
}

/** The one page never leaves itself: its screens change behind the `#`, which is no navigation. */
export function mayNavigate(): false {
  return false;
}

/** Only what the page made itself, such as the exported Change Order Log: nothing is fetched from anywhere. */
export function mayDownload(address: string): boolean {
  return address.startsWith(`blob:${appOrigin}/`);
}
