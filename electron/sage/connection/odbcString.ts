import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';

/** One `keyword=value` of an ODBC connection string. */
export type OdbcAttribute = { readonly keyword: string; readonly value: string };

/** Driver managers keep it in buffers of 1,024 and 2,048 characters and cut what is longer. */
const longestString = 1024;

/**
 * Reads a connection string as ODBC's own grammar says: `keyword=value;`, a value in braces ends at a `}` that no second one follows.
 * Whatever driver manager and driver could read in two ways is refused: of two equal keywords Microsoft's drivers take the first and
 * unixODBC the last; unixODBC goes on after a closing brace without a semicolon. Never repeats a value: it may be a password.
 */
export function parseOdbcString(text: string): Result<readonly OdbcAttribute[]> {
  if (text.length > longestString) {
    return refuse(
      `The connection string has ${text.length} characters; drivers cut what is longer than ${longestString}.`,
    );
  }
  if (/[\0\r\n]/.test(text)) return refuse('The connection string holds a line end or a NUL character.');
  const found: OdbcAttribute[] = [];
  let rest = text.replace(/^[\s;]+/, '');
  while (rest !== '') {
    const head = /^([^=;{}]*)(=?)/.exec(rest);
    const keyword = head?.[1]?.trim() ?? '';
    if (keyword === '' || head?.[2] !== '=') {
      return refuse(`Part ${found.length + 1} of the connection string is not keyword=value.`);
    }
    const read = readValue(rest.slice(head[0].length));
    if (read === null) {
      return refuse(
        `The value of ${keyword} in the connection string has braces that do not fit: write {value}, and } inside it twice.`,
      );
    }
    if (found.some((one) => one.keyword.toLowerCase() === keyword.toLowerCase())) {
      return refuse(`${keyword} stands twice in the connection string; drivers differ in which one they take.`);
    }
    found.push({ keyword, value: read.value });
    rest = read.rest.replace(/^[\s;]+/, '');
  }
  return succeed(found);
}

function readValue(text: string): { readonly value: string; readonly rest: string } | null {
  const braced = /^\{((?:[^}]|\}\})*)\}\s*(?:;|$)/.exec(text);
  if (braced !== null) return { value: (braced[1] ?? '').replaceAll('}}', '}'), rest: text.slice(braced[0].length) };
  const plain = /^[^;{}]*(?:;|$)/.exec(text);
  return plain === null ? null : { value: plain[0].replace(/;$/, '').trim(), rest: text.slice(plain[0].length) };
}

/**
 * The string of these attributes, every value in braces that is not one plain word, as Microsoft's drivers and both driver managers read
 * them. Refuses what none of them reads back as it was.
 */
export function writeOdbcString(attributes: readonly OdbcAttribute[]): Result<string> {
  const bad = attributes.find(({ value }) => /[\0\r\n]/.test(value));
  if (bad !== undefined) return refuse(`${bad.keyword} holds a line end or a NUL character.`);
  const text = attributes.map(({ keyword, value }) => `${keyword}=${quoted(value)};`).join('');
  return text.length > longestString
    ? refuse(
        `The connection string would have ${text.length} characters; drivers cut what is longer than ${longestString}.`,
      )
    : succeed(text);
}

function quoted(value: string): string {
  return /^[A-Za-z0-9]+$/.test(value) ? value : `{${value.replaceAll('}', '}}')}}`;
}

/** The value of a keyword, whatever its case; null when it does not stand there. */
export function attributeOf(attributes: readonly OdbcAttribute[], keyword: string): string | null {
  return attributes.find((one) => one.keyword.toLowerCase() === keyword.toLowerCase())?.value ?? null;
}

/** The server as the string names it, by any of the keywords for it; null for a string without one. */
export function serverOf(attributes: readonly OdbcAttribute[]): string | null {
  const keyword = ['Server', 'Addr', 'Address', 'DSN'].find((one) => attributeOf(attributes, one) !== null);
  return keyword === undefined ? null : attributeOf(attributes, keyword);
}

function refuse(sentence: string): { readonly ok: false; readonly failure: Failure } {
  const remedy = 'Correct the connection string, or state the connection by its parts.';
  return fail({ next: 'needsPerson', code: 'odbc.string', sentence, remedy });
}
