import { EventEmitter } from 'node:events';
import type { Frame } from './frames.ts';
import { receive } from './ipc.ts';
import type { FromPage, Page, PageOwner } from './page.ts';
import { defaultSession } from './session.ts';
import { mark, preventable } from './state.ts';
import { offersOnly, type Strangers, type Surface } from './surface.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** The contents of one window. Its page opens a moment after it was made; what is asked of it waits for that. */
export class WebContents
  extends EventEmitter
  implements Omit<Surface<Electron.WebContents>, 'session' | 'mainFrame' | 'executeJavaScript'>
{
  static last = 0;
  readonly id: number;
  readonly session = defaultSession as unknown as Electron.Session;
  readonly #page: Promise<Page>;
  #opened: Page | null = null;
  #openHandler: OpenHandler | null = null;
  #destroyed = false;

  constructor(open: (owner: PageOwner) => Promise<Page>, painted: () => void, closed: () => void) {
    super();
    WebContents.last += 1;
    this.id = WebContents.last;
    this.#page = open({
      heard: (message, frame) => this.#hear(message, frame),
      mayGo: (address, ofMainFrame) => this.#mayGo(address, ofMainFrame),
      loaded: () => {
        this.emit('dom-ready', {});
        this.emit('did-finish-load', {});
      },
      painted,
      crashed: () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 }),
      closed: () => {
        this.#destroyed = true;
        this.emit('destroyed', {});
        closed();
      },
    });
    void this.#page.then((page) => {
      this.#opened = page;
    });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  send(channel: string, ...words: unknown[]): void {
    void this.#page.then((page) => page.tell({ kind: 'send', channel, words }));
  }
  async loadURL(address: string): Promise<void> {
    mark('loadURL');
    const page = await this.#page;
    try {
      await page.load(address);
    } catch (error) {
      this.emit('did-fail-load', {}, -2, String(error), address, true);
      throw error;
    }
  }
  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.#page).evaluate(code);
  }
  reload(): void {
    void this.#page.then((page) => page.reload());
  }
  forcefullyCrashRenderer(): void {
    // A crashed page answers nothing any more, this command included.
    void this.#page.then((page) => void page.send('Page.crash').catch(() => undefined));
  }
  close(): void {
    void this.#page.then((page) => page.close());
  }
  getURL(): string {
    return this.#opened?.address() ?? '';
  }
  get mainFrame(): Electron.WebFrameMain {
    if (this.#opened === null) throw new Error('The page has not opened yet.');
    return this.#opened.mainFrame() as unknown as Electron.WebFrameMain;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isCrashed(): boolean {
    return false;
  }
  openDevTools(): void {
    this.emit('devtools-opened', {});
  }
  focus(): void {}
  setBackgroundThrottling(): void {}
  setZoomFactor(): void {}
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }
  setUserAgent(): void {}

  #hear(message: FromPage, frame: Frame): void {
    void receive(message, this, frame, (answer) => void this.#page.then((page) => page.tell(answer)));
  }
  #mayGo(url: string, isMainFrame: boolean): boolean {
    const event = Object.assign(preventable(), {
      url,
      isMainFrame,
      isSameDocument: false,
      frame: null,
      initiator: null,
    });
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }
  /** Asks the application about a window that the page has opened; by itself Electron lets it. */
  static answerOpening(contents: WebContents, url: string): 'allow' | 'deny' {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    };
    return contents.#openHandler?.(details as Electron.HandlerDetails).action ?? 'allow';
  }
  static targetOf(contents: WebContents): Promise<string> {
    return contents.#page.then(({ target }) => target);
  }
}
offersOnly<Strangers<WebContents, Electron.WebContents>>();
