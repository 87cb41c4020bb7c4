import { join } from 'node:path';
import { safeStorage, session, utilityProcess } from 'electron';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { App } from '../hosts/appFolder.ts';
import type { Companies } from '../hosts/companies/companies.ts';
import { createDoor, type Door } from '../hosts/companies/door.ts';
import { readConfigFile } from '../hosts/configFile.ts';
import type { Home } from '../hosts/homeFolder.ts';
import { governedConfig } from '../hosts/policy/governed.ts';
import { machinePolicy } from '../hosts/policy/policySource.ts';
import { openPolicy, type PolicyWatch } from '../hosts/policy/watchPolicy.ts';
import { workerEnvironment } from '../hosts/workerHost.ts';
import { createNetworkStack } from './networkStack.ts';
import { openDesktopSecrets } from './secrets.ts';
import { utilityWorker } from './utilityWorker.ts';

export type OpenedDesktop = { readonly companies: Companies; readonly door: Door; readonly policy: PolicyWatch };

/**
 * Puts the engines together under Electron, with or without windows; no timer runs yet. Fails in words. `file`: the configuration file, if
 * there is one.
 */
export async function openDesktop(
  home: Home,
  file: string | null,
  { version, workerFile }: App,
  unattended: boolean,
): Promise<Result<OpenedDesktop>> {
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
    unattended,
  });
  if (!opened.ok) return opened;
  return succeed({
    companies: opened.value,
    door: createDoor({ companies: opened.value, secrets: secrets.value, home }),
    policy,
  });
}
