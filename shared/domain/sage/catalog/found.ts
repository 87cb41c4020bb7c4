import type { PhysicalType } from '../physical.ts';

/** What the catalog of a company's database says, the same for every kind of database. Only tables that Plumbline uses. */
export type FoundSchema = {
  readonly columns: readonly FoundColumn[];
  readonly triggers: readonly FoundTrigger[];
  readonly foreignKeys: readonly FoundForeignKey[];
};

export type FoundColumn = PhysicalType & {
  readonly table: string;
  readonly column: string;
  readonly nullable: boolean;
  /** The value, e.g. `0` or empty text, or a function such as `newid()`; null for none. */
  readonly default: string | null;
  readonly identity: boolean;
  readonly computed: boolean;
};

export type FoundTrigger = {
  readonly table: string;
  readonly name: string;
  /** Runs in place of the statement: what is written is what the trigger makes of it. */
  readonly insteadOf: boolean;
  readonly enabled: boolean;
  /** Which statements set it off, and a short form of its text that differs when the text does; empty where it may not be read. */
  readonly onInsert: boolean;
  readonly onUpdate: boolean;
  readonly definition: string;
};

export type FoundForeignKey = {
  readonly table: string;
  readonly column: string;
  readonly references: string;
  readonly referencesColumn: string;
};

/**
 * A default as a value: without the brackets, quotes and N that catalogs put around it; a function stays as it is. Catalogs of old
 * databases name a bound default object instead: `CREATE DEFAULT dbo.zero AS 0`.
 */
export function plainDefault(text: string): string {
  const bound = /^\s*create\s+default\s+\S+\s+as\s+([\s\S]*)$/i.exec(text);
  let value = (bound?.[1] ?? text).trim();
  while (value.startsWith('(') && closesAtEnd(value)) value = value.slice(1, -1).trim();
  const quoted = /^N?'((?:[^']|'')*)'$/i.exec(value);
  return quoted === null ? value : (quoted[1] ?? '').replaceAll("''", "'");
}

/** Whether the bracket that opens first closes last: not so in `(a) + (b)`. */
function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (const [index, char] of [...text].entries()) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0) return index === text.length - 1;
  }
  return false;
}

/** True for defaults that are worked out for each row, such as row ids and numbers from a sequence; false for plain values. */
export function isGenerator(value: string): boolean {
  return !/^(?:-?[\d.]*|null)$/i.test(value);
}
