import type { SageKind } from '#shared/domain/sage/facts.ts';
import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import type { SqlConnection } from '../connection.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { columnsOf, textAt } from '../dialect/statements.ts';
import { type Watch, watched } from './watched.ts';

/** One row answers for a kind, whatever the size of its tables. */
export function fingerprintStatement(dialect: Dialect, kind: SageKind): string {
  const parts = watched[kind].map((watch, index) => {
    const values = valuesOf(dialect, watch);
    const columns = values.map((expression, position) => aliased(dialect, expression, `v${index}_${position}`));
    return { sql: dialect.select({ columns, from: dialect.table(watch.table) }), aliases: columns.length };
  });
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only.sql;
  const from = parts.map(({ sql }, index) => `(${sql}) f${index}`).join(' CROSS JOIN ');
  const columns = parts.flatMap(({ aliases }, index) =>
    Array.from({ length: aliases }, (_, position) => `f${index}.${dialect.name(`v${index}_${position}`)}`),
  );
  return dialect.select({ columns, from });
}

function valuesOf(dialect: Dialect, { table, times, columns }: Watch): readonly string[] {
  const described = sageTables[table];
  const newest = times === true ? ['upddte', 'insdte'] : [];
  return [
    ...newest.map((name) => dialect.newest(columnOf(described, name))),
    ...dialect.controls(columnsOf(described, columns)),
  ];
}

/** The fingerprint of a kind: text that is only ever compared with itself. */
async function readFingerprint(connection: SqlConnection, dialect: Dialect, kind: SageKind): Promise<string> {
  const [row] = await connection.query(fingerprintStatement(dialect, kind));
  if (row === undefined) throw new Error(`No fingerprint of ${kind}`);
  return Object.keys(row)
    .map((alias) => textAt(row, alias) ?? '')
    .join('|');
}

/** The fingerprints of these kinds. */
export async function readFingerprints(
  connection: SqlConnection,
  dialect: Dialect,
  kinds: readonly SageKind[],
): Promise<Readonly<Partial<Record<SageKind, string>>>> {
  const fingerprints: Partial<Record<SageKind, string>> = {};
  for (const kind of kinds) fingerprints[kind] = await readFingerprint(connection, dialect, kind);
  return fingerprints;
}
