import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CompanyId } from '#shared/domain/company.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Environment } from './secretNames.ts';
import { systemCode } from './wholeFile.ts';

/** Where Plumbline keeps everything that it remembers on this machine: `--home`, else the system's place for such data. */
export function defaultHome(platform: NodeJS.Platform, environment: Environment, userFolder: string): string {
  if (platform === 'win32') {
    return join(environment.LOCALAPPDATA ?? join(userFolder, 'AppData', 'Local'), 'Plumbline');
  }
  if (platform === 'darwin') return join(userFolder, 'Library', 'Application Support', 'Plumbline');
  const base = environment.XDG_DATA_HOME;
  return join(base === undefined || base === '' ? join(userFolder, '.local', 'share') : base, 'plumbline');
}

export type Home = {
  readonly folder: string;
  readonly logs: string;
  readonly secretsFile: string;
  readonly sampleCompany: string;
  /** What a practice cloud of one company keeps. */
  readonly sandboxState: (company: CompanyId, cloud: 'clearstory' | 'procore') => string;
  /** The companies that were entered on screen. */
  readonly companiesFile: string;
  /** How this installation reaches the internet, as it was set on screen. */
  readonly networkFile: string;
  /** What is set for the whole installation. */
  readonly installationFile: string;
  /** That the first run was finished or dismissed. */
  readonly firstRunFile: string;
  /** What alarms were sent of. */
  readonly alarmsFile: string;
  /** What pseudonyms in packages for support are made with. */
  readonly supportKeyFile: string;
  /** The store of one company. */
  readonly storeFile: (company: CompanyId) => string;
};

/** Makes the folder, readable only by its owner, and names what lies in it. */
export function openHome(path: string): Result<Home> {
  const folder = resolve(path);
  try {
    mkdirSync(join(folder, 'companies'), { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = systemCode(error) ?? 'unknown error';
    return fail({
      next: 'needsPerson',
      code: 'home.refused',
      sentence: `The home folder ${folder} cannot be made (${code}).`,
      remedy: 'Choose another one with --home, or give the user who runs Plumbline the right to write there.',
    });
  }
  return succeed({
    folder,
    logs: join(folder, 'logs'),
    secretsFile: join(folder, 'secrets.json'),
    sampleCompany: join(folder, 'sample-company.db'),
    sandboxState: (company, cloud) => join(folder, 'companies', `${company}-${cloud}.json`),
    companiesFile: join(folder, 'companies.json'),
    networkFile: join(folder, 'network.json'),
    installationFile: join(folder, 'installation.json'),
    firstRunFile: join(folder, 'first-run.json'),
    alarmsFile: join(folder, 'alarms.json'),
    supportKeyFile: join(folder, 'support.key'),
    storeFile: (company) => join(folder, 'companies', `${company}.db`),
  });
}
