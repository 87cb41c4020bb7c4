import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import type { Failure } from '#shared/domain/failure.ts';
import { readCompaniesFile } from '../companies/companiesFile.ts';
import { personHere } from '../person.ts';
import { type RegistryReading, readRegistry, setupRegistryKey } from '../policy/readRegistry.ts';
import type { Environment } from '../secretNames.ts';
import { applyEnrolment, type EnrolmentPlace } from './applyEnrolment.ts';
import { destroyFile } from './destroyFile.ts';
import { enrolBySetup } from './enrolBySetup.ts';
import { enrolmentFileName, readEnrolment } from './enrolmentFile.ts';

/** What became of an enrolment file: told on the screens, in the self-checks and in the log. */
export type EnrolmentOutcome = {
  readonly result: 'done' | 'doneButKept' | 'refused';
  readonly sentence: string;
  readonly remedy: string;
  readonly failure: Failure | null;
};

export type EnrolmentWay = Omit<EnrolmentPlace, 'person'> & {
  /** The file that was named; null: the one in the data folder, if it is there. */
  readonly file: string | null;
  readonly replace: boolean;
};

/** Uses an enrolment file once. Null: there is none. */
export function enrol(way: EnrolmentWay): EnrolmentOutcome | null {
  const file = way.file === null ? join(way.home.folder, enrolmentFileName) : resolve(way.file);
  if (way.file === null && !existsSync(file)) return null;
  const read = readEnrolment(file, { computer: hostname(), now: way.now });
  if (!read.ok) return refused(read.failure);
  const enrolment = read.value;
  const kept = readCompaniesFile(way.home.companiesFile);
  if (!kept.ok) return refused(kept.failure);
  const before = kept.value.enrolments.find(({ hash }) => hash === enrolment.hash);
  if (before !== undefined)
    return afterwards(file, `The enrolment file was used before, at ${before.at}, and is not used again.`);
  const applied = applyEnrolment(enrolment, { ...way, person: personHere() }, way.replace);
  if (!applied.ok) return refused(applied.failure);
  const names = enrolment.companies.map(({ name }) => name).join(', ');
  return afterwards(file, `The enrolment of ${enrolment.preparedBy} connected ${names}.`);
}

/** The file has done what it is for: its secrets are in the keystore, and nowhere else from now on. */
function afterwards(file: string, sentence: string): EnrolmentOutcome {
  const failed = destroyFile(file);
  if (failed === null)
    return { result: 'done', sentence: `${sentence} The file was overwritten and deleted.`, remedy: '', failure: null };
  return {
    result: 'doneButKept',
    sentence: `${sentence} The file ${file} could NOT be deleted (${failed}), so that its secrets may still be there.`,
    remedy: 'Delete it now. It is not used again.',
    failure: null,
  };
}

function refused(failure: Failure): EnrolmentOutcome {
  return { result: 'refused', sentence: failure.sentence, remedy: failure.remedy ?? '', failure };
}

/** What stands ready for a first start: an enrolment file, else what the installation was given. `readSetup`: null outside Windows. */
export async function enrolAtStart(
  way: Omit<EnrolmentWay, 'replace'>,
  readSetup: (() => Promise<RegistryReading>) | null,
): Promise<EnrolmentOutcome | null> {
  const byFile = enrol({ ...way, replace: false });
  return byFile ?? (readSetup === null ? null : enrolBySetup(way, readSetup));
}

/** The installation's own values on this computer. */
export function machineSetup(
  platform: NodeJS.Platform,
  environment: Environment,
): (() => Promise<RegistryReading>) | null {
  return platform === 'win32' ? () => readRegistry(setupRegistryKey, environment) : null;
}
