import { join } from 'node:path';
import { safeStorage, session, utilityProcess } from 'electron';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { App } from '../hosts/appFolder.ts';
import { createDoor, type Door } from '../hosts/companies/door.ts';
import { readConfigFile } from '../hosts/configFile.ts';
import type { Home } from '../hosts/homeFolder.ts';
import { listenAtHome } from '../hosts/homeSocket.ts';
import { governedConfig } from '../hosts/policy/governed.ts';
import { machinePolicy } from '../hosts/policy/policySource.ts';
import { openPolicy, type PolicyWatch } from '../hosts/policy/watchPolicy.ts';
import { workerEnvironment } from '../hosts/workerHost.ts';
import { createNetworkStack } from './networkStack.ts';
import { openDesktopSecrets } from './secrets.ts';
import { utilityWorker } from './utilityWorker.ts';

export type Started = {
  readonly door: Door;
  /** What the organisation sets: to be read again when the computer has woken up. */
  readonly policy: PolicyWatch;
  readonly stop: () => Promise<void>;
};

const hasWindow: Failure = {
  next: 'needsPerson',
  code: 'desktop.window',
  sentence: 'Plumbline runs on this home folder in its own window, not in a browser.',
  remedy: 'Use that window, or close it first.',
};

/**
 * Puts the engines together and starts their timers. Loaded only now: the store's native module must not stand between the start of the
 * program and the first picture. Fails in words. `file`: the configuration file, if there is one.
 */
export async function startEngines(
  home: Home,
  file: string | null,
  { version, workerFile }: App,
): Promise<Result<Started>> {
  const { env, platform } = process;
  const read = file === null ? succeed({}) : readConfigFile(file);
  if (!read.ok) return read;
  const policy = await openPolicy(machinePolicy(platform, env));
  const { config } = governedConfig(read.value, policy.current());
  const secrets = openDesktopSecrets(safeStorage, join(home.folder, 'secrets.bin'), env);
  if (!secrets.ok) return secrets;
  const { openCompanies } = await import('../hosts/companies/companies.ts');
  const opened = await openCompanies({
    kind: 'desktop',
    version,
    home,
    config,
    policy,
    environment: env,
    secrets: secrets.value,
    secretsPlace: 'the system’s keystore',
    launchWorker: utilityWorker(utilityProcess, workerFile, workerEnvironment(env, config)),
    networkStack: createNetworkStack(session),
    only: null,
  });
  if (!opened.ok) return opened;
  const companies = opened.value;
  const door = createDoor({ companies, secrets: secrets.value, home: home });
  const socket = await listenAtHome(home.folder, async (question) =>
    question.ask === 'engine' ? door.request(question.company, question.channel, question.payload) : fail(hasWindow),
  );
  companies.start();
  return succeed({
    door,
    policy,
    stop: async () => {
      await socket?.close();
      await companies.stop();
    },
  });
}
