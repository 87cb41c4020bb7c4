import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { offersOnly, type Strangers, type Surface } from './surface.ts';

type Image = Electron.NativeImage | string;

/** An icon in the notification area, which nobody sees; it keeps what it was given. */
export class Tray extends EventEmitter implements Surface<Electron.Tray> {
  #destroyed = false;
  constructor(image: Image) {
    super();
    this.setImage(image);
  }
  setImage(image: Image): void {
    if (typeof image === 'string' && !existsSync(image)) throw new Error(`Failed to load image from path '${image}'`);
  }
  setPressedImage(): void {}
  setToolTip(): void {}
  setTitle(): void {}
  setContextMenu(): void {}
  setIgnoreDoubleClickEvents(): void {}
  popUpContextMenu(): void {}
  closeContextMenu(): void {}
  displayBalloon(): void {}
  focus(): void {}
  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 16, height: 16 };
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  destroy(): void {
    this.#destroyed = true;
  }
}
offersOnly<Strangers<Tray, Electron.Tray>>();

export class MenuItem implements Omit<Surface<Electron.MenuItem>, 'submenu' | 'role'> {
  label: string;
  sublabel: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  id: string;
  type: Electron.MenuItem['type'];
  readonly role: Electron.MenuItemConstructorOptions['role'];
  readonly submenu?: Menu;
  readonly click: () => void;

  constructor(options: Electron.MenuItemConstructorOptions) {
    const { label = '', sublabel = '', enabled = true, visible = true, checked = false, id = '', submenu } = options;
    Object.assign(this, { accelerator: options.accelerator ?? null });
    this.label = label;
    this.sublabel = sublabel;
    this.enabled = enabled;
    this.visible = visible;
    this.checked = checked;
    this.id = id;
    this.role = options.role;
    if (submenu !== undefined)
      this.submenu = submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu as never);
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.click = () => {
      if (!this.enabled) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      options.click?.(this as unknown as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
    };
  }
}
offersOnly<Strangers<MenuItem, Electron.MenuItem>>();

export class Menu extends EventEmitter implements Omit<Surface<Electron.Menu>, 'items' | 'append'> {
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (Electron.MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const one of template) menu.append(one instanceof MenuItem ? one : new MenuItem(one));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Electron.Menu | null {
    return Menu.#application as unknown as Electron.Menu | null;
  }
  append(item: MenuItem): void {
    this.items.push(item);
  }
  popup(): void {}
  getMenuItemById(id: string): Electron.MenuItem | null {
    return (this.items.find((item) => item.id === id) ?? null) as unknown as Electron.MenuItem | null;
  }
}
offersOnly<Strangers<Menu, Electron.Menu>>();
offersOnly<Strangers<typeof Menu, typeof Electron.Menu>>();

/** A notification that nobody sees; `show` says that it was shown. */
export class Notification extends EventEmitter implements Surface<Electron.Notification> {
  title: string;
  body: string;
  silent: boolean;
  constructor({ title = '', body = '', silent = false }: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
    this.silent = silent;
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    this.emit('show', {});
  }
  close(): void {
    this.emit('close', {});
  }
}
offersOnly<Strangers<Notification, Electron.Notification>>();
offersOnly<Strangers<typeof Notification, typeof Electron.Notification>>();

/** Pictures are not drawn: a file that is there is a picture, one that is not is empty, as in Electron. */
function image(bytes: Buffer): Electron.NativeImage {
  const made: Surface<Electron.NativeImage> = {
    isEmpty: () => bytes.length === 0,
    getSize: () => ({ width: 16, height: 16 }),
    toPNG: () => bytes,
    toDataURL: () => `data:image/png;base64,${bytes.toString('base64')}`,
    resize: () => made as unknown as Electron.NativeImage,
    addRepresentation: () => undefined,
    setTemplateImage: () => undefined,
    isTemplateImage: () => false,
  };
  return made as unknown as Electron.NativeImage;
}

export const nativeImage = {
  createEmpty: () => image(Buffer.alloc(0)),
  createFromPath: (path) => image(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromBuffer: (buffer) => image(buffer),
  createFromDataURL: (url) => image(Buffer.from(url.split(',')[1] ?? '', 'base64')),
} satisfies Partial<typeof Electron.nativeImage>;
