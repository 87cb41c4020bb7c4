import { type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCostCode, ProcoreCostType } from '#shared/domain/procore/records.ts';
import type { ReadList } from '../../../engine/ports/procoreAccount.ts';
import { readList } from '../paging.ts';
import { allRecords, forEachOf, joined, type Reader, recordsOf } from '../reading.ts';
import { costTypeFromWire, namedFromWire, projectCodeFromWire, standardCodeFromWire } from '../wire/costCodes.ts';

const perPage = 1000;

type Named = { readonly id: string; readonly name: string };

/** The company's lists of cost codes. */
export async function readCostCodeLists(reader: Reader): Promise<Result<readonly Named[]>> {
  const subject = 'the cost code lists';
  const rows = await readList(reader.transport, {
    path: '/rest/v1.0/standard_cost_code_lists',
    query: { company_id: reader.companyId() },
    subject,
    perPage: null,
  });
  return rows.ok ? allRecords(rows.value, subject, namedFromWire) : rows;
}

export async function readCompanyCostCodes(reader: Reader): Promise<Result<ReadList<ProcoreCostCode>>> {
  const lists = await readCostCodeLists(reader);
  if (!lists.ok) return lists;
  const codes = await forEachOf(lists.value, (list) => readStandardCodes(reader, list));
  return codes.ok ? succeed(joined(...codes.value)) : codes;
}

/** The codes of one list. Only the extended view has the codes themselves. */
export async function readStandardCodes(reader: Reader, list: Named): Promise<Result<ReadList<ProcoreCostCode>>> {
  const rows = await readList(reader.transport, {
    path: '/rest/v1.0/standard_cost_codes',
    query: { company_id: reader.companyId(), standard_cost_code_list_id: list.id, view: 'extended' },
    subject: `the cost codes of the list “${list.name}”`,
    perPage,
  });
  return rows.ok ? succeed(recordsOf(rows.value, (row) => standardCodeFromWire(row, list.id))) : rows;
}

export async function readCostTypes(reader: Reader): Promise<Result<ReadList<ProcoreCostType>>> {
  const rows = await readList(reader.transport, {
    path: '/rest/v1.0/line_item_types',
    query: { company_id: reader.companyId() },
    subject: 'the cost types',
    perPage,
  });
  return rows.ok ? succeed(recordsOf(rows.value, costTypeFromWire)) : rows;
}

/** The project's own codes and those of these sub jobs, each with the cost types that a budget code or the code itself names. */
export async function readProjectCostCodes(
  reader: Reader,
  project: string,
  subJobs: readonly string[],
): Promise<Result<ReadList<ProcoreCostCode>>> {
  const lists = await forEachOf([null, ...subJobs], (subJob) => readCodesOf(reader, project, subJob));
  if (!lists.ok) return lists;
  const wbs = await reader.wbs.fresh(project);
  if (!wbs.ok) return wbs;
  const typesOf = new Map<string, Set<string>>();
  for (const { costCode, costType } of wbs.value.values()) {
    if (costCode === null || costType === null) continue;
    typesOf.set(costCode, (typesOf.get(costCode) ?? new Set()).add(costType));
  }
  const { records, unreadable } = joined(...lists.value);
  // A code of a sub job may be in the project's list as well.
  const once = new Map(records.map((code) => [code.id, code]));
  const typed = [...once.values()].map((code) => ({
    ...code,
    costTypes: [...new Set([...code.costTypes, ...(typesOf.get(code.id) ?? [])])],
  }));
  return succeed({ records: typed, unreadable });
}

/** In: a sub job, or null for the codes of the project itself. */
export async function readCodesOf(
  reader: Reader,
  project: string,
  subJob: string | null,
): Promise<Result<ReadList<ProcoreCostCode>>> {
  const rows = await readList(reader.transport, {
    path: '/rest/v1.0/cost_codes',
    query: { project_id: project, sub_job_id: subJob },
    subject: `the cost codes of project ${project}`,
    perPage,
  });
  return rows.ok ? succeed(recordsOf(rows.value, (row) => projectCodeFromWire(row, project))) : rows;
}
