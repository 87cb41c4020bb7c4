/*
 * Structured clones as text, for what travels between page and main. Both functions are sent to the page as source text too, so that they
 * use nothing outside themselves.
 */

/** Throws what Electron throws when the value holds functions or symbols. */
export function encode(value: unknown): string {
  const places = new Map<object, number>();
  const table: unknown[] = [];
  const cell = (one: unknown): unknown => {
    if (one === null || typeof one === 'string' || typeof one === 'boolean') return { v: one };
    if (typeof one === 'number') return Number.isFinite(one) ? { v: one } : { n: String(one) };
    if (one === undefined) return { u: 1 };
    if (typeof one === 'bigint') return { b: String(one) };
    if (typeof one !== 'object') throw new Error('An object could not be cloned.');
    const known = places.get(one);
    if (known !== undefined) return { r: known };
    const place = table.push(null) - 1;
    places.set(one, place);
    if (Array.isArray(one)) table[place] = { array: one.map(cell) };
    else if (one instanceof Date) table[place] = { date: one.getTime() };
    else if (one instanceof Error) table[place] = { error: one.message };
    else table[place] = { object: Object.entries(one).map(([name, inner]) => [name, cell(inner)]) };
    return { r: place };
  };
  const root = cell(value);
  return JSON.stringify({ root, table });
}

export function decode(text: string): unknown {
  type Cell = { v?: unknown; n?: string; u?: 1; b?: string; r?: number };
  type Row = { array?: Cell[]; date?: number; error?: string; object?: [string, Cell][] };
  const { root, table } = JSON.parse(text) as { root: Cell; table: Row[] };
  const made: unknown[] = [];
  const value = (cell: Cell): unknown => {
    if (cell.u === 1) return undefined;
    if (cell.b !== undefined) return BigInt(cell.b);
    if (cell.n !== undefined) return Number(cell.n);
    if (cell.r === undefined) return cell.v;
    if (cell.r in made) return made[cell.r];
    const row = table[cell.r] ?? {};
    if (row.date !== undefined) made[cell.r] = new Date(row.date);
    else if (row.error !== undefined) made[cell.r] = new Error(row.error);
    else if (row.array !== undefined) {
      const array: unknown[] = [];
      made[cell.r] = array;
      for (const inner of row.array) array.push(value(inner));
    } else {
      const object: Record<string, unknown> = {};
      made[cell.r] = object;
      // Defined, not assigned: a name such as __proto__ is data here.
      for (const [name, inner] of row.object ?? [])
        Object.defineProperty(object, name, {
          value: value(inner),
          enumerable: true,
          writable: true,
          configurable: true,
        });
    }
    return made[cell.r];
  };
  return value(root);
}
