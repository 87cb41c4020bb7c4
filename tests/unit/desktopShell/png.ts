import { inflateSync } from 'node:zlib';

/** How opaque each pixel of a PNG with eight bits of red, green, blue and alpha is; what Chromium's screenshots are. */
export function readAlpha(png: Buffer): {
  readonly width: number;
  readonly height: number;
  readonly alpha: Uint8Array;
} {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (png.subarray(24, 26).toString('hex') !== '0806') throw new Error('Not eight bits of RGBA');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.subarray(at + 4, at + 8).toString() === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), width * 4, height);
  return { width, height, alpha: rows.filter((_, index) => index % 4 === 3) };
}

/** Takes back the filters of each line (PNG specification, section 9). */
function unfiltered(data: Buffer, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < 4 ? 0 : (out[at - 4] ?? 0);
      const up = y === 0 ? 0 : (out[at - stride] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (out[at - stride - 4] ?? 0);
      const guess = [0, left, up, Math.floor((left + up) / 2), paeth(left, up, corner)][filter] ?? 0;
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
