import type { TrayState } from './trayState.ts';

export const trayThemes = ['light', 'dark'] as const;
/** Of the taskbar: dark shapes on a light one, light shapes on a dark one. */
export type TrayTheme = (typeof trayThemes)[number];

/** Pixels at 100, 125, 150, 200, 300 and 400 %. */
export const traySizes = [16, 20, 24, 32, 48, 64] as const;

const fileStems: Readonly<Record<TrayState, string>> = {
  inStep: 'in-step',
  working: 'working',
  needsYou: 'needs-you',
  noContact: 'no-contact',
  paused: 'paused',
};

/** The files of one icon, under resources/icons, and the scale of the screen that each is for. */
export function trayIconFiles(state: TrayState, theme: TrayTheme): readonly { readonly file: string; scale: number }[] {
  return traySizes.map((size) => ({ file: `tray/drawn/${fileStems[state]}-${theme}-${size}.png`, scale: size / 16 }));
}
