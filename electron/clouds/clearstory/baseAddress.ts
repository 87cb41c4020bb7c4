import type { Failure } from '#shared/domain/failure.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';

const clearstoryAddress = 'https://web-api.clearstory.build';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Checks a base address: https, or http on this machine (the sandbox). Out: it without a slash at the end, and its host. */
export function readBaseAddress(text: string): Result<{ readonly base: string; readonly host: string }> {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null) return fail(wrong(`“${text}” is not a web address.`));
  if (url.username !== '' || url.password !== '')
    return fail(wrong('The Clearstory address must not hold a user name or a password.'));
  if (url.search !== '' || url.hash !== '') return fail(wrong(`“${text}” must end after the host or path.`));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.has(url.hostname)))
    return fail(wrong(`“${text}” is not encrypted: the API key would be readable on the way.`));
  return succeed({ base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, host: url.host });
}

function wrong(sentence: string): Failure {
  return {
    next: 'needsPerson',
    code: 'clearstory.address',
    sentence,
    remedy: `Enter an address that begins with https:// under Settings, Clearstory. Clearstory’s own is ${clearstoryAddress}.`,
  };
}
