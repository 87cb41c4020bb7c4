import { isLoopback } from './way.ts';

const parts = /^(https?):\/\/(\[[\da-f:.]+\]|[a-z\d_][a-z\d_.-]*)(?::(\d{1,5}))?([/?][^\s#\\]*)?$/i;

/**
 * Where what is secret may be sent: encrypted, or not further than this computer. Without a user or a password, which would stand in
 * settings, and without a fragment.
 */
export function isSafeAddress(text: string): boolean {
  const [, scheme = '', host = '', port = '443'] = parts.exec(text) ?? [];
  if (host === '' || Number(port) > 65_535) return false;
  return scheme.toLowerCase() === 'https' || isLoopback(host);
}

/** The same for an address that paths are put behind: without a query. */
export function isSafeBaseAddress(text: string): boolean {
  return isSafeAddress(text) && !text.includes('?');
}
