import { existsSync } from 'node:fs';
import { type Answer, runProgram, systemProgram } from '../machine/runProgram.ts';
import type { Environment } from '../secretNames.ts';

/** What the system's manager of services says of the unattended Plumbline. */
export type ServiceState = 'notInstalled' | 'running' | 'starting' | 'stopping' | 'stopped' | 'unknown';

export const serviceName = 'Plumbline';
/** What Windows' list of services says of it, whoever installed it: the installer (setup.wxs) or `unattended install`. */
export const serviceDescription = 'Keeps Sage 100 Contractor and the project cloud in step while nobody is logged on.';
export const unitName = 'plumbline.service';
export const unitFile = `/etc/systemd/system/${unitName}`;

export async function readServiceState(platform: NodeJS.Platform, environment: Environment): Promise<ServiceState> {
  if (platform === 'win32') {
    return windowsState(await runProgram(systemProgram(environment, 'sc.exe'), ['query', serviceName]));
  }
  if (!existsSync(unitFile)) return 'notInstalled';
  return systemdState(await runProgram('systemctl', ['show', unitName, '--property=ActiveState', '--value']));
}

/** `sc query` translates its labels, but neither the numbers nor the names of the states. 1060: there is no such service. */
export function windowsState({ code, output }: Answer): ServiceState {
  if (code === 1060 || /\b1060\b/.test(output)) return 'notInstalled';
  const state = /\b[1-7]\s+(STOPPED|START_PENDING|STOP_PENDING|RUNNING|CONTINUE_PENDING|PAUSE_PENDING|PAUSED)\b/.exec(
    output,
  );
  switch (state?.[1]) {
    case 'RUNNING':
      return 'running';
    case 'START_PENDING':
      return 'starting';
    case 'STOP_PENDING':
      return 'stopping';
    case 'STOPPED':
      return 'stopped';
    default:
      return 'unknown';
  }
}

export function systemdState({ code, output }: Answer): ServiceState {
  if (code !== 0) return 'unknown';
  const states = {
    active: 'running',
    activating: 'starting',
    deactivating: 'stopping',
    inactive: 'stopped',
    failed: 'stopped',
  } as const;
  return new Map<string, ServiceState>(Object.entries(states)).get(output) ?? 'unknown';
}
