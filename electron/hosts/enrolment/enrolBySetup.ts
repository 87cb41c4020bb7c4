import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { proposeCompanyId } from '#shared/domain/company.ts';
import { readCompaniesFile } from '../companies/companiesFile.ts';
import { companyEntrySchema } from '../config.ts';
import { personHere } from '../person.ts';
import type { RegistryReading } from '../policy/readRegistry.ts';
import { applyEnrolment, type EnrolmentPlace } from './applyEnrolment.ts';
import type { EnrolmentOutcome } from './enrolAtStart.ts';

/**
 * Connects the company that the installation was given, at the first start on which nothing is configured. Null: something is, or the
 * installation was given none.
 */
export async function enrolBySetup(
  place: Omit<EnrolmentPlace, 'person'>,
  read: () => Promise<RegistryReading>,
): Promise<EnrolmentOutcome | null> {
  const { home, config } = place;
  const kept = readCompaniesFile(home.companiesFile);
  const named = config.company ?? config.companies ?? config.sage ?? config.clearstory;
  if (!kept.ok || kept.value.companies !== null || named !== undefined) return null;
  const reading = await read();
  const values = new Map(reading.kind === 'read' ? reading.entries.map(({ path, value }) => [path, value]) : []);
  const [server, database] = [textOf(values.get('Server')), textOf(values.get('Database'))];
  if (server === null || database === null) return null;
  const hash = createHash('sha256')
    .update(JSON.stringify([server, database]))
    .digest('hex');
  // Somebody has removed it since.
  if (kept.value.enrolments.some((one) => one.hash === hash)) return null;
  const company = companyEntrySchema.safeParse({
    id: proposeCompanyId(database, (id) => existsSync(home.storeFile(id))),
    name: database.slice(0, 100),
    sage: { kind: 'odbc', dialect: 'mssql', connection: { server, database } },
  });
  if (!company.success)
    return refused(`SERVER ${server} and DATABASE ${database} are not a server and a database of SQL Server.`);
  const enrolment = { hash, expires: '', preparedBy: 'the installation', companies: [company.data] };
  const applied = applyEnrolment(enrolment, { ...place, person: personHere() }, false);
  if (!applied.ok)
    return { ...refused(applied.failure.sentence), remedy: applied.failure.remedy ?? '', failure: applied.failure };
  const sentence = `The installation named ${database} on ${server}, which is connected now.`;
  return { result: 'done', sentence, remedy: '', failure: null };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function refused(why: string): EnrolmentOutcome {
  const sentence = `What the installation was given could not be used: ${why}`;
  return { result: 'refused', sentence, remedy: 'Add the company under Settings, Companies.', failure: null };
}
