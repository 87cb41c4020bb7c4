import { join, resolve } from 'node:path';
import type { CompanyId } from '#shared/domain/company.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import { type Companies, openCompanies } from '../hosts/companies/companies.ts';
import { createDoor, type Door } from '../hosts/companies/door.ts';
import type { Home } from '../hosts/homeFolder.ts';
import { nodeWorker } from '../hosts/nodeWorker.ts';
import { openSecretsFile } from '../hosts/secretsFile.ts';
import { workerEnvironment } from '../hosts/workerHost.ts';
import type { LaunchWorker } from '../sage/worker/process.ts';
import type { Call } from './verb.ts';

export type Opened = { readonly companies: Companies; readonly door: Door };

/**
 * Puts Plumbline together in this process, on this home folder: all companies, or the one named. Fails in words, among others when it
 * runs there already.
 */
export async function openPlumbline(
  call: Call,
  home: Home,
  only: CompanyId | null,
  unattended = false,
): Promise<Result<Opened>> {
  const { config, environment, app, host } = call;
  const file = config.secretsFile === undefined ? home.secretsFile : resolve(config.secretsFile);
  const secrets = host?.openSecrets(home, environment) ?? openSecretsFile(file, environment);
  if (!secrets.ok) return secrets;
  const opened = await openCompanies({
    kind: host === null ? 'browser' : 'desktop',
    version: app.version,
    home,
    config,
    policy: call.policy,
    environment,
    secrets: secrets.value,
    secretsPlace: host?.secretsPlace ?? file,
    launchWorker: workerOf(call),
    only,
    unattended,
  });
  if (!opened.ok) return opened;
  const companies = opened.value;
  return succeed({ companies, door: createDoor({ companies, secrets: secrets.value, home }) });
}

/** Starts the process that loads the ODBC driver. */
export function workerOf({ app, config, environment, host }: Call): LaunchWorker {
  return (host?.worker ?? nodeWorker)(app.workerFile, workerEnvironment(environment, config));
}

/** Where the build puts the screens. */
export function rendererFolder({ app }: Call): string {
  return join(app.folder, 'dist', 'renderer');
}
