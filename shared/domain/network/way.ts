import type { ProxyAddress } from './settings.ts';

/** How one host is reached. */
export type Way =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: ProxyAddress & { readonly user: string; readonly password: string } }
  /** As the desktop's network stack decides, with the PAC file that is named or the system's settings. */
  | { readonly kind: 'stack'; readonly pac: string | null }
  /** No way at all, with the code that says why: never another one than was meant. */
  | { readonly kind: 'none'; readonly code: 'PAC_NEEDS_DESKTOP' | 'PROXY_ADDRESS' };

/** A way that Node goes by itself. */
export type OwnWay = Extract<Way, { kind: 'direct' | 'proxy' }>;

/** This very computer, where the practice clouds are: never through a proxy. `host` as in a URL, so IPv6 in brackets. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host);
}

/**
 * Whether a list of exceptions names the host. Each entry: a host, `*.office.local` or `.office.local` for everything below, a host with
 * `:port`, `10.*`, `<local>` for names without a dot as Windows writes it, `*` for all.
 */
export function bypasses(list: readonly string[], host: string, port: number): boolean {
  const name = host.toLowerCase();
  return list.some((entry) => {
    const one = entry.trim().toLowerCase();
    if (one === '<local>') return !name.includes('.') && !name.includes(':');
    const [, pattern = one, only] = /^(.+):(\d{1,5})$/.exec(one) ?? [];
    if (only !== undefined && Number(only) !== port) return false;
    if (pattern.startsWith('.')) return name === pattern.slice(1) || name.endsWith(pattern);
    return likes(pattern, name);
  });
}

/** `*` stands for any number of characters. */
function likes(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === name;
  if (!name.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return name.length >= from + last.length && name.endsWith(last);
}
