import { rowsAlias } from '../reader/source.ts';
import { aliasOf, type SnapshotSql } from './snapshotSql.ts';

const columnsOfTables =
  "FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";

/** The sample company behaves like a company in everything but its types: decimals, dates and times are text of a fixed form. */
export const sqliteSnapshot: SnapshotSql = {
  columns: `SELECT '' AS schema_name, m.name AS table_name, c.name AS column_name, c.type AS type_name ${columnsOfTables} ORDER BY m.name, c.cid`,
  keys: `SELECT '' AS schema_name, m.name AS table_name, c.name AS column_name ${columnsOfTables} AND c.pk > 0 ORDER BY m.name, c.pk`,
  seesAll: null,
  kindOf: (type) => {
    const name = type.toUpperCase();
    if (name.startsWith('BIGINT') || name.startsWith('INT')) return 'whole';
    return name.startsWith('VARCHAR') || name === 'TEXT' ? 'text' : null;
  },
  page: ({ name, columns, key }, offset, limit) => {
    // Text stays bare: the ODBC driver calls every computed column VARCHAR(255) and cuts what is longer.
    const values = columns.map(
      (column, index) =>
        `${column.kind === 'whole' ? `CAST(${quoted(column.name)} AS TEXT)` : quoted(column.name)} AS ${aliasOf(index)}`,
    );
    const order = key.length > 0 ? key.map(quoted).join(', ') : 'rowid';
    return `SELECT ${values.join(', ')} FROM ${quoted(name)} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;
  },
  count: ({ name }) => `SELECT CAST(COUNT(*) AS TEXT) AS ${quoted(rowsAlias)} FROM ${quoted(name)}`,
  ownSchema: '',
};

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
