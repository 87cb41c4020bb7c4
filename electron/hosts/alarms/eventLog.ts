import type { Event } from '#shared/domain/alarms/memory.ts';
import { systemProgram } from '../machine/runProgram.ts';
import type { Environment } from '../secretNames.ts';

/**
 * Entries in the Windows event log, by the program that Windows brings for it: no native module, and no window. The installer registers
 * the source `Plumbline`; without it eventcreate.exe makes it, which takes an administrator.
 */

/** Documented for monitoring; never given to anything else. */
export const eventIds = { needsYou: 100, noContact: 200, contactAgain: 201 } as const satisfies Record<
  Event['kind'],
  number
>;

const types = { needsYou: 'WARNING', noContact: 'ERROR', contactAgain: 'INFORMATION' } as const;

/** What eventcreate.exe takes at most, less what Windows itself puts around it. */
const longestDescription = 1000;

export type EventCommand = { readonly program: string; readonly words: readonly string[] };

/** The words reach the program as they are: no shell reads them. */
export function eventCommand(environment: Environment, { kind, companyName, sentence }: Event): EventCommand {
  const text = `${companyName}: ${sentence}`.replace(/[\p{Cc}"]+/gu, ' ').trim();
  return {
    program: systemProgram(environment, 'eventcreate.exe'),
    words: [
      '/L',
      'APPLICATION',
      '/T',
      types[kind],
      '/SO',
      'Plumbline',
      '/ID',
      String(eventIds[kind]),
      '/D',
      text.slice(0, longestDescription),
    ],
  };
}
