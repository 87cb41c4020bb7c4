/** The records of a ZIP file (APPNOTE 6.3.3, below 4 GB): what packs the bytes is the business of whoever writes the file. */

export type ZipEntryFacts = {
  /** UTF-8. */
  readonly name: Uint8Array<ArrayBuffer>;
  /** CRC-32 of the bytes as they were. */
  readonly checksum: number;
  /** In bytes: packed with raw DEFLATE, and as they were. */
  readonly packedSize: number;
  readonly size: number;
};

/** Midnight of 1 January 1980, the first date that ZIP knows: a file's own date says when it was made. */
const noDate = 0x0021;
const deflate = 8;
const utf8Names = 0x0800;
const version = 20;
const facts = [version, utf8Names, deflate, 0, noDate] as const;

/** What stands before an entry's packed bytes, with its name. */
export function zipLocalHeader({ name, checksum, packedSize, size }: ZipEntryFacts): Uint8Array<ArrayBuffer> {
  return withName(record('PK\x03\x04', facts, [checksum, packedSize, size], [name.length, 0], []), name);
}

/** What stands for it in the directory. `offset`: of its local header. */
export function zipDirectoryEntry(
  { name, checksum, packedSize, size }: ZipEntryFacts,
  offset: number,
): Uint8Array<ArrayBuffer> {
  const lengths = [name.length, 0, 0, 0, 0];
  return withName(record('PK\x01\x02', [version, ...facts], [checksum, packedSize, size], lengths, [0, offset]), name);
}

/** The last record. `length`: of the directory in bytes; `offset`: where it begins. */
export function zipEnd(entries: number, length: number, offset: number): Uint8Array<ArrayBuffer> {
  return record('PK\x05\x06', [0, 0, entries, entries], [length, offset], [0], []);
}

function withName(header: Uint8Array<ArrayBuffer>, name: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(header.length + name.length);
  bytes.set(header);
  bytes.set(name, header.length);
  return bytes;
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
