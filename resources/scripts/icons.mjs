import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { systemChromium } from './chromium.mjs';
import { root } from './ensure.mjs';

/*
 * Draws the icons: the SVG sources under resources/icons become PNGs, and the application's icon one ICO. What comes out is checked in;
 * run this after a source was changed: node resources/scripts/icons.mjs
 */

const icons = join(root, 'resources', 'icons');
const trayStates = ['in-step', 'working', 'needs-you', 'no-contact', 'paused'];
const traySizes = [16, 20, 24, 32, 48, 64];
/** Windows' own sizes at 100 to 400 %. */
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const themes = ['light', 'dark'];

const browser = await chromium.launch({ executablePath: systemChromium() });
const page = await browser.newPage();

const drawn = join(icons, 'tray', 'drawn');
rmSync(drawn, { recursive: true, force: true });
mkdirSync(drawn, { recursive: true });
for (const theme of themes) {
  await page.emulateMedia({ colorScheme: theme });
  for (const state of trayStates) {
    for (const size of traySizes) {
      // Few pixels want fewer shapes, on a grid of their own.
      const source = join(icons, 'tray', `${state}.${size < 32 ? 'small' : 'large'}.svg`);
      writeFileSync(join(drawn, `${state}-${theme}-${size}.png`), await draw(source, size));
    }
  }
}

const application = join(icons, 'plumbline.svg');
for (const size of [256, 512]) writeFileSync(join(icons, `plumbline-${size}.png`), await draw(application, size));
const images = [];
for (const size of icoSizes) images.push({ size, png: await draw(application, size) });
writeFileSync(join(icons, 'plumbline.ico'), ico(images));
await browser.close();

async function draw(source, size) {
  await page.setViewportSize({ width: size, height: size });
  const svg = readFileSync(source, 'utf8').replace('<svg ', `<svg width="${size}" height="${size}" `);
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

/** An icon file: a directory of images, each a whole PNG, which Windows takes since Vista. */
function ico(images) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length + 16 * images.length;
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // 256 is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)]);
}
