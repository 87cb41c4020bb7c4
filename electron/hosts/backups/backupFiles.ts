import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { type Backup, backupSchema } from '#shared/contract/backups.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { replacePrivateFile } from '../wholeFile.ts';

/** The files of one company's backups: `<company>.<instant>.backup`, beside each what it holds, as JSON. */

export function backupName(company: CompanyId, at: string): string {
  // Colons are not allowed in Windows file names.
  return `${company}.${at.replaceAll(':', '-')}.backup`;
}

export const partialEnd = '.partial';
const factsOf = (file: string) => `${file}.json`;

/** What it holds, and the list of companies as it was then. No secrets are in either. Null, or the system's code of the error. */
export function writeFacts(folder: string, backup: Backup, companiesFile: string): string | null {
  const companies = existsSync(companiesFile) ? readFileSync(companiesFile, 'utf8') : '';
  return replacePrivateFile(
    factsOf(join(folder, backup.name)),
    `${JSON.stringify({ ...backup, companies }, null, 2)}\n`,
  );
}

/** What lies in a folder of a company's backups, newest first. */
export function backupsIn(
  folder: string,
  company: CompanyId,
): {
  /** With what their facts say. */
  readonly backups: readonly Backup[];
  /** Those that lie there without facts, because somebody copied the file alone, or spoiled what is beside it. */
  readonly undescribed: readonly string[];
} {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith(`${company}.`) && name.endsWith('.backup'))
    : [];
  const read = names.map((name) => ({ name, facts: factsAt(join(folder, name)) }));
  return {
    backups: read.flatMap(({ facts }) => facts ?? []).sort((a, b) => (a.at < b.at ? 1 : -1)),
    undescribed: read
      .filter(({ name, facts }) => facts === null && fileFacts(join(folder, name)).isFile)
      .map(({ name }) => name)
      .sort()
      .reverse(),
  };
}

/** When a backup was made, as its name says; null: it does not. */
export function instantInName(name: string): string | null {
  const [, day, hour, minute, rest] = /\.(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.backup$/.exec(name) ?? [];
  return day === undefined ? null : `${day}T${hour}:${minute}:${rest}`;
}

/** Others may write to the folder. The facts are what they say, but the file is the one beside them: names decide what is deleted. */
function factsAt(file: string): Backup | null {
  try {
    const facts = backupSchema.parse(JSON.parse(readFileSync(factsOf(file), 'utf8')));
    const { isFile, size } = fileFacts(file);
    return isFile && facts.name === basename(file) ? { ...facts, bytes: size } : null;
  } catch {
    return null;
  }
}

/** Of itself, not of what a link leads to. */
function fileFacts(file: string) {
  const facts = lstatSync(file);
  return { isFile: facts.isFile(), size: facts.size };
}

/**
 * Takes away the oldest beyond so many that this computer has made. Those of before a restore count by themselves: none pushes out the
 * day's, or the one restored.
 */
export function prune(folder: string, company: CompanyId, keep: number): void {
  const all = backupsIn(folder, company).backups.filter(({ computer }) => computer === '' || computer === hostname());
  const beforeRestores = all.filter(({ reason }) => reason === 'beforeRestore');
  const others = all.filter(({ reason }) => reason !== 'beforeRestore');
  for (const { name } of [...beforeRestores.slice(keep), ...others.slice(keep)]) {
    for (const file of [join(folder, name), factsOf(join(folder, name))]) rmSync(file, { force: true });
  }
}

/** Takes away what a backup that was cut off has left: halves, what SQLite kept beside them, and facts of no file. Never a whole copy. */
export function sweep(folder: string, company: CompanyId): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder).filter((name) => name.startsWith(`${company}.`));
  const isHalf = (name: string) =>
    name.includes(`.backup${partialEnd}`) ||
    (/\.backup\.json(\.new)?$/.test(name) && !existsSync(join(folder, name.replace(/\.json.*$/, ''))));
  for (const name of names.filter(isHalf)) rmSync(join(folder, name), { force: true });
}
