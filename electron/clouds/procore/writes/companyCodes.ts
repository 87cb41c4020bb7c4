import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import type { Origin } from '#shared/domain/procore/records.ts';
import { type Reader, recordOf } from '../reading.ts';
import { readCostCodeLists, readCostTypes, readStandardCodes } from '../reads/costCodes.ts';
import { firstFailure, type KeyedUpdate, syncRecords, wireId } from '../sync.ts';
import { namedFromWire } from '../wire/costCodes.ts';
import { foreignOrigin, notKept } from './settingOrigins.ts';

type CallOf<Op extends ProcoreCall['op']> = Extract<ProcoreCall, { op: Op }>;
type Wanted = { readonly originId: string; readonly code: string; readonly name: string };
type Found = { readonly id: string; readonly code: string; readonly origin: Origin };

/** The company's own list, made when it is not there. Codes are whole and of one level, so that they stay as Sage writes them. Gives the id of the list. */
export async function writeCompanyCodes(reader: Reader, call: CallOf<'costCodes.company'>): Promise<Result<string>> {
  const list = await listNamed(reader, call.list);
  if (!list.ok) return list;
  const read = async (): Promise<Result<readonly Found[]>> => {
    const codes = await readStandardCodes(reader, list.value);
    return codes.ok
      ? succeed(codes.value.records.map(({ id, fullCode, origin }) => ({ id, code: fullCode, origin })))
      : codes;
  };
  const scope = { company_id: wireId(reader.companyId()), standard_cost_code_list_id: wireId(list.value.id) };
  const fields = ({ code, name }: Wanted, isNew: boolean) => (isNew ? { code, name } : { name });
  const path = '/rest/v1.0/standard_cost_codes/sync';
  const done = await writeCodes(reader, { path, scope, what: 'cost code', wanted: call.codes, read, fields });
  return done.ok ? succeed(list.value.id) : done;
}

export function writeCompanyTypes(reader: Reader, call: CallOf<'costTypes.company'>): Promise<Result<null>> {
  return writeCodes(reader, {
    path: '/rest/v1.0/line_item_types/sync',
    scope: { company_id: wireId(reader.companyId()) },
    what: 'cost type',
    wanted: call.types,
    read: async () => {
      const types = await readCostTypes(reader);
      return types.ok ? succeed(types.value.records) : types;
    },
    // Procore reads the code of a type by another name than it writes it.
    fields: ({ code, name }, isNew) => (isNew ? { csv_import_code: code, name } : { name }),
  });
}

/** A list is found by its name: a second try finds the first one's. */
async function listNamed(
  reader: Reader,
  name: string,
): Promise<Result<{ readonly id: string; readonly name: string }>> {
  const lists = await readCostCodeLists(reader);
  if (!lists.ok) return lists;
  const found = lists.value.find((list) => list.name === name);
  if (found !== undefined) return succeed(found);
  const what = `the cost code list “${name}”`;
  const body = { company_id: wireId(reader.companyId()), standard_cost_code_list: { name } };
  const made = await reader.transport.send('POST', '/rest/v1.0/standard_cost_code_lists', {}, body, what);
  return recordOf(made, what, namedFromWire);
}

type CodeWrite = {
  readonly path: string;
  readonly scope: Readonly<Record<string, unknown>>;
  readonly what: string;
  readonly wanted: readonly Wanted[];
  readonly read: () => Promise<Result<readonly Found[]>>;
  readonly fields: (wanted: Wanted, isNew: boolean) => Readonly<Record<string, unknown>>;
};

/** What is there keeps its id and its code; what another connector owns stays untouched. Read back in the end. */
async function writeCodes(reader: Reader, write: CodeWrite): Promise<Result<null>> {
  const before = await write.read();
  if (!before.ok) return before;
  const byCode = new Map(before.value.map((one) => [one.code, one]));
  const names = new Map(write.wanted.map((one) => [one.originId, `${write.what} ${one.code}`]));
  const updates = write.wanted.flatMap((one): readonly KeyedUpdate[] => {
    const found = byCode.get(one.code);
    if (found === undefined) return [{ originId: one.originId, fields: write.fields(one, true) }];
    const foreign = foreignOrigin(`${write.what} ${one.code}`, found.origin, one.originId) !== null;
    return foreign ? [] : [{ id: found.id, originId: one.originId, fields: write.fields(one, false) }];
  });
  const synced = await syncRecords(reader.transport, {
    path: write.path,
    query: {},
    scope: write.scope,
    updates,
    nameOf: ({ originId }) => names.get(originId ?? '') ?? write.what,
  });
  if (!synced.ok) return synced;
  const failure = firstFailure(synced.value);
  if (failure !== null) return fail(failure);
  const after = await write.read();
  if (!after.ok) return after;
  const missing = missingCode(write, after.value);
  return missing === null ? succeed(null) : fail(missing);
}

/** The first code that Procore does not have exactly as it was written: case, delimiters and leading zeros count. */
function missingCode(write: CodeWrite, found: readonly Found[]): Failure | null {
  const codes = new Set(found.map(({ code }) => code));
  const missing = write.wanted.find(({ code }) => !codes.has(code));
  if (missing === undefined) return null;
  const written = found.find(({ origin }) => origin.id === missing.originId);
  return notKept(`the ${write.what} ${missing.code}`, 'code', missing.code, written?.code ?? 'none');
}
