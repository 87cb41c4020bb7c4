import { type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { settingKey } from '../settingKeys.ts';
import { readText } from '../textFile.ts';
import { systemCode } from '../wholeFile.ts';
import type { PolicyEntry } from './policy.ts';
import type { RawValue } from './policyValue.ts';

/** Where the policy stands on systems without a registry. Nothing overrides this path: whoever could would be above the policy. */
export const policyFile = '/etc/plumbline/policy.json';

/**
 * The entries of a policy file; null when there is none. A file or folder that others may write is refused: anybody could then speak for
 * the organisation. `owners`: the users whose file it may be.
 */
export function readPolicyFile(file: string, owners: readonly number[]): Result<readonly PolicyEntry[] | null> {
  let text: string;
  try {
    const open = [dirname(file), file].map((path) => openTo(path, statSync(path), owners)).find((one) => one !== null);
    if (open !== undefined && open !== null) return refusal(open);
    text = readText(file);
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT' ? succeed(null) : refusal(`${file} cannot be read (${code ?? 'unknown error'})`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refusal(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refusal(`${file} is not a JSON object`);
  const { companies = {}, ...all } = value as { readonly companies?: unknown };
  if (typeof companies !== 'object' || companies === null || Array.isArray(companies)) {
    return refusal(`companies in ${file} is not an object with short names of companies as its keys`);
  }
  const ofCompanies = Object.entries(companies).flatMap(([id, part]) => flat(part, `Companies/${id}/`, ''));
  return succeed([...flat(all, '', ''), ...ofCompanies]);
}

/** Keys may be nested as in the configuration file, or written with dots. */
function flat(value: unknown, prefix: string, key: string): readonly PolicyEntry[] {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value) && settingKey(key) === null;
  if (!isGroup) return [{ path: `${prefix}${key}`, value: value as RawValue }];
  return Object.entries(value).flatMap(([name, part]) => flat(part, prefix, key === '' ? name : `${key}.${name}`));
}

function openTo(path: string, { mode, uid }: Stats, owners: readonly number[]): string | null {
  if ((mode & 0o022) !== 0)
    return `${path} may be written by other users (mode ${(mode & 0o7777).toString(8)}); run: chmod go-w ${path}`;
  return owners.includes(uid) ? null : `${path} does not belong to root; run: chown root ${path}`;
}

function refusal(why: string): Result<never> {
  return fail({ next: 'needsPerson', code: 'policy.unreadable', sentence: why });
}
