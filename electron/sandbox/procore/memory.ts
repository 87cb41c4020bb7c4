import type { Company, Drafts, SandboxState, TableName, Tables } from './records/tables.ts';
import { tableNames, tables } from './records/tables.ts';

/** The sandbox's memory: records by kind and id, found by any of their fields. */
export type Memory = {
  readonly company: () => Company;
  readonly setCompany: (company: Company) => void;
  readonly get: <T extends TableName>(table: T, id: string | null | undefined) => Tables[T] | undefined;
  readonly all: <T extends TableName>(table: T) => readonly Tables[T][];
  /** Those whose field has this value, oldest first. */
  readonly where: <T extends TableName>(
    table: T,
    field: keyof Tables[T] & string,
    value: string | null,
  ) => readonly Tables[T][];
  /** Adds or replaces; what is left out takes its default. Throws when a field does not fit: callers check before. */
  readonly put: <T extends TableName>(table: T, draft: Drafts[T]) => Tables[T];
  readonly remove: (table: TableName, id: string) => void;
  readonly nextId: () => string;
  /** Counts changes: what is to be kept is written when it moved. */
  readonly version: () => number;
  /** Now in whole seconds, or the newest instant of the story where that lies in the future. */
  readonly stamp: (now: string) => string;
  readonly snapshot: () => SandboxState;
  readonly restore: (state: SandboxState) => void;
};

type AnyRecord = Tables[TableName];
type Shelf = { readonly byId: Map<string, AnyRecord>; readonly indexes: Map<string, Map<string, Set<string>>> };

const fieldText = (record: AnyRecord, field: string): string => String(record[field as keyof AnyRecord] ?? '');

export function createMemory(first: SandboxState): Memory {
  const shelves = new Map<TableName, Shelf>();
  let company = first.company;
  let nextId = first.nextId;
  let version = 0;
  let newest = '';

  const shelf = (table: TableName): Shelf => {
    const found = shelves.get(table) ?? { byId: new Map(), indexes: new Map() };
    shelves.set(table, found);
    return found;
  };
  const place = (table: TableName, record: AnyRecord) => {
    const { byId, indexes } = shelf(table);
    const before = byId.get(record.id);
    byId.set(record.id, record);
    for (const [field, index] of indexes) {
      const value = fieldText(record, field);
      if (before !== undefined && fieldText(before, field) !== value)
        index.get(fieldText(before, field))?.delete(record.id);
      index.set(value, (index.get(value) ?? new Set()).add(record.id));
    }
    if ('updated_at' in record && record.updated_at > newest) newest = record.updated_at;
  };
  const indexOf = (table: TableName, field: string) => {
    const { byId, indexes } = shelf(table);
    const known = indexes.get(field);
    if (known !== undefined) return known;
    const index = new Map<string, Set<string>>();
    for (const record of byId.values()) {
      const value = fieldText(record, field);
      index.set(value, (index.get(value) ?? new Set()).add(record.id));
    }
    indexes.set(field, index);
    return index;
  };
  const restore = (state: SandboxState) => {
    shelves.clear();
    company = state.company;
    nextId = state.nextId;
    newest = '';
    for (const table of tableNames) for (const record of state.records[table]) place(table, record);
    version += 1;
  };
  restore(first);

  return {
    company: () => company,
    setCompany: (changed) => {
      company = changed;
      version += 1;
    },
    get: <T extends TableName>(table: T, id: string | null | undefined) =>
      (id == null ? undefined : shelf(table).byId.get(id)) as Tables[T] | undefined, // each shelf holds its own kind only
    all: <T extends TableName>(table: T) => [...shelf(table).byId.values()] as Tables[T][],
    where: <T extends TableName>(table: T, field: keyof Tables[T] & string, value: string | null) => {
      const { byId } = shelf(table);
      const found = indexOf(table, field).get(value ?? '') ?? [];
      return [...found].flatMap((id) => byId.get(id) ?? []) as unknown as Tables[T][];
    },
    put: <T extends TableName>(table: T, draft: Drafts[T]) => {
      const record = tables[table].parse(draft) as Tables[T];
      place(table, record);
      version += 1;
      return record;
    },
    remove: (table, id) => {
      const { byId, indexes } = shelf(table);
      byId.delete(id);
      for (const index of indexes.values()) for (const found of index.values()) found.delete(id);
      version += 1;
    },
    nextId: () => {
      nextId += 1;
      return String(nextId - 1);
    },
    version: () => version,
    stamp: (now) => {
      const second = `${now.slice(0, 19)}Z`;
      return second >= newest ? second : new Date(Date.parse(newest) + 1000).toISOString().replace('.000Z', 'Z');
    },
    snapshot: () => ({
      format: 1,
      company,
      records: Object.fromEntries(
        tableNames.map((table) => [table, [...shelf(table).byId.values()]]),
      ) as SandboxState['records'],
      nextId,
    }),
    restore,
  };
}
