import type { Transfer } from '#shared/domain/records.ts';
import type { Context } from '../../../electron/engine/context.ts';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { holdsNow } from '../../../electron/engine/proofs/hold.ts';
import type { MemoryDisk } from '../store/memoryDisk.ts';
import { breaksContact } from './faults.ts';
import type { Process } from './process.ts';

/** Collects what must never be seen while a scenario runs. */
export type Observer = {
  /** A promise that was broken, in words. */
  readonly broken: (words: string) => void;
  /** An error that nobody expected. */
  readonly bug: (words: string) => void;
  /** The same company; each plan that is applied must be the earliest of its job. */
  readonly watched: (company: SageCompany, disk: MemoryDisk) => SageCompany;
  /** Runs of the outbox in a row that left a transfer alone although it was due. */
  readonly passedOver: Map<string, number>;
};

export function createObserver(report: (words: string) => void): Observer {
  return {
    broken: report,
    bug: (words) => report(`a bug: ${words}`),
    passedOver: new Map(),
    watched: (company, disk) => ({
      ...company,
      apply: (plan, approval) => {
        const own = disk.transfers.get(approval.operationKey);
        for (const { transfer, approval: place } of disk.transfers.values()) {
          if (own === undefined || transfer.businessKey !== own.transfer.businessKey) continue;
          if (isUnderWay(transfer) && (place ?? 0) < (own.approval ?? 0)) {
            report(`order: ${approval.operationKey} is applied before ${transfer.id}, which was approved earlier`);
          }
        }
        return company.apply(plan, approval);
      },
    }),
  };
}

/**
 * Notes what is due when a run begins. The function returned, called at its end, says which of it was left alone: a run may do that
 * when it lost contact with Sage, else no more than once in a row.
 */
export function watchRun(disk: MemoryDisk, context: Context, process: Process, observer: Observer): () => void {
  const { passedOver, broken } = observer;
  const before = process.met.length;
  const due = dueNow(disk, context.clock.now());
  return () => {
    const lostContact = process.met.slice(before).some((fault) => breaksContact.has(fault));
    // What the proofs in Sage disagree about waits for a person, and says so.
    const hold = holdsNow(context);
    for (const transfer of due) {
      const name = `${process.name} ${transfer.id}`;
      const isUntouched = disk.transfers.get(transfer.id)?.transfer === transfer;
      const leftAlone = isUntouched && !lostContact && hold(transfer) === null;
      const times = leftAlone ? (passedOver.get(name) ?? 0) + 1 : 0;
      passedOver.set(name, times);
      if (times > 1) broken(`delay: ${name} was due and left alone in ${times} runs, though Sage was there`);
    }
  };
}

function dueNow(disk: MemoryDisk, now: string): readonly Transfer[] {
  const inOrder = [...disk.transfers.values()].sort((a, b) => (a.approval ?? 0) - (b.approval ?? 0));
  const underWay = inOrder.map(({ transfer }) => transfer).filter(isUnderWay);
  return underWay.filter((transfer) => {
    if (underWay.find(({ businessKey }) => businessKey === transfer.businessKey) !== transfer) return false;
    const { state } = transfer;
    return state.name === 'queued' || (state.name === 'waiting' && state.until <= now);
  });
}

export function isUnderWay({ state }: Transfer): boolean {
  const { name } = state;
  return name === 'queued' || name === 'waiting' || name === 'applying' || name === 'inDoubt';
}
