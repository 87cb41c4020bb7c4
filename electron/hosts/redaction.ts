/** Text that goes to the log or to a person for support: without secrets, whatever library wrote it. */

const hidden = '[hidden]';

/** `PWD={a;b}`, `password: x`, `"Authorization":"Basic …"`; braces as ODBC writes them, with `}}` for a brace inside. */
const namedValue =
  /(["']?)\b(pwd|password|uid|user id|authorization|secret)\1(\s*[=:]\s*)(\{(?:[^}]|\}\})*\}|"(?:[^"\\]|\\.)*"|'[^']*'|(?:basic|bearer)\s+[^\s"']+|[^\s;,"']+)/gi;

const secretName = /pwd|password|^uid$|authorization|secret|token|connection ?string/i;

/** What is secret or personal by its form, whatever its name: what stands in for it keeps what support needs of it. */
const forms: readonly (readonly [RegExp, string])[] = [
  // A connection string, from its first known attribute to its last `name=value`.
  [
    /\b(?:driver|dsn|server|data source)\s*=\s*(?:\{(?:[^}]|\}\})*\}|[^;"'{}]*);(?:\s*[\w ]+=(?:\{(?:[^}]|\}\})*\}|[^;"']*);?)+/gi,
    '[connection string]',
  ],
  // Credentials in an address, and what an address says after its path.
  [/\b(https?:\/\/)[^\s/@"']+@/gi, `$1${hidden}@`],
  [/\b(https?:\/\/[^\s?#"']+)[?#][^\s"']*/gi, `$1?${hidden}`],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, hidden],
  // From its beginning only: looked for at every letter of a long word it would take the square of its length.
  [/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, '[e-mail address]'],
  // A path says whose computer it is.
  [/([\\/](?:Users|home)(?:\\\\|[\\/]))[^\\/\s"':;]+/g, '$1[user]'],
];

/** Shorter values would blacken ordinary words. */
const shortestSecret = 4;

/** The text without named passwords and without any of the known secret values. */
export function redact(text: string, known: readonly string[]): string {
  let safe = text;
  // Longest first: a secret that begins with another one must not leave its tail behind.
  for (const value of [...known].sort((a, b) => b.length - a.length)) {
    if (value.length >= shortestSecret) safe = safe.replaceAll(value, hidden);
  }
  for (const [form, instead] of forms) safe = safe.replace(form, instead);
  return safe.replace(namedValue, (_all, quote: string, name: string, sign: string) =>
    quote === '' ? `${name}${sign}${hidden}` : `${quote}${name}${quote}${sign}${quote}${hidden}${quote}`,
  );
}

type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** The same for the named facts of a log line. */
export function redactFacts(facts: Facts, known: readonly string[]): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (secretName.test(name) && value !== null) return [name, hidden];
      return [name, typeof value === 'string' ? redact(value, known) : value];
    }),
  );
}
