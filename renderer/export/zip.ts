import { type ZipEntryFacts, zipDirectoryEntry, zipEnd, zipLocalHeader } from '#shared/domain/zipFormat.ts';
import { crc32 } from './crc32.ts';

/**
 * A ZIP file whose entries are written piece by piece. The browser's own CompressionStream packs beside the page's thread and needs no
 * worker, which the page's content security policy would forbid.
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

export function startZip(): ZipFile {
  const parts: BlobPart[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;

  const open = (name: string): ZipEntry => {
    const encoder = new TextEncoder();
    const nameBytes = encoder.encode(name);
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
        const entry: ZipEntryFacts = { name: nameBytes, checksum, packedSize: body.size, size };
        const header = zipLocalHeader(entry);
        parts.push(header, body);
        directory.push(zipDirectoryEntry(entry, offset));
        offset += header.length + body.size;
      },
      abandon: async () => {
        // The reading end fails together with the writing end: that is what giving up means here.
        await Promise.allSettled([writer.abort(), packed]);
      },
    };
  };

  const finish = (type: string): Blob => {
    const length = directory.reduce((sum, piece) => sum + piece.length, 0);
    return new Blob([...parts, ...directory, zipEnd(directory.length, length, offset)], { type });
  };

  return { open, finish };
}
