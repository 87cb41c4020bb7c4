import { z } from 'zod';
import { sameDecimal } from '#shared/domain/decimal.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreBudget, ProcoreBudgetRow } from '#shared/domain/procore/records.ts';
import { readRow } from '../../mapped.ts';
import { unreadableRecord } from '../failures.ts';
import { readList } from '../paging.ts';
import { allRecords, type Reader, recordOf } from '../reading.ts';
import { budgetRowFromWire, budgetRowKey } from '../wire/budget.ts';
import { namedFromWire } from '../wire/costCodes.ts';
import { readBudgetChanges } from './budgetChanges.ts';

const perPage = 1000;
/** Procore's own view, which every company begins with; it can be renamed. */
const standardView = 'procore standard budget';

/** Which view to read the rows through, by its name; null: the standard one, or else the oldest. */
export type ChosenView = () => string | null;

/** Whole: Procore does not say when a budget changed. A row that cannot be read fails it, because sums without it would be wrong. */
export async function readBudget(reader: Reader, project: string, chosen: ChosenView): Promise<Result<ProcoreBudget>> {
  const subject = `the budget of project ${project}`;
  const locked = await readLocked(reader, project);
  if (!locked.ok) return locked;
  const rows = await readRows(reader, project, chosen);
  if (!rows.ok) return rows;
  const changes = await readBudgetChanges(reader, project);
  if (!changes.ok) return changes;
  const codes = await reader.wbs.codes(project, [...changes.value.byCode.keys()]);
  if (!codes.ok) return codes;

  // One source only: rows repeat budget changes under their modifications once a company has them.
  const modified = rows.value.some((row) => !sameDecimal(row.changes, '0'));
  if (!changes.value.any) return succeed({ project, locked: locked.value, modifications: modified, rows: rows.value });
  const left = new Map(changes.value.byCode);
  const changed: ProcoreBudgetRow[] = rows.value.map((row) => {
    const code = row.coding.wbsCode ?? '';
    const sum = left.get(code) ?? '0.00';
    left.delete(code);
    return { ...row, changes: sum };
  });
  for (const [code, sum] of left) {
    const coding = codes.value.get(code);
    if (coding === undefined)
      return fail(unreadableRecord(subject, `a change is on budget code ${code}, which is not listed`));
    changed.push({ id: null, coding, original: '0.00', changes: sum, quantity: null, unit: null });
  }
  return succeed({ project, locked: locked.value, modifications: true, rows: changed });
}

const lockSchema = z.object({ locked: z.boolean('does not say whether it is locked') });

export async function readLocked(reader: Reader, project: string): Promise<Result<boolean>> {
  const subject = `the budget of project ${project}`;
  const reply = await reader.transport.get(`/rest/v1.0/projects/${encodeURIComponent(project)}/budget`, {}, subject);
  return recordOf(reply, subject, (row) => readRow(lockSchema, row, (wire) => wire.locked));
}

/** The rows with the amounts they tell themselves, budgeted or not. */
export async function readRows(
  reader: Reader,
  project: string,
  chosen: ChosenView,
): Promise<Result<readonly ProcoreBudgetRow[]>> {
  const view = await readView(reader, project, chosen());
  if (!view.ok) return view;
  if (view.value === null) return succeed([]);
  const subject = `the rows of the budget of project ${project}`;
  const rows = await readList(reader.transport, {
    path: `/rest/v1.0/budget_views/${encodeURIComponent(view.value)}/detail_rows`,
    query: { project_id: project, budget_row_type: 'all' },
    subject,
    perPage,
    keyOf: budgetRowKey,
  });
  if (!rows.ok) {
    reader.remembered.views.clear();
    return rows;
  }
  const bare = allRecords(rows.value, subject, (row) => budgetRowFromWire(row, new Map()));
  if (!bare.ok) return bare;
  const codes = await reader.wbs.codes(
    project,
    bare.value.map((row) => row.coding.wbsCode),
  );
  return codes.ok ? allRecords(rows.value, subject, (row) => budgetRowFromWire(row, codes.value)) : codes;
}

/** The id of the view; null when the project has none. */
async function readView(reader: Reader, project: string, chosen: string | null): Promise<Result<string | null>> {
  const wanted = (chosen ?? standardView).trim().toLowerCase();
  const key = `${project}/${wanted}`;
  const known = reader.remembered.views.get(key);
  if (known !== undefined) return succeed(known);
  const subject = `the budget views of project ${project}`;
  const rows = await readList(reader.transport, {
    path: '/rest/v1.0/budget_views',
    query: { project_id: project, sort: 'created_at' },
    subject,
    perPage,
  });
  if (!rows.ok) return rows;
  const views = allRecords(rows.value, subject, namedFromWire);
  if (!views.ok) return views;
  const view = views.value.find(({ name }) => name.trim().toLowerCase() === wanted);
  if (view !== undefined || chosen === null) {
    const id = (view ?? views.value[0])?.id ?? null;
    if (id !== null) reader.remembered.views.set(key, id);
    return succeed(id);
  }
  const names = views.value.map(({ name }) => `“${name}”`).join(', ');
  return fail({
    next: 'needsPerson',
    code: 'procore.budgetView',
    sentence: `Project ${project} has no budget view “${chosen}” in Procore. It has: ${names === '' ? 'none' : names}.`,
    remedy: 'Choose one of them under Settings, Procore, or leave the choice empty for Procore’s standard view.',
  });
}
