/** Long enough for the slowest start of a download; the bytes are freed afterwards. */
const releaseAfterMs = 60_000;

/** Hands a file to the person: as a download in a browser, through the save dialog or the download folder on the desktop. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), releaseAfterMs);
}

/** `Change orders 2026-11-22.xlsx`: no character that Windows forbids in a name. */
export function fileName(title: string, date: string, extension: string): string {
  return `${title.replace(/[<>:"/\\|?*\p{Cc}]+/gu, ' ').trim()} ${date}.${extension}`;
}
