import type { CorLogQuery } from '#shared/domain/corLog.ts';
import { sageStates } from '#shared/domain/link.ts';
import type { SqlValue } from './database.ts';
import type { OfficeDays } from './instants.ts';
import { type Scope, textOf } from './scope.ts';
import { containing, foldWords, searchWords } from './searchText.ts';

/** A condition on the table `cor_filters` under the name `f`, with the values of its question marks. */
export type Condition = { readonly sql: string; readonly values: readonly SqlValue[] };

/** True when nothing but being of a mapped project is asked. */
export function isUnfiltered(query: CorLogQuery): boolean {
  return (
    query.search.trim() === '' &&
    query.projectId === '' &&
    query.statuses.length === 0 &&
    query.sageStates.length === 0 &&
    !query.approvedNotInSage &&
    query.submittedFrom === '' &&
    query.submittedTo === ''
  );
}

/** What the query asks of a COR, cheap conditions first, because SQLite tests them in this order. */
export function corCondition(scope: Scope, query: CorLogQuery, days: () => OfficeDays): Condition {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = (sql: string, ...added: readonly SqlValue[]): void => {
    parts.push(sql);
    values.push(...added);
  };
  add('f.company = ?', scope.company);
  if (query.projectId !== '') add('f.project_id = ?', query.projectId);
  if (query.statuses.length > 0) add(`f.status IN ${marks(query.statuses)}`, ...query.statuses);
  if (query.sageStates.length > 0) addSageStates(query.sageStates, add);
  if (query.approvedNotInSage) {
    add(`f.status IN ('approved_to_proceed', 'approved_co_issued') AND f.sage_state <> 'inSync'`);
  }
  if (query.submittedFrom !== '' || query.submittedTo !== '') {
    const { from, to } = days().range(query.submittedFrom, query.submittedTo);
    if (from !== null) add('f.submitted >= ?', from);
    if (to !== null) add('f.submitted < ?', to);
  }
  addSearch(scope, query.search, add);
  if (!allMapped(scope)) add('f.project_id IN (SELECT project_id FROM mappings WHERE company = ?)', scope.company);
  return { sql: parts.join(' AND '), values };
}

/** True when every COR is of a mapped project: then nobody needs to look it up a hundred thousand times. */
export function allMapped({ db, company }: Scope): boolean {
  const [unmapped] = db.column(
    `SELECT EXISTS (
       SELECT 1 FROM cor_tally AS t WHERE t.company = ? AND t.cors > 0 AND NOT EXISTS (
         SELECT 1 FROM mappings AS m WHERE m.company = t.company AND m.project_id = t.project_id))`,
    company,
  );
  return unmapped === 0;
}

type Add = (sql: string, ...values: readonly SqlValue[]) => void;

function marks(list: readonly unknown[]): string {
  return `(${list.map(() => '?').join(', ')})`;
}

/** A state that this program does not know counts as not in Sage. */
function addSageStates(wanted: CorLogQuery['sageStates'], add: Add): void {
  if (!wanted.includes('notInSage')) {
    add(`f.sage_state IN ${marks(wanted)}`, ...wanted);
    return;
  }
  const others = sageStates.filter((state) => !wanted.includes(state));
  if (others.length > 0) add(`f.sage_state NOT IN ${marks(others)}`, ...others);
}

/** Every word must occur in the COR's own words or in number or name of its Sage job; a word that all jobs have tells nothing. */
function addSearch(scope: Scope, search: string, add: Add): void {
  const words = searchWords(search);
  if (words.length === 0) return;
  const jobs = jobWords(scope);
  for (const word of words) {
    const projects = jobs.filter((job) => job.words.includes(word)).map((job) => job.projectId);
    if (projects.length === jobs.length) continue;
    if (projects.length === 0) add('f.words GLOB ?', containing(word));
    else {
      add(
        '(f.words GLOB ? OR f.project_id IN (SELECT value FROM json_each(?)))',
        containing(word),
        JSON.stringify(projects),
      );
    }
  }
}

/** Number and name of the Sage job of each mapped project. */
function jobWords({ db, company }: Scope): readonly { readonly projectId: string; readonly words: string }[] {
  return db
    .all(
      `SELECT m.project_id, m.job,
         CASE WHEN json_valid(s.payload) THEN coalesce(json_extract(s.payload, '$.name'), '') ELSE '' END AS name
       FROM mappings AS m
       LEFT JOIN sage_records AS s ON s.company = m.company AND s.kind = 'job' AND s.key = m.job
       WHERE m.company = ?`,
      company,
    )
    .map((row) => ({
      projectId: textOf(row, 'project_id'),
      words: foldWords([textOf(row, 'job'), String(row.name)]),
    }));
}
