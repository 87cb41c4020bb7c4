import { join, resolve } from 'node:path';
import type { Result } from '#shared/domain/failure.ts';
import { type Composed, compose } from '../hosts/composition.ts';
import type { Home } from '../hosts/homeFolder.ts';
import { nodeWorker } from '../hosts/nodeWorker.ts';
import { openSecretsFile } from '../hosts/secretsFile.ts';
import { workerEnvironment } from '../hosts/workerHost.ts';
import type { LaunchWorker } from '../sage/worker/process.ts';
import type { Call } from './verb.ts';

/** Puts Plumbline together in this process, on this home folder. Fails in words, among others when it runs there already. */
export async function openPlumbline(call: Call, home: Home): Promise<Result<Composed>> {
  const { config, environment, app } = call;
  const file = config.secretsFile === undefined ? home.secretsFile : resolve(config.secretsFile);
  const secrets = openSecretsFile(file, environment);
  if (!secrets.ok) return secrets;
  return compose({
    kind: 'browser',
    version: app.version,
    home,
    config,
    environment,
    secrets: secrets.value,
    secretsPlace: file,
    launchWorker: workerOf(call),
  });
}

/** Starts the process that loads the ODBC driver. */
export function workerOf({ app, config, environment }: Call): LaunchWorker {
  return nodeWorker(app.workerFile, workerEnvironment(environment, config));
}

/** Where the build puts the screens. */
export function rendererFolder({ app }: Call): string {
  return join(app.folder, 'dist', 'renderer');
}
