import { readFileSync } from 'node:fs';
import { type AlarmMemory, alarmMemorySchema, nothingNoticed } from '#shared/domain/alarms/memory.ts';
import { replacePrivateFile } from '../wholeFile.ts';

/** What was said already. Without it everything is said once more: better than to say nothing. */
export function readAlarmMemory(file: string): AlarmMemory {
  try {
    return alarmMemorySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return nothingNoticed;
  }
}

/** Null, or the system's code of the error. */
export function writeAlarmMemory(file: string, memory: AlarmMemory): string | null {
  return replacePrivateFile(file, JSON.stringify(memory));
}
