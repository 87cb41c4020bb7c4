import type { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type Config, configSchema } from './config.ts';
import { configKeys, describedKey, formOf } from './configWords.ts';
import { readText } from './textFile.ts';
import { systemCode } from './wholeFile.ts';

/** Reads and checks a configuration file. Refusals name file, key, value and allowed form, all of them at once. */
export function readConfigFile(file: string): Result<Config> {
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    const code = systemCode(error) ?? 'unknown error';
    const why = code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code}).`;
    return fail(refusal(`Configuration file ${file}: ${why}`, 'Check the path after --config.'));
  }
  return parseConfig(text, `Configuration file ${file}`);
}

/** The same for text at hand; `name` begins every refusal. */
export function parseConfig(text: string, name: string): Result<Config> {
  let value: unknown;
  try {
    // A byte order mark is what Windows editors put in front.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = error instanceof Error ? error.message : '';
    return fail(refusal(`${name} is not JSON: ${where}`, 'Correct it there; a comma or a quote is often missing.'));
  }
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  const sentences = issueSentences(parsed.error.issues, value);
  return fail(refusal(`${name}: ${sentences.join(' ')}`, 'Correct these keys and start again.'));
}

/** What is wrong with a value of this form, each thing once; values that may hold a secret are not repeated. */
export function issueSentences(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  words: IssueWords = { formOf, siblings },
): readonly string[] {
  return [...new Set(issues.flatMap((issue) => describeIssue(issue, value, words)))];
}

/** What is allowed at a key, and which keys there are beside one; in words. */
export type IssueWords = {
  readonly formOf: (key: string) => string | null;
  readonly siblings: (path: readonly string[]) => string;
};

function refusal(sentence: string, remedy: string): Failure {
  return { next: 'needsPerson', code: 'config.refused', sentence, remedy };
}

function describeIssue(issue: z.core.$ZodIssue, whole: unknown, words: IssueWords): readonly string[] {
  const inner = issue.code === 'invalid_union' ? closest(issue.errors) : null;
  if (inner !== null) {
    return inner.flatMap((one) => describeIssue({ ...one, path: [...issue.path, ...one.path] }, whole, words));
  }
  const path = issue.path.map(String);
  if (issue.code === 'custom' && typeof issue.params?.sentence === 'string') return [issue.params.sentence];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = words.siblings(path);
      return `${[...path, key].join('.')} is not a key${known === '' ? '' : `; known are ${known}`}.`;
    });
  }
  const key = path.join('.');
  const form = words.formOf(key) ?? 'an object with the described keys';
  const value = valueAt(whole, path);
  const found = value === undefined ? 'is missing' : `is ${shown(path, value)}`;
  return [`${key === '' ? 'The file' : key} ${found}; it must be ${form}.`];
}

/** Of the alternatives that were tried the one that nearly fitted: the fewest complaints, and not about its own kind. */
function closest(alternatives: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | null {
  const weight = (issues: readonly z.core.$ZodIssue[]) =>
    issues.reduce((sum, { path, code }) => {
      const wrongKind = path.at(-1) === 'kind' || path.length === 0;
      return sum + (code === 'unrecognized_keys' ? 5 : wrongKind ? 100 : 1);
    }, 0);
  const sorted = [...alternatives].sort((a, b) => weight(a) - weight(b));
  const best = sorted[0];
  return best === undefined || weight(best) >= 100 ? null : best;
}

/** Of one of several companies: its id and name, then the keys of a company. */
const notOfOneCompany = ['company', 'companies', 'network', 'updates', 'person', 'secretsFile'];

export function siblings(path: readonly string[]): string {
  const described = describedKey(path.join('.'));
  const all = configKeys.map(({ key }) => key);
  if (described === 'companies') {
    const keys = all.filter((key) => !key.includes('.') && !notOfOneCompany.includes(key));
    return ['id', 'name', ...keys].join(', ');
  }
  const prefix = described === '' ? '' : `${described}.`;
  return all
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((key) => !key.includes('.'))
    .join(', ');
}

function valueAt(whole: unknown, path: readonly string[]): unknown {
  let value = whole;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map(Object.entries(value)).get(part);
  }
  return value;
}

/** A connection string or an address pasted into the wrong place may hold a password: such values are not repeated. */
export function shown(path: readonly string[], value: unknown): string {
  const text = JSON.stringify(value) ?? 'empty';
  const risky = /pwd|password|:\/\/[^/]*@/i.test(text) || path.some((part) => /connection|secret|password/i.test(part));
  if (risky && typeof value !== 'boolean' && typeof value !== 'number') return 'not allowed here (value not repeated)';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
