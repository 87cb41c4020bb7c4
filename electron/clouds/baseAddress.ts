import { isSafeAddress } from '#shared/domain/network/safeAddress.ts';

export type BaseAddress =
  | { readonly ok: true; readonly base: string; readonly host: string }
  | { readonly ok: false; readonly sentence: string };

/**
 * Checks a cloud's base address: https, or http on this machine (the sandbox). `secret`: what would be readable without
 * encryption, e.g. `API key`. Out: the address without a slash at the end and its host, or what is wrong with it.
 */
export function checkBaseAddress(text: string, cloud: string, secret: string): BaseAddress {
  const wrong = (sentence: string) => ({ ok: false as const, sentence });
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null) return wrong(`“${text}” is not a web address.`);
  if (url.username !== '' || url.password !== '')
    return wrong(`The ${cloud} address must not hold a user name or a password.`);
  if (url.search !== '' || url.hash !== '') return wrong(`“${text}” must end after the host or path.`);
  if (!isSafeAddress(url.href)) return wrong(`“${text}” is not encrypted: the ${secret} would be readable on the way.`);
  return { ok: true, base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, host: url.host };
}
