import type { Event } from '#shared/domain/alarms/memory.ts';
import type { Logger } from '../../engine/ports/runtime.ts';
import { runProgram } from '../machine/runProgram.ts';
import type { Environment } from '../secretNames.ts';
import { eventCommand } from './eventLog.ts';

const patienceMs = 20_000;

/**
 * Where events go besides Plumbline's own log: on Windows into the event log, elsewhere nowhere: under systemd what a program prints is the
 * journal's, and the log file is there in any case.
 */
export function systemLog(
  platform: NodeJS.Platform,
  environment: Environment,
  logger: Pick<Logger, 'warn'>,
): ((event: Event) => void) | null {
  if (platform !== 'win32') return null;
  return async (event) => {
    const { program, words } = eventCommand(environment, event);
    const { code } = await runProgram(program, words, patienceMs);
    if (code !== 0) logger.warn('alarms.noEventLog', { code: String(code ?? 'unknown') });
  };
}
