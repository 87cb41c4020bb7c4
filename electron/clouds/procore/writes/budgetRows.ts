import { sameDecimal } from '#shared/domain/decimal.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import type { ProcoreBudgetRow } from '#shared/domain/procore/records.ts';
import { exactJsonNumber } from '../../exactJson.ts';
import type { Reader } from '../reading.ts';
import { type ChosenView, readLocked, readRows } from '../reads/budget.ts';
import { readCodesOf, readCostTypes } from '../reads/costCodes.ts';
import { readSubJobs } from '../reads/directory.ts';
import { wireId } from '../sync.ts';
import { type CodePair, ensureBudgetCodes, pairKey } from './budgetCodes.ts';
import { unknownType } from './projectCodes.ts';
import { notKept } from './settingOrigins.ts';

type Call = Extract<ProcoreCall, { op: 'budget.rows' }>;
type Wanted = Call['rows'][number] & { readonly pair: CodePair };

/**
 * The original amount of each pair: changed where there is a line, added where there is none. Only what differs is written, so that a
 * second try after a lost answer goes on where the first one was. A locked budget takes new lines at zero, and nothing else.
 */
export async function writeBudgetRows(
  reader: Reader,
  call: Call,
  project: string,
  view: ChosenView,
): Promise<Result<null>> {
  const locked = await readLocked(reader, project);
  if (!locked.ok) return locked;
  if (locked.value) {
    const rows = await readRows(reader, project, view);
    if (!rows.ok) return rows;
    const open = call.rows.filter((row) => !rows.value.some((one) => isThere(one, row)));
    // Somebody locked it after the answer to these very rows was lost: they are there.
    if (open.length === 0) return succeed(null);
    if (open.some(({ amount }) => !sameDecimal(amount, '0'))) return fail(budgetLocked(project));
  }
  const wanted = await withPairs(reader, call, project);
  if (!wanted.ok) return wanted;
  const codes = await ensureBudgetCodes(
    reader,
    project,
    wanted.value.map(({ pair }) => pair),
  );
  if (!codes.ok) return codes;
  const before = await rowsByCode(reader, project, view);
  if (!before.ok) return before;
  for (const row of wanted.value) {
    const wbsCode = codes.value.get(pairKey(row.pair)) ?? '';
    const found = before.value.get(wbsCode);
    if (found !== undefined && found.id !== null && sameDecimal(found.original, row.amount)) continue;
    if (locked.value && found !== undefined && found.id !== null) return fail(budgetLocked(project));
    const written = await writeRow(reader, project, row, wbsCode, found?.id ?? null);
    if (!written.ok) return written;
  }
  const after = await rowsByCode(reader, project, view);
  if (!after.ok) return after;
  for (const row of wanted.value) {
    const found = after.value.get(codes.value.get(pairKey(row.pair)) ?? '');
    if (found?.id == null || !sameDecimal(found.original, row.amount))
      return fail(notKept(nameOf(row, project), 'original budget', row.amount, found?.original ?? 'none'));
  }
  return succeed(null);
}

function isThere({ id, coding, original }: ProcoreBudgetRow, row: Call['rows'][number]): boolean {
  const same = coding.fullCode === row.code && coding.costTypeCode === row.type && coding.subJob === row.subJob;
  return id !== null && same && sameDecimal(original, row.amount);
}

const nameOf = (row: Wanted, project: string) => `the budget line ${row.code} ${row.type} of project ${project}`;

async function rowsByCode(
  reader: Reader,
  project: string,
  view: ChosenView,
): Promise<Result<ReadonlyMap<string, ProcoreBudgetRow>>> {
  const rows = await readRows(reader, project, view);
  return rows.ok ? succeed(new Map(rows.value.map((row) => [row.coding.wbsCode ?? '', row]))) : rows;
}

function writeRow(reader: Reader, project: string, row: Wanted, wbsCode: string, line: string | null) {
  const amount = exactJsonNumber(row.amount);
  const fields = { original_budget_amount: amount, calculation_strategy: 'manual' };
  const path = '/rest/v1.1/budget_line_items';
  return line === null
    ? reader.transport.send(
        'POST',
        path,
        {},
        { project_id: wireId(project), budget_line_item: { wbs_code_id: wireId(wbsCode), ...fields } },
        nameOf(row, project),
      )
    : reader.transport.send(
        'PATCH',
        `${path}/${encodeURIComponent(line)}`,
        {},
        { project_id: wireId(project), budget_line_item: fields },
        nameOf(row, project),
      );
}

/** Codes, types and sub jobs as ids of Procore; the first that the project does not have ends it. */
async function withPairs(reader: Reader, call: Call, project: string): Promise<Result<readonly Wanted[]>> {
  const types = await readCostTypes(reader);
  if (!types.ok) return types;
  const typeIds = new Map(types.value.records.map((type) => [type.code, type.id]));
  const subJobs = call.rows.some((row) => row.subJob !== null) ? await readSubJobs(reader, project) : null;
  if (subJobs !== null && !subJobs.ok) return subJobs;
  const subJobIds = new Map(
    (subJobs?.value.records ?? []).flatMap(({ id, code }) => [[code, id] as const, [id, id] as const]),
  );
  const codesOf = new Map<string | null, ReadonlyMap<string, string>>();
  const wanted: Wanted[] = [];
  for (const row of call.rows) {
    const subJob = row.subJob === null ? null : (subJobIds.get(row.subJob) ?? null);
    if (row.subJob !== null && subJob === null) return fail(unknownCode(`sub job ${row.subJob}`, project));
    let ids = codesOf.get(subJob);
    if (ids === undefined) {
      const codes = await readCodesOf(reader, project, subJob);
      if (!codes.ok) return codes;
      ids = new Map(codes.value.records.map((code) => [code.fullCode, code.id]));
      codesOf.set(subJob, ids);
    }
    const [costCode, costType] = [ids.get(row.code), typeIds.get(row.type)];
    if (costCode === undefined) return fail(unknownCode(`cost code ${row.code}`, project));
    if (costType === undefined) return fail(unknownType(row.type, project));
    wanted.push({ ...row, pair: { costCode, costType, subJob } });
  }
  return succeed(wanted);
}

function unknownCode(what: string, project: string) {
  return {
    next: 'needsPerson',
    code: 'procore.unknownCode',
    sentence: `Project ${project} has no ${what} in Procore, which its budget needs.`,
    remedy: 'Send the cost codes of the project to Procore first.',
  } as const;
}

function budgetLocked(project: string) {
  return {
    next: 'needsPerson',
    code: 'procore.budgetLocked',
    sentence: `The budget of project ${project} is locked in Procore, so that its original amounts cannot be changed.`,
    remedy: 'Unlock it in Procore if that is meant, keeping its modifications, or enter a budget change there.',
  } as const;
}
