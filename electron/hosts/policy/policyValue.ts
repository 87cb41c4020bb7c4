import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { shown } from '../configFile.ts';
import type { Control, SettingKey } from '../settingKeys.ts';

/** As the registry and the policy file give it. */
export type RawValue = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;

/** Group Policy cannot set an empty text: this says it. */
export const emptyText = '(none)';

/** What may be left out of a connection, so that an empty text takes it away. */
const mayBeAbsent = /^sage\.connection\.(user|certificateName)$/;

/**
 * The value of one setting, checked by its own schema. The registry knows texts, numbers and lists only, so that `1` and `true` are yes
 * and digits a number. Out: null for a part of a connection that is to be absent. Fails with what stands there and what is allowed.
 */
export function policyValue({ key, form, control, schema }: SettingKey, raw: RawValue): Result<unknown> {
  const value = converted(control, raw);
  if (value === '' && mayBeAbsent.test(key)) return succeed(null);
  const parsed = schema.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  const none = control.kind === 'choice' && control.values.includes('') ? ` (${emptyText} for "")` : '';
  const sentence = `${key} is ${shown(key.split('.'), raw)}; it must be ${form}${none}`;
  return fail({ next: 'needsPerson', code: 'policy.value', sentence });
}

function converted(control: Control, raw: RawValue): unknown {
  const text = raw === emptyText ? '' : raw;
  switch (control.kind) {
    case 'yesNo':
      return yesNo(text);
    case 'number':
      return typeof text === 'string' && /^\d{1,10}$/.test(text.trim()) ? Number(text) : text;
    case 'text':
    case 'choice':
      return typeof text === 'number' ? String(text) : text;
    case 'list':
      return listOf(text, control.orAll);
    case 'json':
      return fromJson(text);
  }
}

function yesNo(raw: RawValue): unknown {
  if (raw === 1 || raw === '1' || raw === 'true') return true;
  return raw === 0 || raw === '0' || raw === 'false' ? false : raw;
}

/** One text names its parts with semicolons between them, which no user name and no number holds. */
function listOf(raw: RawValue, orAll: boolean): unknown {
  if (orAll && (raw === 'all' || (Array.isArray(raw) && raw.length === 1 && raw[0] === 'all'))) return null;
  if (typeof raw !== 'string') return raw;
  return raw
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A long text may have been entered in several lines. */
function fromJson(raw: RawValue): unknown {
  const lines = Array.isArray(raw) && raw.every((line) => typeof line === 'string') ? raw.join('\n') : raw;
  if (typeof lines !== 'string') return raw;
  try {
    return JSON.parse(lines);
  } catch {
    return raw;
  }
}
