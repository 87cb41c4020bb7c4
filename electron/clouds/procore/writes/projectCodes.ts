import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import type { ProcoreCostCode } from '#shared/domain/procore/records.ts';
import type { Reader } from '../reading.ts';
import { readCodesOf, readCostTypes, readStandardCodes } from '../reads/costCodes.ts';
import { firstFailure, type KeyedUpdate, syncRecords, wireId } from '../sync.ts';
import { ensureBudgetCodes } from './budgetCodes.ts';
import { foreignOrigin, notKept } from './settingOrigins.ts';

type Call = Extract<ProcoreCall, { op: 'costCodes.project' }>;

/**
 * Codes of a project and the cost types that each is used with. What the company's list has comes from there, with the levels it has
 * there; what is in the project keeps its id and code.
 */
export async function writeProjectCodes(reader: Reader, call: Call, project: string): Promise<Result<null>> {
  const before = await codesByName(reader, project);
  if (!before.ok) return before;
  const missing = call.codes.filter(({ code }) => !before.value.has(code)).map(({ code }) => code);
  const copied = call.list === null ? succeed(null) : await copyFromList(reader, project, call.list, missing);
  if (!copied.ok) return copied;
  const present = missing.length === 0 ? before : await codesByName(reader, project);
  if (!present.ok) return present;
  const written = await syncCodes(reader, call, project, present.value);
  if (!written.ok) return written;
  const after = await codesByName(reader, project);
  if (!after.ok) return after;
  for (const { code, originId } of call.codes) {
    if (after.value.has(code)) continue;
    const found = [...after.value.values()].find(({ origin }) => origin.id === originId);
    return fail(notKept(`cost code ${code} of project ${project}`, 'code', code, found?.fullCode ?? 'none'));
  }
  return writePairs(reader, call, project, after.value);
}

type ByName = ReadonlyMap<string, ProcoreCostCode>;

async function codesByName(reader: Reader, project: string): Promise<Result<ByName>> {
  const codes = await readCodesOf(reader, project, null);
  return codes.ok ? succeed(new Map(codes.value.records.map((code) => [code.fullCode, code]))) : codes;
}

/** With their parents, so that the levels come along. */
async function copyFromList(
  reader: Reader,
  project: string,
  list: string,
  missing: readonly string[],
): Promise<Result<null>> {
  if (missing.length === 0) return succeed(null);
  const standard = await readStandardCodes(reader, { id: list, name: list });
  if (!standard.ok) return standard;
  const byId = new Map(standard.value.records.map((code) => [code.id, code]));
  const wanted = new Set(missing);
  const ids = new Set<string>();
  for (const code of standard.value.records) {
    if (!wanted.has(code.fullCode)) continue;
    for (
      let at: ProcoreCostCode | undefined = code;
      at !== undefined && !ids.has(at.id);
      at = byId.get(at.parent ?? '')
    )
      ids.add(at.id);
  }
  if (ids.size === 0) return succeed(null);
  const copied = await reader.transport.send(
    'POST',
    '/rest/v1.0/cost_codes/copy_subset_from_standard_list',
    {},
    {
      project_id: wireId(project),
      standard_cost_code_list_id: wireId(list),
      standard_cost_code_ids: [...ids].map(wireId),
    },
    `the cost codes of project ${project}`,
  );
  // Some may have been there: what counts is read back.
  return copied.ok ? succeed(null) : copied;
}

async function syncCodes(reader: Reader, call: Call, project: string, present: ByName): Promise<Result<null>> {
  const updates = call.codes.flatMap(({ code, name, originId }): readonly KeyedUpdate[] => {
    const found = present.get(code);
    if (found === undefined) return [{ originId, fields: { code, name } }];
    const foreign = foreignOrigin(`cost code ${code}`, found.origin, originId) !== null;
    const same = found.origin.id === originId && found.name === name;
    return foreign || same ? [] : [{ id: found.id, originId, fields: { name } }];
  });
  const names = new Map(call.codes.map(({ originId, code }) => [originId, `cost code ${code} of project ${project}`]));
  const synced = await syncRecords(reader.transport, {
    path: '/rest/v1.0/cost_codes/sync',
    query: { project_id: project },
    scope: {},
    updates,
    nameOf: ({ originId }) => names.get(originId ?? '') ?? `a cost code of project ${project}`,
  });
  if (!synced.ok) return synced;
  const failure = firstFailure(synced.value);
  return failure === null ? succeed(null) : fail(failure);
}

async function writePairs(reader: Reader, call: Call, project: string, codes: ByName): Promise<Result<null>> {
  const types = await readCostTypes(reader);
  if (!types.ok) return types;
  const typeIds = new Map(types.value.records.map((type) => [type.code, type.id]));
  const pairs = [];
  for (const { code, types: used } of call.codes) {
    for (const type of used) {
      const [costCode, costType] = [codes.get(code)?.id, typeIds.get(type)];
      if (costType === undefined) return fail(unknownType(type, project));
      if (costCode !== undefined) pairs.push({ costCode, costType, subJob: null });
    }
  }
  const ensured = await ensureBudgetCodes(reader, project, pairs);
  return ensured.ok ? succeed(null) : ensured;
}

export function unknownType(type: string, project: string) {
  return {
    next: 'needsPerson',
    code: 'procore.unknownType',
    sentence: `Procore has no cost type “${type}”, which project ${project} needs.`,
    remedy: 'Send the cost types to Procore first, or add it there with exactly this code.',
  } as const;
}
