import { z } from 'zod';
import { collapseSpaces, plainFromHtml, truncateAt } from '#shared/domain/text.ts';

/** Long enough for Procore's own sentences, short enough for a line on the screen. */
const longestText = 200;
const mostTexts = 5;

const text = z.string();
const texts = z.union([text.transform((one) => [one]), z.array(z.unknown()).transform((list) => list.filter(isText))]);
const byField = z.record(z.string(), z.unknown());

const bodySchema = z.object({
  errors: z.unknown().optional(),
  error: z.unknown().optional(),
  error_description: text.nullish().catch(null),
  message: text.nullish().catch(null),
});

const errorObjectSchema = z.object({
  message: text.nullish().catch(null),
  details: z
    .array(z.object({ message: text.nullish().catch(null) }))
    .nullish()
    .catch(null),
});

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * What Procore says is wrong, in its own words, from any of the shapes its errors come in: `errors` as a text, by field, or as
 * `{base, fields}`; `message`; `error` as a text or as `{message, details}`. Empty for anything else, such as a web page. Only these
 * fields are shown, as plain text and cut: a body may hold anything.
 */
export function errorTexts(body: unknown): readonly string[] {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return [];
  const { errors, error, error_description: description, message } = parsed.data;
  const found = [...fromErrors(errors), ...fromError(error), description, message].filter(isText);
  const plain = found.map((one) => truncateAt(collapseSpaces(plainFromHtml(one)), longestText));
  return [...new Set(plain.filter((one) => one !== ''))].slice(0, mostTexts);
}

/** The same from a reply's text. */
export function errorTextsOf(reply: string): readonly string[] {
  try {
    return errorTexts(JSON.parse(reply));
  } catch {
    return [];
  }
}

function fromErrors(errors: unknown): readonly string[] {
  const plain = texts.safeParse(errors);
  if (plain.success) return plain.data;
  const fields = byField.safeParse(errors);
  if (!fields.success) return [];
  return Object.entries(fields.data).flatMap(([field, value]) => {
    if (field === 'fields') return fromErrors(value);
    const said = texts.safeParse(value);
    if (!said.success) return [];
    return field === 'base' ? said.data : said.data.map((one) => `${field.replaceAll('_', ' ')} ${one}`);
  });
}

function fromError(error: unknown): readonly (string | null | undefined)[] {
  if (isText(error)) return [error];
  const parsed = errorObjectSchema.safeParse(error);
  if (!parsed.success) return [];
  return [parsed.data.message, ...(parsed.data.details ?? []).map((detail) => detail.message)];
}
