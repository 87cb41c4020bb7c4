import { z } from 'zod';
import { companyKeys, configShape } from './config.ts';
import { configKeys, formOf } from './configWords.ts';

/**
 * Every single setting, from the one description: the shape and the words of the configuration file. The policy, its templates and the
 * locks on the screens go by this list, so that a key is added in `config.ts` and `configWords.ts` and nowhere else.
 */

/** How a value is chosen in a policy editor. */
export type Control =
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'text'; readonly maxLength: number }
  | { readonly kind: 'list'; readonly orAll: boolean }
  /** Something with parts, as JSON text. */
  | { readonly kind: 'json' };

export type SettingKey = {
  readonly key: string;
  readonly meaning: string;
  readonly form: string;
  /** What it belongs to: a stored setting of a company, how its books are reached, or the installation as a whole. */
  readonly scope: 'settings' | 'books' | 'installation';
  readonly schema: z.ZodType;
  readonly control: Control;
};

/** What a company is, and what only a file can say. */
const notSingle =
  /^(company\.id|company|companies|sage\.kind|sage\.dialect|sage\.connection\.fromEnvironment|.*\.sandbox)$/;

/** The form of one entry of a map, whose own form is told of the whole. */
const entryForms = new Map([
  ['defaults', '"1" … "6", or "" for not pushed'],
  ['procoreRules', 'a list of user names; empty: everybody who opens Plumbline'],
]);

/** Text without a limit of its own: addresses, paths, names. */
const longestText = 1000;

export const settingKeys: readonly SettingKey[] = configKeys
  .filter(({ key }) => !notSingle.test(key))
  .flatMap(({ key, meaning, form }) => {
    const schema = schemaAt(configShape, key.split('.'));
    if (schema === null) return [];
    if (!(schema instanceof z.ZodRecord)) return single(key, meaning, form, schema);
    return entriesOf(schema).flatMap(([name, value]) =>
      single(`${key}.${name}`, `${meaning.replace(/\.$/, '')}: ${name}.`, '', value),
    );
  });

const byKey = new Map(settingKeys.map((one) => [one.key, one]));

export function settingKey(key: string): SettingKey | null {
  return byKey.get(key) ?? null;
}

/** Where a setting of a company stands among its stored settings; those of the books keep their own name. */
export function settingPath(key: string): string {
  return key.replace(/^procoreRules\./, 'procore.');
}

function single(key: string, meaning: string, form: string, schema: z.ZodType): readonly SettingKey[] {
  const control = controlOf(schema);
  if (control === null) return [];
  const [group = ''] = key.split('.');
  const scope = Object.hasOwn(companyKeys, group)
    ? 'settings'
    : ['sage', 'company'].includes(group)
      ? 'books'
      : 'installation';
  return [
    { key, meaning, form: form === '' ? (entryForms.get(group) ?? formOf(key) ?? '') : form, scope, schema, control },
  ];
}

/** The schema of one key; of alternatives the first that has it. Null for one that the shape does not have. */
function schemaAt(schema: z.ZodType, path: readonly string[]): z.ZodType | null {
  const inner = unwrapped(schema);
  const [first, ...rest] = path;
  if (first === undefined) return inner;
  if (inner instanceof z.ZodUnion) {
    const found = inner.options.map((option) => schemaAt(option as z.ZodType, path));
    return found.find((one) => one !== null) ?? null;
  }
  const next = inner instanceof z.ZodObject ? new Map(Object.entries(inner.shape)).get(first) : undefined;
  return next === undefined ? null : schemaAt(next as z.ZodType, rest);
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const wrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly;
  return wrapped ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}

function entriesOf(record: z.ZodRecord): readonly (readonly [string, z.ZodType])[] {
  const names = (z.toJSONSchema(record.keyType).enum ?? []).map(String);
  return names.map((name) => [name, unwrapped(record.valueType as z.ZodType)]);
}

/** Null for a group of keys. */
function controlOf(schema: z.ZodType): Control | null {
  const { type, enum: values, minimum, maximum, maxLength, items, anyOf } = z.toJSONSchema(schema, { io: 'input' });
  if (values !== undefined) return { kind: 'choice', values: values.map(String) };
  switch (type) {
    case 'boolean':
      return { kind: 'yesNo' };
    case 'integer':
    case 'number':
      return { kind: 'number', min: minimum ?? 0, max: maximum ?? 4_294_967_295 };
    case 'string':
      return { kind: 'text', maxLength: maxLength ?? longestText };
    case 'array':
      return isText(items) ? { kind: 'list', orAll: false } : { kind: 'json' };
    default:
      return anyOf?.some((one) => typeof one === 'object' && one.type === 'array')
        ? { kind: 'list', orAll: anyOf.some((one) => typeof one === 'object' && one.type === 'null') }
        : null;
  }
}

function isText(items: unknown): boolean {
  return typeof items === 'object' && items !== null && 'type' in items && items.type === 'string';
}
