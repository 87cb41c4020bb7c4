import { accessSync, constants } from 'node:fs';
import { clockSkew } from '#shared/domain/clockSkew.ts';
import { compareInstants } from '#shared/domain/dates.ts';
import type { Result } from '#shared/domain/failure.ts';
import type { LogLevel } from '#shared/domain/logLevel.ts';
import type { Check } from '../engine/diagnostics/check.ts';
import { homePlaceCheck } from './checks/homePlace.ts';
import { logCheck } from './checks/logFolder.ts';
import { odbcTraceCheck } from './checks/odbcTrace.ts';
import type { EnrolmentOutcome } from './enrolment/enrolAtStart.ts';
import { type PolicyStanding, policyCheck } from './policy/standing.ts';
import type { Environment } from './secretNames.ts';

export type MachineFacts = {
  readonly version: string;
  readonly homeFolder: string;
  /** Bytes that whoever runs Plumbline may still write into the folder; throws where nobody can tell. */
  readonly freeBytes: (folder: string) => number;
  /** Whether the configured company is behind ODBC. */
  readonly usesOdbc: boolean;
  /** Asks the Sage worker; fails when that cannot be asked. */
  readonly odbcInstalled: () => Promise<Result<boolean>>;
  readonly secretsPlace: string;
  readonly keyStored: () => boolean;
  /** The environment variables that may set Clearstory's key. */
  readonly keyVariables: readonly string[];
  readonly timeZone: () => string;
  readonly now: () => string;
  /** When runs ended that, by the clock as it is now, are still to come. */
  readonly laterRuns: () => readonly string[];
  readonly policy: PolicyStanding;
  readonly logFolder: string;
  readonly logLevel: () => LogLevel;
  readonly environment: Environment;
  /** Null: secrets can be kept; else why not, in one sentence. */
  readonly secretsRefused: () => string | null;
  /** What became of an enrolment file at this start; null: there was none. */
  readonly enrolment: EnrolmentOutcome | null;
};

/** A store of a busy year stays far below; SQLite stops writing when the disk is full. */
const littleSpaceBytes = 1024 ** 3;
const tooLittleSpaceBytes = 100 * 1024 ** 2;

/** The self-checks of the machine that Plumbline runs on: program, disk, driver, secrets, clock. */
export async function machineChecks(facts: MachineFacts): Promise<readonly Check[]> {
  const odbc = await odbcCheck(facts);
  const { policy, logFolder, logLevel, homeFolder, environment } = facts;
  return [
    programCheck(facts),
    diskCheck(facts),
    odbc,
    secretsCheck(facts),
    clockCheck(facts),
    policyCheck(policy),
    logCheck(logFolder, logLevel()),
    homePlaceCheck(homeFolder, environment),
    await odbcTraceCheck(environment),
    keptSecretsCheck(facts),
    ...enrolmentCheck(facts),
  ];
}

function programCheck({ version }: MachineFacts): Check {
  const { platform, arch, versions } = process;
  const runtime = versions.electron === undefined ? `Node ${versions.node}` : `Electron ${versions.electron}`;
  const sentence = `Plumbline ${version} on ${runtime}, ${platform} ${arch}.`;
  return { id: 'program', title: 'Plumbline runs', result: 'ok', sentence, remedy: '' };
}

function diskCheck({ homeFolder, freeBytes }: MachineFacts): Check {
  const id = 'homeFolder';
  const title = 'The home folder can be written';
  try {
    accessSync(homeFolder, constants.W_OK);
    const free = freeBytes(homeFolder);
    const sentence = `${homeFolder} has ${(free / 1024 ** 3).toFixed(1)} GB left.`;
    const result = free < tooLittleSpaceBytes ? 'fail' : free < littleSpaceBytes ? 'warn' : 'ok';
    return { id, title, result, sentence, remedy: result === 'ok' ? '' : 'Make room on that disk.' };
  } catch {
    const remedy = 'Give the user who runs Plumbline the right to write there, or choose another folder with --home.';
    return { id, title, result: 'fail', sentence: `${homeFolder} cannot be written.`, remedy };
  }
}

async function odbcCheck({ usesOdbc, odbcInstalled }: MachineFacts): Promise<Check> {
  const id = 'odbc';
  const title = 'ODBC is installed';
  const installed = await odbcInstalled();
  const result = usesOdbc ? 'fail' : 'warn';
  if (!installed.ok)
    return { id, title, result, sentence: installed.failure.sentence, remedy: installed.failure.remedy ?? '' };
  if (installed.value)
    return { id, title, result: 'ok', sentence: 'The ODBC part of Plumbline can be loaded.', remedy: '' };
  const sentence = `The ODBC part of Plumbline cannot be loaded.${usesOdbc ? '' : ' The sample company does not need it.'}`;
  const remedy =
    process.platform === 'win32'
      ? 'Install Plumbline again, and Microsoft’s ODBC Driver 18 for SQL Server.'
      : 'Install unixODBC with its headers (Debian: apt-get install unixodbc unixodbc-dev), then run npm ci again.';
  return { id, title, result, sentence, remedy };
}

function secretsCheck({ secretsPlace, keyStored, keyVariables }: MachineFacts): Check {
  const id = 'key';
  const title = 'A Clearstory key is stored';
  if (keyStored()) return { id, title, result: 'ok', sentence: `It is in ${secretsPlace}.`, remedy: '' };
  const remedy = `Enter it under Settings, Clearstory, or set ${keyVariables.join(' and ')}.`;
  return { id, title, result: 'fail', sentence: `There is none in ${secretsPlace}.`, remedy };
}

function keptSecretsCheck({ secretsPlace, secretsRefused }: MachineFacts): Check {
  const id = 'secrets';
  const title = 'Secrets can be kept';
  const refused = secretsRefused();
  if (refused === null) return { id, title, result: 'ok', sentence: `They are kept in ${secretsPlace}.`, remedy: '' };
  const remedy = 'Until then secrets come from environment variables only.';
  return { id, title, result: 'warn', sentence: refused, remedy };
}

/** Without another clock to compare with, one thing can be known: time does not go back. */
function clockCheck({ now, timeZone, laterRuns }: MachineFacts): Check {
  const named = { id: 'clock', title: 'The clock of this computer' } as const;
  const at = now();
  const here = `In the office (${timeZone()}) it is ${officeWords(at, timeZone())}`;
  const latest = [...laterRuns()].sort(compareInstants).at(-1) ?? at;
  const { result, words, harm } = clockSkew(latest, at);
  if (result === 'ok') return { ...named, result, sentence: `${here}.`, remedy: '' };
  const sentence =
    `${here}, but a run has ended at ${officeWords(latest, timeZone())}, ${words} that: the clock was set back. ${harm}`.trimEnd();
  const remedy =
    'Set the clock right: let this computer take its time from the network. If it is right now and was wrong then, wait for two nights: their full readings find what was missed.';
  return { ...named, result, sentence, remedy };
}

function officeWords(instant: string, timeZone: string): string {
  return new Date(instant).toLocaleString('en-US', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
}

/** Only where a file was found at this start. */
function enrolmentCheck({ enrolment }: MachineFacts): readonly Check[] {
  if (enrolment === null) return [];
  const { result, sentence, remedy } = enrolment;
  return [
    { id: 'enrolment', title: 'The enrolment file', result: result === 'done' ? 'ok' : 'fail', sentence, remedy },
  ];
}
