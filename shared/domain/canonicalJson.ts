/**
 * One text for one value, whatever order its keys were set in: what hashes are made of. Takes null, booleans, text, whole numbers
 * that a double holds exactly, lists and plain objects. Throws on anything else (undefined, functions, BigInt, dates, fractions):
 * a value that JSON would drop or change silently must not enter a hash.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`Not a whole number at ${path}: ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item: unknown, index) => write(item, `${path}[${index}]`)).join(',')}]`;
  }
  if (isPlainObject(value)) {
    // Sorted by UTF-16 units: the same on every machine, unlike a language's alphabet.
    const fields = Object.keys(value).sort();
    return `{${fields.map((key) => `${JSON.stringify(key)}:${write(value[key], `${path}.${key}`)}`).join(',')}}`;
  }
  throw new Error(`Not JSON at ${path}: ${typeof value}`);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
