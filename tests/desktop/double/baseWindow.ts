import { EventEmitter } from 'node:events';
import { offersOnly, type Strangers, type Surface } from './surface.ts';

/** A window without a page: what the system tells windows of is emitted on it. */
export class BaseWindow extends EventEmitter implements Surface<Electron.BaseWindow> {
  #destroyed = false;
  isVisible(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  destroy(): void {
    this.#destroyed = true;
  }
}
offersOnly<Strangers<BaseWindow, Electron.BaseWindow>>();
