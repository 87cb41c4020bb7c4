import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trayIconFiles, traySizes, trayThemes } from '../../../electron/desktop/tray/trayIcons.ts';
import { trayStates } from '../../../electron/desktop/tray/trayState.ts';
import { readAlpha } from './png.ts';

const icons = new URL('../../../resources/icons/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, icons));
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the icons of the tray', () => {
  it.each(trayStates)('are there for %s in every size, light and dark', (state) => {
    for (const theme of trayThemes) {
      const files = trayIconFiles(state, theme);
      expect(files.map(({ file }) => sizeOf(read(file)))).toEqual(traySizes.map((size) => [size, size]));
      expect(files.map(({ scale }) => scale)).toEqual([1, 1.25, 1.5, 2, 3, 4]);
    }
  });

  it('are no more than those', () => {
    expect(readdirSync(new URL('tray/drawn/', icons))).toHaveLength(
      trayStates.length * trayThemes.length * traySizes.length,
    );
  });

  it.each(traySizes)('of %i pixels differ by their shapes, also for who sees no colours', (size) => {
    for (const theme of trayThemes) {
      const shapes = trayStates.map((state) => {
        const { file } = trayIconFiles(state, theme)[traySizes.indexOf(size)] ?? { file: '' };
        return readAlpha(read(file)).alpha;
      });
      for (const [index, shape] of shapes.entries()) {
        for (const other of shapes.slice(index + 1)) {
          const differing = shape.filter((value, at) => value > 127 !== (other[at] ?? 0) > 127).length;
          expect(differing / shape.length).toBeGreaterThan(0.04);
        }
      }
    }
  });

  it('have the same shape in light and dark', () => {
    for (const state of trayStates) {
      const [light, dark] = trayThemes.map((theme) =>
        trayIconFiles(state, theme).map(({ file }) => readAlpha(read(file)).alpha),
      );
      expect(dark).toEqual(light);
    }
  });
});

describe('the icon of the application', () => {
  it('is there for Linux and for notifications', () => {
    expect([256, 512].map((size) => sizeOf(read(`plumbline-${size}.png`)))).toEqual([
      [256, 256],
      [512, 512],
    ]);
  });

  it('is an icon file with every size that Windows shows, each a picture of that size', () => {
    const ico = read('plumbline.ico');
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const entry = ico.subarray(6 + 16 * index);
      const [length, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)];
      const png = ico.subarray(offset, offset + length);
      const [width] = sizeOf(png);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect((entry[0] ?? 0) === 0 ? 256 : entry[0]).toBe(width);
      return width;
    });
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
  });
});
