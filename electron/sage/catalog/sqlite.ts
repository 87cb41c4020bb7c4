import { comparedTables } from '#shared/domain/sage/catalog/compare.ts';
import type { FoundColumn } from '#shared/domain/sage/catalog/found.ts';
import type { Column } from '#shared/domain/sage/columns.ts';
import { type PhysicalType, physicalType } from '#shared/domain/sage/physical.ts';
import { isTableName, sageTables } from '#shared/domain/sage/schema/tables.ts';
import { sqlType } from '../ddl.ts';
import type { CatalogDialect } from './statements.ts';

/** The table of markers in the sample company's own file. */
export const sampleMarkerTable = 'plumbline_push_marker';

/** The catalog of a sample company. An `INTEGER` that is the whole primary key is numbered by SQLite itself. */
export const sqliteCatalog: CatalogDialect = {
  // SQLite counts every change of a schema by itself.
  sign: `SELECT CAST("schema_version" AS TEXT) AS "sign" FROM pragma_schema_version`,
  columns: [
    `SELECT t."name" AS "table", c."name" AS "column", c."type" AS "type", NULL AS "length", NULL AS "precision", NULL AS "scale",`,
    `CAST(1 - c."notnull" AS TEXT) AS "nullable", c."dflt_value" AS "default",`,
    `CAST(UPPER(c."type") = 'INTEGER' AND c."pk" = 1 AS TEXT) AS "identity", CAST(c."hidden" IN (2, 3) AS TEXT) AS "computed"`,
    `FROM sqlite_schema t JOIN pragma_table_xinfo(t."name") c`,
    `WHERE ${ours('t."name"')} AND t."type" = 'table' ORDER BY t."name", c."cid"`,
  ].join(' '),
  triggers: [
    // Bare, because the ODBC driver cuts whatever is computed after 255 characters.
    `SELECT "tbl_name" AS "table", "name" AS "name", "sql" AS "definition",`,
    `'0' AS "insteadOf", '1' AS "enabled", ${setOffBy('INSERT')} AS "onInsert", ${setOffBy('UPDATE')} AS "onUpdate"`,
    `FROM sqlite_schema WHERE "type" = 'trigger' AND ${ours('"tbl_name"')} ORDER BY "tbl_name", "name"`,
  ].join(' '),
  foreignKeys: [
    `SELECT t."name" AS "table", k."from" AS "column", k."table" AS "references", k."to" AS "referencesColumn"`,
    `FROM sqlite_schema t JOIN pragma_foreign_key_list(t."name") k`,
    `WHERE ${ours('t."name"')} AND t."type" = 'table' ORDER BY t."name", k."from"`,
  ].join(' '),
  inServerTerms,
  server: null,
  // SQLite has followed every link on the way.
  books: `SELECT '' AS "server", "file" AS "database", '' AS "guid" FROM pragma_database_list WHERE "name" = 'main'`,
  rights: [],
  markerRights: null,
  markersThere: `SELECT "name" AS "there" FROM sqlite_schema WHERE "type" = 'table' AND "name" = '${sampleMarkerTable}'`,
};

function ours(name: string): string {
  return `${name} IN (${comparedTables.map((table) => `'${table}'`).join(', ')})`;
}

/** SQLite has no INSTEAD OF triggers on tables; the words before ON say what sets a trigger off. */
function setOffBy(verb: string): string {
  return `CAST(UPPER(SUBSTR("sql", 1, INSTR(UPPER("sql"), ' ON '))) LIKE '% ${verb} %' AS TEXT)`;
}

/**
 * The type on SQL Server that a declared type stands for. SQLite has no exact types, so amounts and dates are declared as text (see
 * `ddl.ts`): what is declared as described is what is described, and other lengths are other sizes of it.
 */
function typeBehind(table: string, name: string, declared: string): PhysicalType {
  const column = isTableName(table) ? sageTables[table].columns.find((one) => one.name === name) : undefined;
  if (column !== undefined && declared.toUpperCase() === sqlType('sqlite', column)) return physicalType(column);
  const length = Number(/^VARCHAR\((\d+)\)$/i.exec(declared)?.[1] ?? Number.NaN);
  if (!Number.isInteger(length))
    return { ...unsized, type: simpleTypes[declared.toUpperCase()] ?? declared.toLowerCase() };
  return sizedText(column, length);
}

const unsized = { length: null, precision: null, scale: null };
const simpleTypes: Readonly<Record<string, string>> = { INTEGER: 'int', BIGINT: 'bigint' };

function sizedText(column: Column | undefined, length: number): PhysicalType {
  // Sign and point besides the digits.
  if (column?.type === 'decimal') return { ...physicalType(column), precision: length - 2 };
  return { ...unsized, type: 'nvarchar', length };
}

/** What `pragma_table_xinfo` says of a column, in SQL Server's terms. */
function inServerTerms(found: FoundColumn): FoundColumn {
  return { ...found, ...typeBehind(found.table, found.column, found.type) };
}
