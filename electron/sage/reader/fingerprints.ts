import type { SageKind } from '#shared/domain/sage/facts.ts';
import { columnOf, sageTables, type TableName } from '#shared/domain/sage/schema/tables.ts';
import type { SqlConnection } from '../connection.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { columnsOf, textAt } from '../dialect/statements.ts';

/**
 * What tells that a table has changed: controls over the columns that facts are made of and, where Sage keeps them, its own change
 * times. Neither is trusted alone, because nobody knows which programs set those times.
 */
type Watch = {
  readonly table: TableName;
  readonly times?: true;
  readonly columns: readonly string[];
};

const watched: Readonly<Record<SageKind, readonly Watch[]>> = {
  job: [
    { table: 'actrec', times: true, columns: ['recnum', 'jobnme', 'shtnme', 'status', 'inactv', 'clnnum', 'cntrct'] },
    { table: 'reccln', columns: ['recnum', 'clnnme'] },
  ],
  phase: [{ table: 'jobphs', columns: ['recnum', 'phsnum', 'phsnme'] }],
  costCode: [
    { table: 'cstcde', columns: ['recnum', 'cdenme', 'untdsc', 'divnum', 'inactv'] },
    { table: 'cstdiv', columns: ['recnum', 'divnme'] },
  ],
  costType: [{ table: 'csttyp', columns: ['recnum', 'typnme'] }],
  changeOrderType: [{ table: 'chgtyp', columns: ['recnum', 'typnme'] }],
  vendor: [
    { table: 'actpay', times: true, columns: ['recnum', 'vndnme', 'vndtyp', 'inactv'] },
    { table: 'vndtyp', columns: ['recnum', 'typnme'] },
  ],
  changeOrder: [
    {
      table: 'prmchg',
      times: true,
      columns: [
        ...['recnum', 'chgnum', 'chgdte', 'jobnum', 'phsnum', 'dscrpt', 'reason', 'invdte', 'chgtyp', 'status'],
        ...['reqamt', 'appamt', 'cstamt', 'lckedt'],
      ],
    },
    // A line can be edited without a trace in its header.
    { table: 'pmcgln', columns: ['recnum', 'linnum', 'dscrpt', 'reqprc', 'aprprc', 'cstcde', 'csttyp'] },
    {
      table: 'sbcgln',
      columns: [
        ...['recnum', 'linnum', 'dscrpt', 'chghrs', 'chgunt', 'bdgprc', 'cstcde', 'csttyp'],
        ...['vndnum', 'vndctc', 'ctclin', 'chgnum', 'chgsts'],
      ],
    },
  ],
};

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
export async function readFingerprint(connection: SqlConnection, dialect: Dialect, kind: SageKind): Promise<string> {
  const [row] = await connection.query(fingerprintStatement(dialect, kind));
  if (row === undefined) throw new Error(`No fingerprint of ${kind}`);
  return Object.keys(row)
    .map((alias) => textAt(row, alias) ?? '')
    .join('|');
}
