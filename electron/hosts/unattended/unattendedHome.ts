import { join } from 'node:path';
import type { Environment } from '../secretNames.ts';

/** Where the unattended Plumbline keeps its data: of the computer, not of a user. */
export function unattendedHome(platform: NodeJS.Platform, environment: Environment): string {
  if (platform === 'win32') return join(environment.ProgramData ?? 'C:\\ProgramData', 'Plumbline');
  return platform === 'darwin' ? '/Library/Application Support/Plumbline' : '/var/lib/plumbline';
}
