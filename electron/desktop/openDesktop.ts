import { join } from 'node:path';
import { safeStorage, session, utilityProcess } from 'electron';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { App } from '../hosts/appFolder.ts';
import { createSystemClock } from '../hosts/clock.ts';
import type { Companies } from '../hosts/companies/companies.ts';
import { createDoor, type Door } from '../hosts/companies/door.ts';
import type { Config } from '../hosts/config.ts';
import { readConfigFile } from '../hosts/configFile.ts';
import { enrolAtStart, machineSetup } from '../hosts/enrolment/enrolAtStart.ts';
import type { Home } from '../hosts/homeFolder.ts';
import { governedConfig } from '../hosts/policy/governed.ts';
import { machinePolicy } from '../hosts/policy/policySource.ts';
import { openPolicy, type PolicyWatch } from '../hosts/policy/watchPolicy.ts';
import { workerEnvironment } from '../hosts/workerHost.ts';
import type { DesktopOptions } from './commandLine.ts';
import { createNetworkStack } from './networkStack.ts';
import { openDesktopSecrets } from './secrets.ts';
import { utilityWorker } from './utilityWorker.ts';

export type OpenedDesktop = {
  readonly companies: Companies;
  readonly door: Door;
  readonly policy: PolicyWatch;
  readonly file: Config;
};

/**
 * Puts the engines together under Electron, with or without windows; no timer runs yet. What stands ready for the first start is used
 * before. Fails in words.
 */
export async function openDesktop(
  home: Home,
  options: Pick<DesktopOptions, 'config' | 'enrol'>,
  { version, workerFile }: App,
  unattended: boolean,
): Promise<Result<OpenedDesktop>> {
  const { env, platform } = process;
  const read = options.config === null ? succeed({}) : readConfigFile(options.config);
  if (!read.ok) return read;
  const policy = await openPolicy(machinePolicy(platform, env));
  const { config } = governedConfig(read.value, policy.current());
  const secrets = openDesktopSecrets(safeStorage, join(home.folder, 'secrets.bin'), env);
  if (!secrets.ok) return secrets;
  const enrolment = await enrolAtStart(
    { home, config, secrets: secrets.value, now: createSystemClock().now(), file: options.enrol },
    machineSetup(platform, env),
  );
  const { openCompanies } = await import('../hosts/companies/companies.ts');
  const opened = await openCompanies({
    kind: 'desktop',
    version,
    home,
    config: read.value,
    policy,
    enrolment,
    environment: env,
    secrets: secrets.value,
    secretsPlace: 'the system’s keystore',
    launchWorker: utilityWorker(utilityProcess, workerFile, workerEnvironment(env, config)),
    networkStack: createNetworkStack(session),
    only: null,
    unattended,
  });
  if (!opened.ok) return opened;
  return succeed({
    companies: opened.value,
    door: createDoor({ companies: opened.value, secrets: secrets.value, home }),
    policy,
    file: read.value,
  });
}
