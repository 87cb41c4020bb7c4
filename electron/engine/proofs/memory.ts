import {
  emptyProofMemory,
  type ProofMemory,
  proofMemorySchema,
  type Restored,
  restoredSchema,
} from '#shared/domain/proofs.ts';
import type { Context } from '../context.ts';

const memoryNote = 'proofs';
/** Written by whoever restores a store, into the restored one: nothing is pushed while it stands. */
export const restoredNote = 'restored';
const installationNote = 'installation';

type Notes = Pick<Context, 'store'>;

/** Asked for each row of the queue, and seldom other than the last time. */
const lastRead = new WeakMap<Notes['store'], { readonly text: string; readonly memory: ProofMemory }>();

export function readMemory({ store }: Notes): ProofMemory {
  const text = store.notes.read(memoryNote);
  if (text === null || text === '') return emptyProofMemory;
  const last = lastRead.get(store);
  if (last?.text === text) return last.memory;
  const parsed = proofMemorySchema.safeParse(jsonOf(text));
  // What cannot be read is compared anew.
  const memory = parsed.success ? parsed.data : emptyProofMemory;
  lastRead.set(store, { text, memory });
  return memory;
}

export function writeMemory({ store }: Notes, memory: ProofMemory): void {
  store.notes.write(memoryNote, JSON.stringify(memory));
}

/** The restore that has not been compared with Sage yet; null: there is none. */
export function restoredOf({ store }: Notes): Restored | null {
  const text = store.notes.read(restoredNote);
  if (text === null || text === '') return null;
  const parsed = restoredSchema.safeParse(jsonOf(text));
  // A mark that cannot be read is a mark all the same.
  return parsed.success ? parsed.data : { at: '', by: '', backupAt: '' };
}

export function clearRestored({ store }: Notes): void {
  store.notes.write(restoredNote, '');
}

/** Names this memory of Plumbline in the proofs that it leaves in Sage. A restored store keeps the name, a new one gets another. */
export function installationOf({ store, random }: Pick<Context, 'store' | 'random'>): string {
  const known = store.notes.read(installationNote);
  if (known !== null && known !== '') return known;
  const made = random.uuid();
  store.notes.write(installationNote, made);
  return made;
}

/** A proof that belongs to no transfer here, or a transfer that needs none: call it before it can be found. */
export function settleKey(context: Notes, key: string): void {
  const memory = readMemory(context);
  if (!memory.settled.includes(key)) writeMemory(context, { ...memory, settled: [...memory.settled, key] });
}

/** One more proof of our own in the table, so that the next look finds nothing new. Call it in the transaction of the receipt. */
export function countOwnProof(context: Notes): void {
  const memory = readMemory(context);
  if (memory.signs === null) return;
  const table = (memory.signs.table ?? 0) + 1;
  writeMemory(context, { ...memory, signs: { ...memory.signs, table } });
}

/** The next look reads everything: whether what the last one counted holds a proof that was found just now, nobody knows. */
export function forgetSigns(context: Notes): void {
  const memory = readMemory(context);
  if (memory.signs !== null) writeMemory(context, { ...memory, signs: null });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
