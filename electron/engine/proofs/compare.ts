import type { Failure, Result } from '#shared/domain/failure.ts';
import { succeed } from '#shared/domain/failure.ts';
import type { MissingProof, ProofMemory, UnknownProof } from '#shared/domain/proofs.ts';
import type { Context } from '../context.ts';
import type { ProofPage } from '../ports/sageCompany.ts';
import type { FieldProof, TableProof } from '../ports/sageProofs.ts';
import { everUsed, noteUsed, recordsMayCarry } from '../writing/markerStores.ts';
import { isLinked } from './linked.ts';
import { clearRestored, installationOf, readMemory, restoredOf, writeMemory } from './memory.ts';
import { byShortKey, type Receipted, receiptsOf } from './receipts.ts';
import { tellNew } from './tell.ts';

/** These are found in Sage, or asked about, by the outbox itself. */
const underway: ReadonlySet<string> = new Set(['done', 'queued', 'applying', 'waiting', 'inDoubt']);

/**
 * Compares the proofs in Sage with the receipts here, both ways. One cheap look tells whether anything came or went; only then, and after
 * a restore, everything is read. What disagrees is remembered and told once. Null when the two are compared; else why Sage could not be
 * asked. `all`: whatever the cheap look says.
 */
export async function compareProofs(context: Context, all = false): Promise<Failure | null> {
  const { store, sage, clock } = context;
  const before = readMemory(context);
  const restored = restoredOf(context);
  // A restored store may not know any more that proofs were once kept in records.
  const fields = restored !== null || recordsMayCarry(context);
  const stores = new Set([...everUsed(context), ...(fields ? (['recordFields'] as const) : [])]);
  const signs = await sage.proofSigns([...stores]);
  if (!signs.ok) return signs.failure;
  const same =
    before.signs !== null &&
    (before.signs.table ?? 0) === (signs.value.table ?? 0) &&
    (!fields || before.signs.fields === signs.value.fields);
  if (same && restored === null && !all) return null;
  const table = signs.value.table === null ? succeed([]) : await everyProof<TableProof>(sage.tableProofs);
  if (!table.ok) return table.failure;
  const inFields = fields ? await everyProof<FieldProof>(sage.fieldProofs) : succeed([]);
  if (!inFields.ok) return inFields.failure;
  const found = await disagreements(context, table.value, inFields.value);
  store.transaction(() => {
    // A person may have decided meanwhile.
    const now = readMemory(context);
    const settled = new Set(now.settled);
    const after: ProofMemory = {
      ...now,
      signs: signs.value,
      comparedAt: clock.now(),
      unknown: found.unknown
        .filter(({ key }) => !settled.has(key))
        .map((proof) => {
          const { transferId = null, left = null } = now.unknown.find(({ key }) => key === proof.key) ?? {};
          return { ...proof, transferId, left };
        }),
      missing: found.missing.filter(({ transferId }) => !settled.has(transferId)),
    };
    writeMemory(context, after);
    // The store restored may be from before they were kept there; from now on they are asked there too.
    if (inFields.value.length > 0) noteUsed(context, 'recordFields');
    tellNew(context, now, after, restored);
    if (restored !== null) clearRestored(context);
  });
  context.notify(['status', 'transfers', 'history']);
  return null;
}

async function everyProof<T>(
  page: (after: string | null) => Promise<Result<ProofPage<T>>>,
): Promise<Result<readonly T[]>> {
  const all: T[] = [];
  let after: string | null = null;
  do {
    const read: Result<ProofPage<T>> = await page(after);
    if (!read.ok) return read;
    all.push(...read.value.proofs);
    after = read.value.next;
  } while (after !== null);
  return succeed(all);
}

type Found = { readonly unknown: readonly UnknownProof[]; readonly missing: readonly MissingProof[] };

async function disagreements(
  context: Context,
  table: readonly TableProof[],
  fields: readonly FieldProof[],
): Promise<Found> {
  const states = context.store.transfers.states();
  const ids = Object.keys(states);
  const byShort = byShortKey(context, fields.length === 0 ? [] : ids);
  const accounted = (id: string | undefined) => id !== undefined && underway.has(states[id] ?? '');
  const unknown = [
    ...table.filter((proof) => isOurs(context, proof) && !accounted(proof.key)).map((proof) => ofTable(context, proof)),
    ...fields.flatMap((proof) => ofFields(proof, (short) => accounted(byShort.get(short)))),
  ].filter((proof) => !isLinked(context, proof));
  const inTable = new Set(table.map(({ key }) => key));
  const done = ids.filter((id) => states[id] === 'done' && !inTable.has(id));
  const receipts = (await receiptsOf(context, done)).filter(({ written }) => written);
  const gone = receipts.filter((receipt) =>
    receipt.inRecord ? isGoneFromRecord(receipt, receipts, fields, byShort) : true,
  );
  return { unknown, missing: gone.flatMap(({ id }) => missingOf(context, id)) };
}

/**
 * A change's key is replaced by the next change's, so that only the last one is looked for; and where somebody unknown changed the record
 * later, that is what is told.
 */
function isGoneFromRecord(
  receipt: Receipted,
  all: readonly Receipted[],
  fields: readonly FieldProof[],
  byShort: ReadonlyMap<string, string>,
): boolean {
  const holds = (short: string) => byShort.get(short) === receipt.id;
  if (!receipt.changes) return !fields.some(({ created }) => holds(created));
  const others = all.filter((one) => one.inRecord && one.changes && one.record === receipt.record);
  if (others.some(({ at }) => at > receipt.at)) return false;
  const field = fields.find(({ record }) => record === receipt.record);
  if (field === undefined) return true;
  const held = byShort.get(field.changed);
  // Two of the same moment: either may have been the last one.
  if (held !== undefined) return !others.some(({ id, at }) => id === held && at >= receipt.at);
  return field.changed === '';
}

/** What was pushed from here is ours, whatever the company's database was called then. */
function isOurs(context: Context, { own, installation }: TableProof): boolean {
  return own || installation === installationOf(context);
}

function ofTable(context: Context, proof: TableProof): UnknownProof {
  const { key, record, number, title, at, person, kind, businessKey, subjects, installation } = proof;
  const job = /^job\/(.+)$/.exec(businessKey)?.[1] ?? '';
  const ours = installation === '' ? null : installation === installationOf(context);
  const said = { key, record, number, job, title, at, person, kind, businessKey, subjects, ours };
  return { ...said, place: 'table', changes: !kind.endsWith('.create'), transferId: null, left: null };
}

function ofFields(proof: FieldProof, accounted: (short: string) => boolean): readonly UnknownProof[] {
  const { record, number, job, description, created, changed } = proof;
  return [created, changed].flatMap((key): UnknownProof[] => {
    if (key === '' || accounted(key)) return [];
    const changes = key !== created;
    const kind = changes ? 'changeOrder.update' : 'changeOrder.create';
    const said = { key, record, number, job, title: description, kind, businessKey: `job/${job}` };
    const unsaid = { at: '', person: '', subjects: [], ours: null, transferId: null, left: null };
    return [{ ...said, ...unsaid, place: 'record', changes }];
  });
}

function missingOf({ store }: Context, id: string): readonly MissingProof[] {
  const transfer = store.transfers.get(id);
  if (transfer?.state.name !== 'done') return [];
  const { title, businessKey, job, state } = transfer;
  return [{ transferId: id, title, businessKey, job, record: state.record, number: state.number, at: state.at }];
}
