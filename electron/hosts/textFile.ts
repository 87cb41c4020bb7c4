import { readFileSync } from 'node:fs';

/**
 * The text of a file that a person or a script wrote: UTF-8, or UTF-16 with its mark in front, which is what `>` and `Out-File` of
 * Windows PowerShell write. Without the mark. Throws what the system says.
 */
export function readText(file: string): string {
  const bytes = readFileSync(file);
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
}
