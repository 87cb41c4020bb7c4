import { z } from 'zod';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCall, Ref } from '#shared/domain/procore/call.ts';
import type { Origin } from '#shared/domain/procore/records.ts';
import { readRow } from '../../mapped.ts';
import { allRecords, type Reader, recordOf } from '../reading.ts';
import { contractPaths, readLineRows } from '../reads/commitments.ts';
import { wireId } from '../sync.ts';
import { originFields, originOf } from '../wire/origin.ts';
import { id } from '../wire/values.ts';
import { foreignOrigin, notKept, setOrigin } from './settingOrigins.ts';

type CallOf<Op extends ProcoreCall['op']> = Extract<ProcoreCall, { op: Op }>;
export type Resolve = (ref: Ref) => string;

const originSchema = z.object({ id, ...originFields });
const slotOf = (row: unknown) => readRow(originSchema, row, (wire) => ({ id: wire.id, origin: originOf(wire) }));

/** Lines first, the header last: a synced header says that its lines are. One call for each line that is not so already. */
export async function setCommitmentOrigins(
  reader: Reader,
  call: CallOf<'commitment.origins'>,
  resolve: Resolve,
): Promise<Result<null>> {
  const [project, commitment] = [resolve(call.project), resolve(call.commitment)];
  const what = `commitment ${commitment} of project ${project}`;
  const path = `${contractPaths[call.type]}/${encodeURIComponent(commitment)}`;
  const readLines = async (): Promise<Result<ReadonlyMap<string, Origin>>> => {
    const rows = await readLineRows(reader, project, call.type, commitment);
    if (!rows.ok) return rows;
    const slots = allRecords(rows.value, `the lines of ${what}`, slotOf);
    return slots.ok ? succeed(new Map(slots.value.map((slot) => [slot.id, slot.origin]))) : slots;
  };
  const before = await readLines();
  if (!before.ok) return before;
  for (const { id: line, originId } of call.lines) {
    const name = `line ${line} of ${what}`;
    const origin = before.value.get(line);
    if (origin === undefined) return fail(notThere(name));
    if (origin.id === originId) continue;
    const foreign = foreignOrigin(name, origin, originId);
    if (foreign !== null) return fail(foreign);
    const body = { project_id: wireId(project), line_item: { origin_id: originId } };
    const linePath = `${path}/line_items/${encodeURIComponent(line)}`;
    const written = await reader.transport.send('PATCH', linePath, {}, body, name);
    if (!written.ok) return written;
  }
  const after = await readLines();
  if (!after.ok) return after;
  for (const { id: line, originId } of call.lines) {
    const kept = after.value.get(line)?.id ?? null;
    if (kept !== originId)
      return fail(notKept(`line ${line} of ${what}`, 'origin id', originId ?? 'none', kept ?? 'none'));
  }
  const wrapper = call.type === 'subcontract' ? 'work_order_contract' : 'purchase_order_contract';
  return setOrigin({
    what,
    wanted: call.origin,
    read: () => readSlot(reader, path, project, what),
    write: (fields) =>
      reader.transport.send('PATCH', path, {}, { project_id: wireId(project), [wrapper]: fields }, what),
  });
}

/** A change order has no slot: its package has. */
export function setChangeOrigin(
  reader: Reader,
  call: CallOf<'change.origin'>,
  resolve: Resolve,
): Promise<Result<null>> {
  const project = resolve(call.project);
  const what = `the package ${call.package} of a change of commitment ${call.commitment} in project ${project}`;
  const path = `/rest/v1.0/change_order_packages/${encodeURIComponent(call.package)}`;
  return setOrigin({
    what,
    wanted: call.origin,
    read: () => readSlot(reader, path, project, what),
    write: (fields) => {
      const scope = { project_id: wireId(project), contract_id: wireId(call.commitment) };
      return reader.transport.send('PATCH', path, {}, { ...scope, change_order: fields }, what);
    },
  });
}

/** It locks the invoice in Procore, so it comes after everything else. Invoices have no code. */
export function setInvoiceOrigin(
  reader: Reader,
  call: CallOf<'invoice.origin'>,
  resolve: Resolve,
): Promise<Result<null>> {
  const [project, invoice] = [resolve(call.project), resolve(call.invoice)];
  const what = `the subcontractor invoice ${invoice} of project ${project}`;
  const path = `/rest/v1.1/requisitions/${encodeURIComponent(invoice)}`;
  return setOrigin({
    what,
    wanted: { id: call.origin.id },
    read: () => readSlot(reader, path, project, what),
    write: (fields) => {
      const scope = { project_id: wireId(project), commitment_id: wireId(call.commitment) };
      return reader.transport.send('PATCH', path, {}, { ...scope, requisition: fields }, what);
    },
  });
}

function notThere(what: string) {
  return {
    next: 'needsPerson',
    code: 'procore.lineGone',
    sentence: `Procore does not have ${what} any more.`,
    remedy: 'Sync, and look at what changed in Procore.',
  } as const;
}

async function readSlot(reader: Reader, path: string, project: string, what: string): Promise<Result<Origin>> {
  const reply = await reader.transport.get(path, { project_id: project }, what);
  const slot = recordOf(reply, what, slotOf);
  return slot.ok ? succeed(slot.value.origin) : slot;
}
