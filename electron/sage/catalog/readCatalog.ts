import { createHash } from 'node:crypto';
import { fingerprintedFacts } from '#shared/domain/sage/catalog/compare.ts';
import {
  type FoundColumn,
  type FoundForeignKey,
  type FoundSchema,
  type FoundTrigger,
  plainDefault,
} from '#shared/domain/sage/catalog/found.ts';
import type { SqlConnection, SqlRow } from '../connection.ts';
import { textAt } from '../dialect/statements.ts';
import type { CatalogDialect } from './statements.ts';

/** Reads what the catalog says of the tables that Plumbline uses: three statements, some hundred short rows. */
export async function readSchema(connection: SqlConnection, catalog: CatalogDialect): Promise<FoundSchema> {
  const { columns, triggers, foreignKeys, inServerTerms } = catalog;
  return {
    columns: (await connection.query(columns)).map((row) => inServerTerms(columnOf(row))),
    triggers: (await connection.query(triggers)).map(triggerOf),
    foreignKeys: (await connection.query(foreignKeys)).map(foreignKeyOf),
  };
}

/** SHA-256 over all that is compared, hex: two databases with equal schemas have equal fingerprints. */
export function fingerprintOf(schema: FoundSchema): string {
  return createHash('sha256').update(fingerprintedFacts(schema).join('\n')).digest('hex');
}

function columnOf(row: SqlRow): FoundColumn {
  const type = text(row, 'type').toLowerCase();
  const length = textAt(row, 'length');
  const sized = sizedTypes.has(type);
  const decimal = type === 'decimal' || type === 'numeric';
  return {
    table: text(row, 'table'),
    column: text(row, 'column'),
    type,
    length: !sized || length === null ? null : length === '-1' ? 'max' : Number(length),
    precision: decimal ? numberAt(row, 'precision') : null,
    scale: decimal || type === 'datetime2' ? numberAt(row, 'scale') : null,
    nullable: flag(row, 'nullable'),
    default: defaultOf(textAt(row, 'default')),
    identity: flag(row, 'identity'),
    computed: flag(row, 'computed'),
  };
}

/** Types whose length says something; SQL Server gives every type one. */
const sizedTypes = new Set(['nvarchar', 'varchar', 'nchar', 'char', 'binary', 'varbinary']);

function defaultOf(text: string | null): string | null {
  return text === null ? null : plainDefault(text);
}

function triggerOf(row: SqlRow): FoundTrigger {
  return {
    table: text(row, 'table'),
    name: text(row, 'name'),
    insteadOf: flag(row, 'insteadOf'),
    enabled: flag(row, 'enabled'),
    onInsert: flag(row, 'onInsert'),
    onUpdate: flag(row, 'onUpdate'),
    definition: text(row, 'definition'),
  };
}

function foreignKeyOf(row: SqlRow): FoundForeignKey {
  return {
    table: text(row, 'table'),
    column: text(row, 'column'),
    references: text(row, 'references'),
    referencesColumn: text(row, 'referencesColumn'),
  };
}

function text(row: SqlRow, alias: string): string {
  return textAt(row, alias) ?? '';
}

function flag(row: SqlRow, alias: string): boolean {
  return textAt(row, alias) === '1';
}

function numberAt(row: SqlRow, alias: string): number | null {
  const value = textAt(row, alias);
  return value === null ? null : Number(value);
}
