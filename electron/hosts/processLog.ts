import type { Logger } from '../engine/ports/runtime.ts';

type Watched = Pick<NodeJS.Process, 'on' | 'off'>;

/**
 * Writes what nobody caught into the log, from now until the answer is called. The process does what it would have done anyway. A
 * promise that nobody waited for ends a Node process as an error that was not caught; in Electron's main process it ends nothing, so that
 * it has to be heard separately there (`electron`).
 */
export function logUncaught(watched: Watched, logger: Pick<Logger, 'error'>, electron: boolean): () => void {
  const uncaught = (error: unknown, origin: string) =>
    logger.error('process.uncaught', { origin, error: wordsOf(error) });
  const unhandled = (reason: unknown) => logger.error('process.unhandled', { error: wordsOf(reason) });
  watched.on('uncaughtExceptionMonitor', uncaught);
  if (electron) watched.on('unhandledRejection', unhandled);
  return () => {
    watched.off('uncaughtExceptionMonitor', uncaught);
    watched.off('unhandledRejection', unhandled);
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
