import type { Failure } from '#shared/domain/failure.ts';
import { type Concerned, inTheWayOf, type MissingProof, type UnknownProof } from '#shared/domain/proofs.ts';
import type { Transfer } from '#shared/domain/records.ts';
import type { Context } from '../context.ts';
import { disagreementsNow } from './linked.ts';
import { restoredOf } from './memory.ts';

type Known = Pick<Context, 'store'>;

/** Why a transfer is not written while the proofs in Sage and the receipts here disagree about it; null: it may be. */
export type Hold = (transfer: Transfer) => Failure | null;

/** By what was last compared. Made once for a run of the outbox. */
export function holdsNow(context: Known): Hold {
  const { store } = context;
  const memory = disagreementsNow(context);
  if (memory.unknown.length === 0 && memory.missing.length === 0) return () => null;
  const stands = ({ record, job, kind }: UnknownProof) =>
    kind.startsWith('changeOrder.') && store.sage.get('changeOrder', record)?.job === job;
  const corIdsOf = (id: string) => {
    const done = store.transfers.get(id);
    return done === null ? [] : subjectsOf(done);
  };
  return (transfer) => {
    const inTheWay = inTheWayOf(concerned(transfer), memory, stands, corIdsOf);
    if (inTheWay === null) return null;
    return 'unknown' in inTheWay ? unknownInTheWay(inTheWay.unknown) : missingInTheWay(inTheWay.missing);
  };
}

/** Why nothing at all is written: the data here came from a backup and has not been compared with Sage yet. */
export function notYetCompared(context: Known): Failure | null {
  const restored = restoredOf(context);
  if (restored === null) return null;
  return {
    next: 'retry',
    code: 'proofs.notCompared',
    sentence: `Plumbline's data was restored from the backup of ${dayOf(restored.backupAt)}: what was pushed since is looked for in Sage first, so that nothing is pushed twice.`,
  };
}

/** Why what is on its way is not written now, for whoever shows it. Made once for a whole list. */
export function heldNow(context: Known): Hold {
  const uncompared = notYetCompared(context);
  return uncompared === null ? holdsNow(context) : () => uncompared;
}

/** Why nobody can approve this now; what would be typed by a person waits for nothing afterwards, so that it is compared before. */
export function approvalHeld(context: Known, approved: Transfer): Failure | null {
  if (approved.state.name !== 'awaitingEntry') return holdsNow(context)(approved);
  const uncompared = notYetCompared(context);
  if (uncompared !== null) return { ...uncompared, next: 'needsPerson' };
  // Written, it would meet its own proof in Sage; whoever types meets nothing, so that its own counts like any other.
  return holdsNow(context)({ ...approved, id: '' });
}

/** In: the transfer that is about to be written or approved. */
function concerned(transfer: Transfer): Concerned {
  const { id, businessKey, plan } = transfer;
  return { id, businessKey, subjects: subjectsOf(transfer), record: plan?.target.record ?? null };
}

function subjectsOf(transfer: Transfer): readonly string[] {
  return transfer.cloud === 'clearstory' ? transfer.corIds : [transfer.item.id];
}

function unknownInTheWay(proof: UnknownProof): Failure {
  const same =
    proof.subjects.length > 0
      ? `This is in Sage already: ${writtenAs(proof)}. Nothing was written, so that it is not doubled.`
      : `This may be in Sage already: ${writtenAs(proof)}, and it is not known here. Nothing was written, because that may double it.`;
  return {
    next: 'needsPerson',
    code: 'proofs.unknown',
    sentence: same,
    remedy:
      'Look at it under Settings, Backup. If it is the same, drop this one, then link what is in Sage there; if it is not, say there that it stays as it is.',
  };
}

/** `'COR 1 into …' was written as change order 9 of job 2402 by Dana Reyes, 2026-11-23 17:00 UTC, from another computer or …`. */
function writtenAs({ title, kind, number, job, person, at, ours }: UnknownProof): string {
  const what = title === '' ? 'something' : `'${title}'`;
  const as = kind.startsWith('changeOrder.') ? `change order ${number}` : `number ${number}`;
  const where = job === '' ? '' : ` of job ${job}`;
  const who = person === '' ? '' : ` by ${person}`;
  const when = at === '' ? '' : `, ${dayOf(at)}`;
  const elsewhere = 'from another computer or an earlier installation';
  const before = 'from here, before the data was restored';
  const from = ours === null ? `${elsewhere}, or ${before}` : ours ? before : elsewhere;
  return `${what} was written as ${as}${where}${who}${when}, ${from}`;
}

function missingInTheWay({ title }: MissingProof): Failure {
  return {
    next: 'needsPerson',
    code: 'proofs.missing',
    sentence: `The proof that '${title}' was written is no longer in Sage, so that it is not certain what this would be written onto.`,
    remedy: 'Look at it under Settings, Backup: say whether it is in Sage, or has to be pushed again.',
  };
}

function dayOf(instant: string): string {
  return instant === '' ? 'an unknown day' : `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}
