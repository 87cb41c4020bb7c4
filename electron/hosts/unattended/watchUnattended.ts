import type { Failure } from '#shared/domain/failure.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import { askWho, socketPath } from '../homeSocket.ts';
import { userHere } from '../machine/who.ts';
import { gone } from '../operators/operatorLink.ts';
import { createRemoteDoor, type RemoteDoor } from '../operators/remoteDoor.ts';
import type { Environment } from '../secretNames.ts';
import { readServiceState, type ServiceState } from './service.ts';
import { unattendedHome } from './unattendedHome.ts';

export type WatchOptions = {
  readonly environment: Environment;
  readonly clock: Pick<Clock, 'after'>;
  /** The tests' own; the computer's when left out. */
  readonly home?: string;
  readonly serviceState?: () => Promise<ServiceState>;
};

/**
 * The door of this computer's unattended Plumbline; null where there is none, neither running nor installed. Where it is installed and
 * does not run, the door says so and opens by itself as soon as it does: starting engines of one's own meanwhile would work with what
 * this user's Plumbline remembers from before there was a service.
 */
export async function watchUnattended(options: WatchOptions): Promise<RemoteDoor | null> {
  const { environment, clock } = options;
  const home = options.home ?? unattendedHome(process.platform, environment);
  const serviceState = options.serviceState ?? (() => readServiceState(process.platform, environment));
  const installed = async () => !['notInstalled', 'unknown'].includes(await serviceState());
  if ((await askWho(home)) === null && !(await installed())) return null;
  return createRemoteDoor({
    home,
    path: socketPath(home),
    person: userHere(environment),
    clock,
    absent: async () => absentWords(await serviceState()),
  });
}

export function absentWords(state: ServiceState): Failure {
  switch (state) {
    case 'starting':
      return {
        ...gone,
        code: 'unattended.starting',
        sentence: 'The unattended Plumbline on this computer is just being started.',
      };
    case 'stopped':
    case 'stopping':
      return {
        next: 'needsPerson',
        code: 'unattended.stopped',
        sentence:
          'Plumbline is installed to run unattended on this computer, but it is stopped: nothing is read or written.',
        remedy: 'Have it started: plumbline unattended start, as an administrator. This window connects by itself.',
      };
    default:
      return gone;
  }
}
