import { crc32 } from './crc32.ts';

/**
 * A ZIP file (APPNOTE 6.3.3, below 4 GB) whose entries are written piece by piece. The browser's own CompressionStream packs
 * beside the page's thread and needs no worker, which the page's content security policy would forbid.
 */
export type ZipFile = {
  /** Opens an entry. One at a time: close it before the next. */
  readonly open: (name: string) => ZipEntry;
  readonly finish: (type: string) => Blob;
};

export type ZipEntry = {
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abandon: () => Promise<void>;
};

/** Midnight of 1 January 1980, the first date that ZIP knows: a file's own date says when it was made. */
const noDate = 0x0021;
const deflate = 8;
const utf8Names = 0x0800;
const version = 20;

export function startZip(): ZipFile {
  const parts: BlobPart[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;

  const open = (name: string): ZipEntry => {
    const nameBytes = new TextEncoder().encode(name);
    const encoder = new TextEncoder();
    const packer = new CompressionStream('deflate-raw');
    const writer = packer.writable.getWriter();
    const packed = new Response(packer.readable).blob();
    let checksum = 0;
    let size = 0;
    return {
      write: async (text) => {
        const bytes = encoder.encode(text);
        checksum = crc32(bytes, checksum);
        size += bytes.length;
        await writer.write(bytes);
      },
      close: async () => {
        await writer.close();
        const body = await packed;
        const facts = [version, utf8Names, deflate, 0, noDate] as const;
        const sizes = [checksum, body.size, size] as const;
        const local = record('PK\x03\x04', facts, sizes, [nameBytes.length, 0], []);
        parts.push(local, nameBytes, body);
        const central = record('PK\x01\x02', [version, ...facts], sizes, [nameBytes.length, 0, 0, 0, 0], [0, offset]);
        directory.push(central, nameBytes);
        offset += local.length + nameBytes.length + body.size;
      },
      abandon: async () => {
        // The reading end fails together with the writing end: that is what giving up means here.
        await Promise.allSettled([writer.abort(), packed]);
      },
    };
  };

  const finish = (type: string): Blob => {
    const length = directory.reduce((sum, piece) => sum + piece.length, 0);
    const entries = directory.length / 2;
    const end = record('PK\x05\x06', [0, 0, entries, entries], [length, offset], [0], []);
    return new Blob([...parts, ...directory, end], { type });
  };

  return { open, finish };
}

/** Little-endian fields after a signature: groups of 16 and 32 bits by turns. */
function record(
  signature: string,
  shorts: readonly number[],
  longs: readonly number[],
  moreShorts: readonly number[],
  moreLongs: readonly number[],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + 2 * (shorts.length + moreShorts.length) + 4 * (longs.length + moreLongs.length));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const char of signature) view.setUint8(at++, char.charCodeAt(0));
  const short = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  const long = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  shorts.forEach(short);
  longs.forEach(long);
  moreShorts.forEach(short);
  moreLongs.forEach(long);
  return bytes;
}
