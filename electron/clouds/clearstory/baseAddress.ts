import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { checkBaseAddress } from '../baseAddress.ts';

const clearstoryAddress = 'https://web-api.clearstory.build';

/** Checks a base address: https, or http on this machine (the sandbox). Out: it without a slash at the end, and its host. */
export function readBaseAddress(text: string): Result<{ readonly base: string; readonly host: string }> {
  const checked = checkBaseAddress(text, 'Clearstory', 'API key');
  if (checked.ok) return succeed({ base: checked.base, host: checked.host });
  return fail({
    next: 'needsPerson',
    code: 'clearstory.address',
    sentence: checked.sentence,
    remedy: `Enter an address that begins with https:// under Settings, Clearstory. Clearstory’s own is ${clearstoryAddress}.`,
  });
}
