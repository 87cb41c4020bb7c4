/*
 * A released Chromium opens no scheme that it was not built with: the double opens scheme://host/path as http://host.scheme.localhost/path
 * and speaks of it to the application as scheme://host/path. `.localhost` is a secure context and never leaves the machine.
 */

const schemes = new Set<string>();

export function serveScheme(scheme: string): void {
  schemes.add(scheme);
}

/** How Chromium gets to an address of the application. */
export function outside(address: string): string {
  const [, blob = '', scheme = '', host = '', rest = ''] =
    /^(blob:)?([a-z]+):\/\/([a-z0-9]+)(.*)$/s.exec(address) ?? [];
  return schemes.has(scheme) ? `${blob}http://${host}.${scheme}.localhost${rest}` : address;
}

/** What the application calls an address or an origin of Chromium's. */
export function inside(address: string): string {
  const [, blob = '', host = '', scheme = '', rest = ''] =
    /^(blob:)?http:\/\/([a-z0-9]+)\.([a-z]+)\.localhost(?![.:\w-])(.*)$/s.exec(address) ?? [];
  return schemes.has(scheme) ? `${blob}${scheme}://${host}${rest}` : address;
}

/** The scheme of an address that the application serves itself; null: somebody else's. */
export function ownScheme(address: string): string | null {
  const scheme = address.slice(0, address.indexOf(':'));
  return schemes.has(scheme) ? scheme : null;
}
