import type { CorLog, CorLogQuery } from '#shared/domain/corLog.ts';
import type { SageState } from '#shared/domain/link.ts';
import { knownState, sortColumns } from './corColumns.ts';
import { allMapped, type Condition, corCondition, isUnfiltered } from './corFilter.ts';
import { readLogRows } from './corRows.ts';
import type { OfficeDays } from './instants.ts';
import { integerOf, type Scope, textOf } from './scope.ts';

/** Makes the query of the Change Order Log: filter, sort and window over the CORs of mapped projects. */
export function createCorLog(scope: Scope, days: () => OfficeDays): (query: CorLogQuery) => CorLog {
  const findHits = createHits(scope);
  return (query) => {
    for (;;) {
      const counts = countStates(scope);
      const unfiltered = isUnfiltered(query);
      const total = unfiltered ? sumOf(counts) : findHits(corCondition(scope, query, days), query.projectId !== '');
      const rows = !unfiltered && total <= fewHits ? sorted(scope, query) : walk(scope, query, total, unfiltered);
      const log = readLogRows(scope, rows, days());
      // What did not parse has left the log: ask again, so that rows, total and counts agree.
      if (log !== null) return { rows: log, total, counts };
    }
  };
}

/** So few rows are looked up and sorted in less time than a walk along an index may take to meet them. */
const fewHits = 2_000;

type Counts = CorLog['counts'];

function countStates({ db, company }: Scope): Counts {
  const counts: Partial<Record<SageState, number>> = {};
  const rows = db.all(
    `SELECT t.sage_state, sum(t.cors) AS cors
     FROM mappings AS m CROSS JOIN cor_tally AS t ON t.company = m.company AND t.project_id = m.project_id
     WHERE m.company = ? AND t.cors > 0 GROUP BY t.sage_state`,
    company,
  );
  for (const row of rows) {
    const state = knownState(textOf(row, 'sage_state'));
    counts[state] = (counts[state] ?? 0) + integerOf(row, 'cors');
  }
  return counts;
}

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/**
 * Fills the temporary table `cor_hits` with the rows that fulfil a condition and returns how many they are. The next windows of
 * the same filter find it filled, as long as nothing was written.
 */
function createHits({ db }: Scope): (condition: Condition, oneProject: boolean) => number {
  db.script('CREATE TEMP TABLE IF NOT EXISTS cor_hits (row INTEGER PRIMARY KEY)');
  let filled: { readonly condition: string; readonly changes: unknown; readonly total: number } | null = null;
  const changesSoFar = () => db.column('SELECT total_changes()')[0];
  return ({ sql, values }, oneProject) => {
    const condition = JSON.stringify([sql, values]);
    if (filled !== null && filled.condition === condition && filled.changes === changesSoFar()) return filled.total;
    // A scan beats an index that has to look up most of the table, but not the index of one project.
    const how = oneProject ? 'INDEXED BY cor_filters_by_project' : 'NOT INDEXED';
    db.run('DELETE FROM temp.cor_hits');
    const total = db.run(`INSERT INTO temp.cor_hits SELECT f.row FROM cor_filters AS f ${how} WHERE ${sql}`, ...values);
    // A transaction that is undone takes the table's rows along.
    filled = db.inTransaction() ? null : { condition, changes: changesSoFar(), total };
    return total;
  };
}

/** The window out of the hits, sorted. */
function sorted({ db, company }: Scope, query: CorLogQuery): readonly number[] {
  return db
    .column(
      `SELECT k.row FROM temp.cor_hits AS hit CROSS JOIN cors AS k ON k.row = hit.row
       JOIN mappings AS m ON m.company = k.company AND m.project_id = k.project_id
       WHERE k.company = ? ORDER BY ${orderOf(query, query.sort.descending)} LIMIT ? OFFSET ?`,
      company,
      query.limit,
      query.offset,
    )
    .map(Number);
}

/** The window along the index of the sort column, from the nearer end: out of the hits, or of all CORs of mapped projects. */
function walk(scope: Scope, query: CorLogQuery, total: number, unfiltered: boolean): readonly number[] {
  const { db, company } = scope;
  const { offset } = query;
  const size = Math.min(query.limit, total - offset);
  if (size <= 0) return [];
  const fromEnd = offset > (total - size) / 2;
  const byMapping = sortColumns[query.sort.column] === null;
  const condition = !unfiltered ? 'k.row IN temp.cor_hits' : byMapping || allMapped(scope) ? 'true' : isMapped;
  const rows = db
    .column(
      `SELECT k.row FROM ${wayOf(query)} AND ${condition}
       ORDER BY ${orderOf(query, query.sort.descending !== fromEnd)} LIMIT ? OFFSET ?`,
      company,
      ...(condition === isMapped ? [company] : []),
      size,
      fromEnd ? total - offset - size : offset,
    )
    .map(Number);
  return fromEnd ? rows.reverse() : rows;
}

const isMapped = 'k.project_id IN (SELECT project_id FROM mappings WHERE company = ?)';

/** The index in the order wanted; the job is known to the mapping only, so there the way leads over the mappings in their order. */
function wayOf(query: CorLogQuery): string {
  const column = sortColumns[query.sort.column];
  if (column !== null) return `cors AS k INDEXED BY cors_by_${column} WHERE k.company = ?`;
  return `mappings AS m INDEXED BY mappings_by_job CROSS JOIN cors AS k INDEXED BY cors_by_project_id
    ON k.company = m.company AND k.project_id = m.project_id WHERE m.company = ?`;
}

/** Ties are broken by id, and both turn round together, so that one index serves both directions. */
function orderOf(query: CorLogQuery, descending: boolean): string {
  const column = sortColumns[query.sort.column];
  const direction = descending ? 'DESC' : 'ASC';
  const keys = column === null ? ['m.job_sort', 'm.project_id', 'k.id'] : [`k.${column}`, 'k.id'];
  return keys.map((key) => `${key} ${direction}`).join(', ');
}
