import { accessSync, constants } from 'node:fs';
import type { LogLevel } from '#shared/domain/logLevel.ts';
import type { Check } from '../../engine/diagnostics/check.ts';

/** Whether what happens can be written down, and how much of it is. */
export function logCheck(folder: string, level: LogLevel): Check {
  const id = 'logs';
  const title = 'The log can be written';
  try {
    accessSync(folder, constants.W_OK);
    return { id, title, result: 'ok', sentence: `It is in ${folder}, at level ${level}.`, remedy: '' };
  } catch {
    const sentence = `${folder} cannot be written, so that nobody can see later what happened.`;
    return {
      id,
      title,
      result: 'fail',
      sentence,
      remedy: 'Give the user who runs Plumbline the right to write there.',
    };
  }
}
