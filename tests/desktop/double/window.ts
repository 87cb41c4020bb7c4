import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { inside } from './addresses.ts';
import { app, onQuit } from './app.ts';
import { openPage } from './page.ts';
import { applyPermissions } from './session.ts';
import { preventable, theBrowser } from './state.ts';
import { offersOnly, type Strangers, type Surface } from './surface.ts';
import { WebContents } from './webContents.ts';

type Options = Electron.BrowserWindowConstructorOptions;
const windows = new Map<number, BrowserWindow>();
/** Targets that are windows of ours already. */
const known = new Set<string>();

/** A window: a page in Chromium, and what the application believes of its frame, which nobody sees here. */
export class BrowserWindow
  extends EventEmitter
  implements Omit<Surface<Electron.BrowserWindow>, 'webContents' | 'show' | 'loadURL'>
{
  readonly id: number;
  readonly webContents: WebContents;
  #bounds: Electron.Rectangle;
  #is = { visible: false, minimized: false, maximized: false, focused: false, fullScreen: false };
  #title: string;

  constructor(options: Options = {}, target: string | null = null) {
    super();
    const { width = 800, height = 600, x = 0, y = 0, webPreferences = {}, show = true, title = 'Electron' } = options;
    this.#bounds = { x, y, width, height };
    this.#title = title;
    const { preload: file, nodeIntegrationInSubFrames: inSubFrames = false } = webPreferences;
    // Of a sandboxed preload Electron reads the file when the page starts; a missing one is said on standard error.
    const preload = file === undefined ? null : readFileSync(file, 'utf8');
    this.webContents = new WebContents(
      async (owner) => {
        await applyPermissions();
        const page = await openPage({ preload, inSubFrames, width, height, target }, owner);
        known.add(page.target);
        return page;
      },
      () => this.emit('ready-to-show', {}),
      () => this.#gone(),
    );
    Object.defineProperty(this.webContents, Symbol.for('electron-double.preferences'), { value: webPreferences });
    this.id = this.webContents.id;
    windows.set(this.id, this);
    const asElectron = this.webContents as unknown as Electron.WebContents;
    app.emit('web-contents-created', {}, asElectron);
    app.emit('browser-window-created', {}, this);
    if (show) this.show();
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return [...windows.values()] as unknown as Electron.BrowserWindow[];
  }
  static getFocusedWindow(): Electron.BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
  }
  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): Electron.BrowserWindow | null {
    return (windows.get(id) ?? null) as unknown as Electron.BrowserWindow | null;
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }
  show(): void {
    if (!this.#is.visible) this.#set('visible', true, 'show');
    this.focus();
  }
  showInactive(): void {
    this.#set('visible', true, 'show');
  }
  hide(): void {
    this.#set('visible', false, 'hide');
  }
  focus(): void {
    this.#set('focused', true, 'focus');
  }
  blur(): void {
    this.#set('focused', false, 'blur');
  }
  minimize(): void {
    this.#set('minimized', true, 'minimize');
  }
  restore(): void {
    this.#is.maximized = false;
    this.#set('minimized', false, 'restore');
  }
  maximize(): void {
    this.#set('maximized', true, 'maximize');
  }
  unmaximize(): void {
    this.#set('maximized', false, 'unmaximize');
  }
  setFullScreen(flag: boolean): void {
    this.#set('fullScreen', flag, flag ? 'enter-full-screen' : 'leave-full-screen');
  }
  isVisible(): boolean {
    return this.#is.visible && !this.#is.minimized;
  }
  isMinimized(): boolean {
    return this.#is.minimized;
  }
  isMaximized(): boolean {
    return this.#is.maximized;
  }
  isFullScreen(): boolean {
    return this.#is.fullScreen;
  }
  isFocused(): boolean {
    return this.#is.focused && this.isVisible();
  }
  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }
  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize', {});
    this.emit('move', {});
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  setMenu(): void {}
  removeMenu(): void {}
  setSkipTaskbar(): void {}
  setIcon(): void {}
  setOverlayIcon(): void {}
  setBackgroundColor(): void {}
  flashFrame(): void {}
  close(): void {
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.webContents.close();
  }
  destroy(): void {
    this.webContents.close();
  }

  #set(fact: 'visible' | 'minimized' | 'maximized' | 'focused' | 'fullScreen', value: boolean, event: string): void {
    this.#is[fact] = value;
    this.emit(event, {});
  }
  #gone(): void {
    windows.delete(this.id);
    this.emit('closed', {});
    if (windows.size > 0) return;
    if (app.listenerCount('window-all-closed') === 0) app.quit();
    else app.emit('window-all-closed', {});
  }
}
offersOnly<Strangers<BrowserWindow, Electron.BrowserWindow>>();
offersOnly<Strangers<typeof BrowserWindow, typeof Electron.BrowserWindow>>();

/** Every page that appears in our context without having been asked for was opened by one of ours. */
export function watchOpened(): void {
  const { onSaid, context, send } = theBrowser();
  onSaid(({ method, params }) => {
    if (method !== 'Target.targetCreated') return;
    const info = params.targetInfo as { targetId: string; browserContextId?: string; openerId?: string; url: string };
    if (info.browserContextId !== context || info.openerId === undefined || known.has(info.targetId)) return;
    void opened(info.targetId, info.openerId, inside(info.url));
  });

  async function opened(target: string, opener: string, address: string): Promise<void> {
    for (const { webContents } of windows.values()) {
      if ((await WebContents.targetOf(webContents)) !== opener) continue;
      if (WebContents.answerOpening(webContents, address) === 'deny')
        // It stays behind, as none of ours, until the browser ends: closed at once it sometimes stops its opener, which is of its process.
        await send('Target.activateTarget', { targetId: opener });
      else webContents.emit('did-create-window', new BrowserWindow({}, target), { url: address });
    }
  }
}

/** Closes every window; false when one of them refuses. */
onQuit(() => {
  for (const window of windows.values()) {
    const event = preventable();
    window.emit('close', event);
    if (event.defaultPrevented) return false;
  }
  windows.clear();
  return true;
});
