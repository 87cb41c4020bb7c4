import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-components';

/** Deep blue-green. Shade 80 carries white text at 5.7:1, shade 110 stands on the dark background at 6:1. */
const plumb: BrandVariants = {
  10: '#01181b',
  20: '#05262b',
  30: '#08353c',
  40: '#0a424b',
  50: '#0c505a',
  60: '#0d5b67',
  70: '#0f6673',
  80: '#10707e',
  90: '#2a8492',
  100: '#4497a4',
  110: '#5da9b5',
  120: '#77bbc5',
  130: '#91cdd6',
  140: '#abdee5',
  150: '#c5eef3',
  160: '#def8fb',
};

const fonts = { fontFamilyBase: "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, Roboto, sans-serif" };

export const lightTheme: Theme = {
  ...createLightTheme(plumb),
  ...fonts,
  // Fluent's own reaches only 4.2:1 on a selected row.
  colorStatusWarningForeground3: '#a74109',
};

export const darkTheme: Theme = {
  ...createDarkTheme(plumb),
  ...fonts,
  colorBrandForeground1: plumb[120],
  colorBrandForeground2: plumb[120],
  colorBrandForegroundLink: plumb[120],
  colorBrandForegroundLinkHover: plumb[130],
  colorBrandForegroundLinkPressed: plumb[110],
  colorCompoundBrandForeground1: plumb[110],
  colorCompoundBrandForeground1Hover: plumb[120],
  colorCompoundBrandForeground1Pressed: plumb[100],
  // Fluent's own reaches only 4.2:1 on the dark background, and less on a selected row.
  colorStatusDangerForeground1: '#ec949d',
  // These reach 4.3:1 on a selected row and 4.0:1 and 4.5:1 on one under the mouse.
  colorStatusSuccessForeground1: '#6bc46b',
  colorStatusWarningForeground3: '#faa06b',
};
