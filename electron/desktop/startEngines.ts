import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Clock } from '../engine/ports/runtime.ts';
import type { App } from '../hosts/appFolder.ts';
import { createSystemClock } from '../hosts/clock.ts';
import type { Door } from '../hosts/companies/door.ts';
import { defaultHome, type Home } from '../hosts/homeFolder.ts';
import { listenAtHome } from '../hosts/homeSocket.ts';
import type { Who } from '../hosts/machine/who.ts';
import { type GovernedConfig, governedConfig } from '../hosts/policy/governed.ts';
import { machinePolicy } from '../hosts/policy/policySource.ts';
import { openPolicy, type PolicyWatch } from '../hosts/policy/watchPolicy.ts';
import { watchUnattended } from '../hosts/unattended/watchUnattended.ts';
import type { DesktopOptions } from './commandLine.ts';
import { openDesktop } from './openDesktop.ts';

export type Started = {
  readonly door: Door;
  /** What the organisation sets: to be read again when the computer has woken up. */
  readonly policy: PolicyWatch;
  /** What the organisation and the configuration file set for the installation, as it is now. */
  readonly governed: () => GovernedConfig;
  /** The engines run elsewhere, in the computer's unattended Plumbline; it goes on when this window is closed. */
  readonly watches: boolean;
  /** Who runs that, as long as it answers. */
  readonly watched: () => Who | null;
  readonly clock: Clock;
  /** Lets the timers rest for so many milliseconds. */
  readonly rest: (ms: number) => void;
  /** Lets a write that has begun end, then closes everything. */
  readonly stop: () => Promise<void>;
};

const hasWindow: Failure = {
  next: 'needsPerson',
  code: 'desktop.window',
  sentence: 'Plumbline runs on this home folder in its own window, not in a browser.',
  remedy: 'Use that window, or quit it first: closing it is not enough, its icon stays beside the clock.',
};

/**
 * Watches the computer's unattended Plumbline where there is one and nobody named a data folder or a configuration file of his own; else
 * puts the engines together and starts their timers. Loaded only now: the store's native module must not stand between the start of the
 * program and the first picture. Fails in words.
 */
export async function startEngines(
  home: Home,
  options: Pick<DesktopOptions, 'config' | 'enrol'>,
  app: App,
): Promise<Result<Started>> {
  const { env, platform } = process;
  const isUsersOwn =
    options.config === null && options.enrol === null && home.folder === resolve(defaultHome(platform, env, homedir()));
  const clock = createSystemClock();
  const watched = isUsersOwn ? await watchUnattended({ environment: env, clock }) : null;
  if (watched !== null) {
    const policy = await openPolicy(machinePolicy(platform, env));
    policy.start(clock);
    return succeed({
      door: watched,
      policy,
      governed: () => governedConfig({}, policy.current()),
      watches: true,
      watched: watched.who,
      clock,
      rest: () => undefined,
      stop: async () => {
        policy.stop();
        watched.close();
      },
    });
  }
  const opened = await openDesktop(home, options, app, false);
  if (!opened.ok) return opened;
  const { companies, door, policy, file } = opened.value;
  const socket = await listenAtHome(home.folder, async (question) =>
    question.ask === 'engine' ? door.request(question.company, question.channel, question.payload) : fail(hasWindow),
  );
  companies.start();
  return succeed({
    door,
    policy,
    governed: () => governedConfig(file, policy.current()),
    watches: false,
    watched: () => null,
    clock: companies.clock,
    rest: companies.rest,
    stop: async () => {
      await socket?.close();
      await companies.stop();
    },
  });
}
