import { crc32, deflateRawSync } from 'node:zlib';
import { type ZipEntryFacts, zipDirectoryEntry, zipEnd, zipLocalHeader } from '#shared/domain/zipFormat.ts';

/** A ZIP file of texts, in memory. */
export function zipOf(files: readonly { readonly name: string; readonly text: string }[]): Buffer<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const bytes = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(bytes);
    const entry: ZipEntryFacts = {
      name: new TextEncoder().encode(name),
      checksum: crc32(bytes),
      packedSize: packed.length,
      size: bytes.length,
    };
    const header = zipLocalHeader(entry);
    parts.push(header, packed);
    directory.push(zipDirectoryEntry(entry, offset));
    offset += header.length + packed.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([...parts, ...directory, zipEnd(directory.length, length, offset)]);
}
