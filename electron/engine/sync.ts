import { diskFullFailure } from '#shared/domain/diskFull.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Run } from '#shared/domain/records.ts';
import type { Context } from './context.ts';
import type { Side, SyncReport } from './engineTypes.ts';
import { acceptByItself } from './procore/acceptByItself.ts';
import { drainActs } from './procore/acts.ts';
import { pullProcore } from './procore/pull/pullProcore.ts';
import { procoreReport } from './procore/pull/report.ts';
import { countWaiting } from './procore/waiting.ts';
import { pullClearstory } from './pull/clearstoryPull.ts';
import { pullSage } from './pull/sagePull.ts';
import { drain } from './push/drain.ts';
import { writeBack } from './push/writeBack.ts';
import { usedClouds } from './usedClouds.ts';

/** Runs one side and keeps the run for the freshness strip. Never throws: a bug becomes a failed run with its own words. */
export async function runSide(context: Context, side: Side): Promise<SyncReport> {
  const { store, clock, logger } = context;
  const startedAt = clock.now();
  const startedMs = clock.monotonicMs();
  let report: SyncReport;
  try {
    report = side === 'push' ? await push(context) : await pull(context, side);
  } catch (error) {
    logger.error('sync.bug', { side, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    report = failedReport(side, diskFullFailure(error) ?? bug(error));
  }
  // Nothing ran: that is neither good nor bad news of that side.
  if (report.outcome === 'skipped') return report;
  const run: Run = {
    side,
    startedAt,
    endedAt: clock.now(),
    outcome: report.outcome,
    sentence: report.sentence,
    rowsRead: report.rowsRead,
    changed: report.changed,
  };
  store.runs.add(run);
  logRun(context, report, Math.round(clock.monotonicMs() - startedMs));
  // Only what was read or written changes what waits; acts of people are written by the next push.
  if (report.changed > 0 || side === 'push') await countWaiting(context);
  context.notify(['status', ...(report.changed > 0 ? (['cors', 'projects'] as const) : [])]);
  return report;
}

/** One line for each run: what a support desk reads first. */
function logRun({ logger }: Context, { side, outcome, rowsRead, changed, failure }: SyncReport, ms: number): void {
  const facts = { side, outcome, ms, rows: rowsRead, changed, code: failure?.code ?? null };
  if (outcome === 'failed') logger.warn('sync.run', facts);
  else logger.info('sync.run', facts);
}

async function pull(context: Context, side: 'sage' | 'clearstory' | 'procore'): Promise<SyncReport> {
  if (side !== 'sage' && !usedClouds(context)[side]) {
    return {
      side,
      outcome: 'skipped',
      sentence: `No account of ${names[side]} is set up.`,
      rowsRead: 0,
      changed: 0,
      failure: null,
    };
  }
  if (side === 'procore') return procoreReport(context, await pullProcore(context));
  const { rowsRead, changed, failure } = await readers[side](context);
  if (failure !== null) return { ...failedReport(side, failure), rowsRead, changed };
  const what = changed === 0 ? 'nothing new' : `${changed} new or changed`;
  return { side, outcome: 'ok', sentence: `${names[side]} read: ${what}.`, rowsRead, changed, failure: null };
}

const readers = { sage: pullSage, clearstory: pullClearstory } as const;
const names = { sage: 'Sage', clearstory: 'Clearstory', procore: 'Procore' } as const;

async function push(context: Context): Promise<SyncReport> {
  await acceptByItself(context);
  const { applied, failed, failure } = await drain(context);
  await writeBack(context);
  const told = await drainActs(context);
  const sentence = [
    applied === 0 && failed === 0
      ? 'Nothing was waiting to be written.'
      : `${applied} written and verified${failed === 0 ? '' : `, ${failed} not`}.`,
    ...(told.done + told.failed === 0
      ? []
      : [`Procore was told of ${told.done}${told.failed === 0 ? '' : `, not of ${told.failed}`}.`]),
  ].join(' ');
  if (failure !== null && applied === 0 && (failed === 0 || failure.next === 'retry'))
    return failedReport('push', failure);
  return {
    side: 'push',
    outcome: failed + told.failed > 0 ? 'partial' : 'ok',
    sentence,
    rowsRead: 0,
    changed: applied + told.done,
    failure: null,
  };
}

/** In the way of a run, but no lost contact: somebody who is just saving in Sage, no room for what was read, a kind that cannot be. */
const withContact = new Set(['sage.locked', 'store.diskFull', 'sage.kindUnread']);

function failedReport(side: Side, failure: Failure): SyncReport {
  const outcome = withContact.has(failure.code) ? 'partial' : 'failed';
  return { side, outcome, sentence: failure.sentence, rowsRead: 0, changed: 0, failure };
}

function bug(error: unknown): Failure {
  return {
    next: 'bug',
    code: 'engine.bug',
    sentence: 'Something in Plumbline went wrong; nothing was lost. Send the diagnostics to support.',
    detail: error instanceof Error ? error.message : String(error),
  };
}
