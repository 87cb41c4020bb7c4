import type { CompanyId } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { applicationId, askAside } from './database.ts';
import { migrations } from './migrations/all.ts';

/** What a copy of a store holds. */
export type CopyFacts = {
  readonly schema: number;
  /** Rows of the company in the tables that people know. */
  readonly counts: Readonly<Record<CountedTable, number>>;
};

const counted = ['transfers', 'links', 'mappings', 'history'] as const;
export type CountedTable = (typeof counted)[number];

/**
 * Looks through a copy that nobody has open: whole, of this program, of this company, not of a newer version, and without statements of
 * somebody else's that the database would carry out by itself.
 */
export async function inspectCopy(file: string, company: CompanyId): Promise<Result<CopyFacts>> {
  // The id is letters, digits and hyphens.
  const ofCompany = counted.map((table) => `SELECT count(*) AS n FROM ${table} WHERE company = '${company}'`);
  const others = `SELECT count(*) AS n FROM notes WHERE company <> '${company}'`;
  try {
    const [check, owner, version, acting, other, ...counts] = await askAside(file, [
      'PRAGMA integrity_check(1)',
      'PRAGMA application_id',
      'PRAGMA user_version',
      "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')",
      others,
      ...ofCompany,
    ]);
    const verdict = String(check?.[0]?.integrity_check);
    const schema = Number(version?.[0]?.user_version);
    if (verdict !== 'ok') return fail(notWhole(file, verdict));
    if (owner?.[0]?.application_id !== applicationId) return fail(notWhole(file, 'it is of another program'));
    if (schema > (migrations.at(-1)?.version ?? 0)) return fail(newer(file));
    const foreign = acting?.find(({ sql }) => !migrations.some((step) => step.sql.includes(String(sql))));
    if (foreign !== undefined) return fail(notWhole(file, `${foreign.name} is not of this program`));
    const numbers = counts.map((rows) => Number(rows[0]?.n));
    if (Number(other?.[0]?.n) > 0 && numbers.every((n) => n === 0)) return fail(otherCompany(file));
    const [transfers = 0, links = 0, mappings = 0, history = 0] = numbers;
    return succeed({ schema, counts: { transfers, links, mappings, history } });
  } catch (error) {
    return fail(notWhole(file, error instanceof Error ? error.message : String(error)));
  }
}

function notWhole(file: string, detail: string): Failure {
  return {
    next: 'needsPerson',
    code: 'backup.notWhole',
    sentence: `The backup ${file} is not whole and cannot be used.`,
    remedy: 'Choose another backup.',
    detail,
  };
}

function newer(file: string): Failure {
  return {
    next: 'needsPerson',
    code: 'backup.newer',
    sentence: `The backup ${file} was made by a newer Plumbline.`,
    remedy: 'Install the newer Plumbline on this computer first.',
  };
}

function otherCompany(file: string): Failure {
  return {
    next: 'needsPerson',
    code: 'backup.otherCompany',
    sentence: `The backup ${file} is of another company.`,
    remedy: 'Choose a backup of this company.',
  };
}
