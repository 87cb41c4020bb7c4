import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, nativeTheme, Tray } from 'electron';
import { isTaskbarDark } from './taskbarTheme.ts';
import { type TrayTheme, trayIconFiles } from './trayIcons.ts';
import { type TrayAct, type TrayLine, trayMenu } from './trayMenu.ts';
import { type Known, type TrayState, trayStanding, trayTip } from './trayState.ts';

export type DesktopTray = { readonly tell: (known: Known, watches: boolean) => void; readonly remove: () => void };

/** The icon beside the clock. `icons`: the folder of the icons. */
export function createTray(icons: string, act: (act: TrayAct) => void): DesktopTray {
  let known: Known = 'opening';
  let watched = false;
  let theme: TrayTheme = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  const image = (state: TrayState) => iconOf(icons, state, theme);
  const tray = new Tray(image('working'));
  let drawn = '';
  const draw = () => {
    const { state } = trayStanding(known);
    const lines = trayMenu(known, watched);
    // Only what changed: a menu that is open would close under the person's hand.
    const next = JSON.stringify([theme, state, trayTip(known), lines]);
    if (next === drawn) return;
    drawn = next;
    tray.setImage(image(state));
    tray.setToolTip(trayTip(known));
    tray.setContextMenu(Menu.buildFromTemplate(lines.map((line) => itemOf(line, act))));
  };
  const look = async () => {
    theme = (await isTaskbarDark(nativeTheme.shouldUseDarkColors)) ? 'dark' : 'light';
    if (!tray.isDestroyed()) draw();
  };
  draw();
  void look();
  nativeTheme.on('updated', look);
  tray.on('click', () => act({ do: 'open', company: null, goTo: null }));
  return {
    tell: (next, watches) => {
      known = next;
      watched = watches;
      draw();
    },
    remove: () => {
      nativeTheme.off('updated', look);
      tray.destroy();
    },
  };
}

/** One image with a drawing for every scale of the screen. */
function iconOf(folder: string, state: TrayState, theme: TrayTheme): NativeImage {
  const image = nativeImage.createEmpty();
  for (const { file, scale } of trayIconFiles(state, theme)) {
    image.addRepresentation({ scaleFactor: scale, buffer: readFileSync(join(folder, file)) });
  }
  return image;
}

function itemOf(line: TrayLine, act: (act: TrayAct) => void): MenuItemConstructorOptions {
  switch (line.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'words':
      return { label: literal(line.label), enabled: false };
    case 'act':
      return { label: literal(line.label), enabled: line.enabled, click: () => act(line.act) };
    case 'choices':
      return {
        label: literal(line.label),
        enabled: line.enabled,
        submenu: line.lines.map((inner) => itemOf(inner, act)),
      };
  }
}

/** In a menu an ampersand underlines the next letter: `Smith & Sons` is to be read as it is written. */
function literal(text: string): string {
  return text.replaceAll('&', '&&');
}
