import type { Failure } from '#shared/domain/failure.ts';
import type { Check } from '#shared/domain/plan.ts';
import { columnOf, tableNamed } from '#shared/domain/sage/schema/tables.ts';
import type { SqlRow } from '../connection.ts';
import { selectHeld, textAt } from '../dialect/statements.ts';
import { sameValue } from '../values.ts';
import { type Run, shown } from './run.ts';

/**
 * Reads each condition of the plan again; null when all hold. `one`: exactly one row, with allowed values. `none`: no row, or
 * (where columns are listed) only rows with allowed values.
 */
export async function brokenCheck(run: Run): Promise<Failure | null> {
  for (const check of run.plan.checks) {
    const found = await problemOf(run, check);
    if (found === null) continue;
    return {
      next: 'needsPerson',
      code: 'sage.check',
      sentence: `${check.sentence} Found: ${found}. Nothing was saved.`,
      remedy: 'Open the draft again: it shows what is in Sage now.',
    };
  }
  return null;
}

/** What stands in Sage instead; null when the condition holds. */
async function problemOf({ connection, dialect }: Run, check: Check): Promise<string | null> {
  const table = tableNamed(check.table);
  const columns = [...new Set([...table.key, ...Object.keys(check.columns)])];
  const { sql, parameters } = selectHeld(dialect, table, columns, check.where);
  const rows = await connection.query(sql, parameters);
  if (check.expect === 'one' && rows.length !== 1) return rows.length === 0 ? 'nothing' : `${rows.length} records`;
  const listed = Object.keys(check.columns).length > 0;
  for (const row of rows) {
    if (check.expect === 'none' && !listed) return rowWords(check, row);
    const other = otherValue(check, row);
    if (other !== null) return other;
  }
  return null;
}

function otherValue(check: Check, row: SqlRow): string | null {
  const table = tableNamed(check.table);
  for (const [name, allowed] of Object.entries(check.columns)) {
    const column = columnOf(table, name);
    const value = textAt(row, name);
    if (!allowed.some((one) => sameValue(column, one, value))) return `${column.label} ${shown(column, value)}`;
  }
  return null;
}

function rowWords(check: Check, row: SqlRow): string {
  const table = tableNamed(check.table);
  return table.key.map((name) => `${columnOf(table, name).label} ${textAt(row, name) ?? ''}`).join(', ');
}
