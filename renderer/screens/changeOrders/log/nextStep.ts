import type { CorLogRow } from '#shared/domain/corLog.ts';
import type { SageState } from '#shared/domain/link.ts';
import { capital } from '#shared/domain/text.ts';

export type StepMode = 'push' | 'update' | 'void';
export type NextStep = {
  readonly mode: StepMode;
  /** Why it cannot be done now, and the way out; null when it can. */
  readonly reason: string | null;
};

export const stepWords: Readonly<Record<StepMode, string>> = {
  push: 'Add to Sage 100',
  update: 'Push update',
  void: 'Void in Sage',
};

/** The contract allows no more CORs in one draft. */
const mostTogether = 50;

const modes: Readonly<Partial<Record<SageState, StepMode>>> = {
  notInSage: 'push',
  draft: 'push',
  changedSincePush: 'update',
  voidPending: 'void',
};

/** What can be done with the selected CORs together. The engine has the last word when it is done. */
export function nextStep(rows: readonly CorLogRow[]): NextStep {
  const [first] = rows;
  if (first === undefined) {
    return { mode: 'push', reason: 'Select a change order request first. Several of one job can be added together.' };
  }
  if (rows.length > mostTogether) {
    return { mode: 'push', reason: `${rows.length} are selected. At most ${mostTogether} can be added together.` };
  }
  const homeless = rows.find((row) => row.sage === 'notMapped' || row.job === null);
  if (homeless !== undefined) {
    const reason = `The project “${homeless.projectName}” of COR ${homeless.number} has no Sage job. Map it under Projects first.`;
    return { mode: 'push', reason };
  }
  const jobs = [...new Set(rows.map((row) => row.job))];
  if (jobs.length > 1) {
    const reason = `The selected CORs belong to ${jobs.length} jobs (${some(jobs)}). Only CORs of one job can be added together.`;
    return { mode: 'push', reason };
  }
  const blocked = rows.find((row) => modes[row.sage] === undefined);
  if (blocked !== undefined) return { mode: 'push', reason: whyBlocked(blocked) };
  return together(rows, modes[first.sage] ?? 'push');
}

function together(rows: readonly CorLogRow[], mode: StepMode): NextStep {
  const other = rows.find((row) => modes[row.sage] !== mode);
  const [first] = rows;
  if (other !== undefined && first !== undefined) {
    const reason = `COR ${first.number} and COR ${other.number} need different steps: ${stepWords[mode]} and ${stepWords[modes[other.sage] ?? 'push']}. Select only one kind.`;
    return { mode, reason };
  }
  const numbers = [...new Set(rows.map((row) => row.changeOrder))];
  if (mode !== 'push' && numbers.length > 1) {
    const reason = `The selected CORs are in ${numbers.length} change orders (${some(numbers)}). Do one change order at a time.`;
    return { mode, reason };
  }
  return { mode, reason: null };
}

function whyBlocked(row: CorLogRow): string {
  const cor = `COR ${row.number}`;
  const order = row.changeOrder === null ? 'its change order' : `change order ${row.changeOrder}`;
  switch (row.sage) {
    case 'inSync':
      return `${cor} is in Sage already, in ${order}, and in step.`;
    case 'waiting':
      return `${cor} is on its way into Sage already: see Queue.`;
    case 'awaitingEntry':
      return `${cor} is approved and waits to be typed into Sage: see Queue.`;
    case 'failed':
      return `${cor} could not be written. Open it in Queue and choose Fix or Retry now.`;
    case 'changedInSage':
      return `${cor} changed in Sage. Open it and accept Sage’s values, or push the COR’s values again from there.`;
    case 'conflict':
      return `${cor} changed on both sides. Open it and decide field by field.`;
    case 'locked':
      return `${cor} cannot be pushed while ${order} is locked in Sage. Unlock it in Sage 6-4-1 first.`;
    case 'orphaned':
      return `${capital(order)} of ${cor} is no longer in Sage. Open the COR and unlink it first.`;
    case 'external':
      return `${cor} was pushed by Clearstory’s own integration. Adding it here would enter it twice.`;
    default:
      return `${cor} cannot be added now. Open it to see why.`;
  }
}

function some(names: readonly (string | null)[]): string {
  const said = names.slice(0, 3).map((name) => name ?? 'none');
  return names.length > said.length ? `${said.join(', ')} …` : said.join(', ');
}
