import { join, resolve } from 'node:path';
import type { CompanyId } from '#shared/domain/company.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import { createSystemClock } from '../hosts/clock.ts';
import { type Companies, openCompanies } from '../hosts/companies/companies.ts';
import { createDoor, type Door } from '../hosts/companies/door.ts';
import type { EnrolmentPlace } from '../hosts/enrolment/applyEnrolment.ts';
import { type EnrolmentOutcome, enrolAtStart, machineSetup } from '../hosts/enrolment/enrolAtStart.ts';
import type { Home } from '../hosts/homeFolder.ts';
import { nodeWorker } from '../hosts/nodeWorker.ts';
import type { HostSecrets } from '../hosts/secretStore.ts';
import { openSecretsFile } from '../hosts/secretsFile.ts';
import { workerEnvironment } from '../hosts/workerHost.ts';
import type { LaunchWorker } from '../sage/worker/process.ts';
import type { Call } from './verb.ts';

/** How this start differs from that of a command. */
type Start = { readonly enrolment?: EnrolmentOutcome | null; readonly unattended?: boolean };

export type Opened = { readonly companies: Companies; readonly door: Door };

/**
 * Puts Plumbline together in this process, on this home folder: all companies, or the one named. Fails in words, among others when it
 * runs there already.
 */
export async function openPlumbline(
  call: Call,
  home: Home,
  only: CompanyId | null,
  { enrolment = null, unattended = false }: Start = {},
): Promise<Result<Opened>> {
  const { configFile, environment, app, host } = call;
  const secrets = openSecrets(call, home);
  if (!secrets.ok) return secrets;
  const opened = await openCompanies({
    kind: host === null ? 'browser' : 'desktop',
    version: app.version,
    home,
    config: configFile,
    policy: call.policy,
    enrolment,
    environment,
    secrets: secrets.value,
    secretsPlace: host?.secretsPlace ?? secretsFileOf(call, home),
    launchWorker: workerOf(call),
    only,
    unattended,
  });
  if (!opened.ok) return opened;
  const companies = opened.value;
  return succeed({ companies, door: createDoor({ companies, secrets: secrets.value, home }) });
}

/** What stands ready for the first start here: the enrolment file that is named or in the data folder, else what the installation was given. */
export async function enrolHere(call: Call, home: Home, file: string | null): Promise<Result<EnrolmentOutcome | null>> {
  const place = enrolmentPlace(call, home);
  if (!place.ok) return place;
  const setup = machineSetup(process.platform, call.environment);
  return succeed(await enrolAtStart({ ...place.value, file }, setup));
}

/** Where an enrolment goes on this home folder. Fails where no secret can be kept. */
export function enrolmentPlace(call: Call, home: Home): Result<Omit<EnrolmentPlace, 'person'>> {
  const secrets = openSecrets(call, home);
  if (!secrets.ok) return secrets;
  return succeed({ home, config: call.config, secrets: secrets.value, now: createSystemClock().now() });
}

function openSecrets(call: Call, home: Home): Result<HostSecrets> {
  const { environment, host } = call;
  return host?.openSecrets(home, environment) ?? openSecretsFile(secretsFileOf(call, home), environment);
}

function secretsFileOf({ config }: Call, home: Home): string {
  return config.secretsFile === undefined ? home.secretsFile : resolve(config.secretsFile);
}

/** Starts the process that loads the ODBC driver. */
export function workerOf({ app, config, environment, host }: Call): LaunchWorker {
  return (host?.worker ?? nodeWorker)(app.workerFile, workerEnvironment(environment, config));
}

/** Where the build puts the screens. */
export function rendererFolder({ app }: Call): string {
  return join(app.folder, 'dist', 'renderer');
}
