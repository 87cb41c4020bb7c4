import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { addMoney, parseMoney } from '#shared/domain/money.ts';
import { unreadableRecord } from '../failures.ts';
import { readList } from '../paging.ts';
import { allRecords, isNotVisible, type Reader } from '../reading.ts';
import { budgetChangeFromWire, budgetChangeLineFromWire, budgetChangeLineKey } from '../wire/budget.ts';

/** All v2 lists. */
const perPage = 100;

/** `any`: the project has budget changes, also ones that are not approved. `byCode`: approved ones by the id of the budget code. */
export type BudgetChanges = { readonly any: boolean; readonly byCode: ReadonlyMap<string, string> };

/** None where the company still has budget modifications instead. */
export async function readBudgetChanges(reader: Reader, project: string): Promise<Result<BudgetChanges>> {
  const subject = `the budget changes of project ${project}`;
  const rows = await readList(reader.transport, {
    path: `/rest/v1.0/projects/${encodeURIComponent(project)}/budget_changes`,
    query: { exclude_custom_fields: true },
    subject,
    perPage: null,
  });
  if (!rows.ok && isNotVisible(rows.failure)) return succeed({ any: false, byCode: new Map() });
  if (!rows.ok) return rows;
  const changes = allRecords(rows.value, subject, budgetChangeFromWire);
  if (!changes.ok) return changes;
  const approved = new Set(changes.value.filter(({ status }) => status === 'approved').map(({ id }) => id));
  const any = changes.value.length > 0;
  if (approved.size === 0) return succeed({ any, byCode: new Map() });
  const byCode = await sumByCode(reader, project, approved);
  return byCode.ok ? succeed({ any, byCode: byCode.value }) : byCode;
}

/** The list of changes has no lines; all lines of the project come in one list of their own. */
async function sumByCode(
  reader: Reader,
  project: string,
  approved: ReadonlySet<string>,
): Promise<Result<ReadonlyMap<string, string>>> {
  const subject = `the lines of the budget changes of project ${project}`;
  const company = encodeURIComponent(reader.companyId());
  const rows = await readList(reader.transport, {
    path: `/rest/v2.0/companies/${company}/projects/${encodeURIComponent(project)}/budget_changes/adjustment_line_items`,
    query: {},
    subject,
    perPage,
    keyOf: budgetChangeLineKey,
  });
  if (!rows.ok) return rows;
  const lines = allRecords(rows.value, subject, budgetChangeLineFromWire);
  if (!lines.ok) return lines;
  const sums = new Map<string, string>();
  for (const line of lines.value.filter(({ change }) => approved.has(change))) {
    const amount = parseMoney(line.amount);
    if (line.wbsCode === null) return fail(unreadableRecord(`one of ${subject}`, 'it has no budget code'));
    if (amount === null) return fail(unreadableRecord(`one of ${subject}`, 'amount is not in whole cents'));
    sums.set(line.wbsCode, addMoney(sums.get(line.wbsCode) ?? '0.00', amount));
  }
  return succeed(sums);
}
