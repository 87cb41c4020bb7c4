import type { CompanyId } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { RowCounts } from '../engine/ports/store.ts';
import { applicationId } from './database.ts';
import { lookAside } from './lookAside.ts';
import { migrations } from './migrations/all.ts';

/** What a copy of a store holds: its schema, and rows of the company by table. */
export type CopyFacts = { readonly schema: number; readonly counts: RowCounts };

/**
 * Looks through a copy that nobody has open: whole, of this program, of this company, not of a newer version, and without statements of
 * somebody else's that the database would carry out by itself. `finish`: it was just copied, and is to be one file that is on the disk.
 */
export async function inspectCopy(file: string, company: CompanyId, finish = false): Promise<Result<CopyFacts>> {
  try {
    const seen = await lookAside({ file, company, finish });
    const { verdict, schema, counts } = seen;
    if (verdict !== 'ok') return fail(notWhole(file, verdict));
    if (seen.applicationId !== applicationId) return fail(notWhole(file, 'it is of another program'));
    if (schema > (migrations.at(-1)?.version ?? 0)) return fail(newer(file));
    const foreign = seen.acting.find(({ sql }) => !migrations.some((step) => step.sql.includes(sql)));
    if (foreign !== undefined) return fail(notWhole(file, `${foreign.name} is not of this program`));
    if (seen.holdsOthers && Object.values(counts).every((n) => n === 0)) return fail(otherCompany(file));
    return succeed({ schema, counts });
  } catch (error) {
    return fail(notWhole(file, error instanceof Error ? error.message : String(error)));
  }
}

/** What one copy has other than it should, in words; null: nothing. */
export function countsDiffer(copied: RowCounts, store: RowCounts): string | null {
  const names = [...new Set([...Object.keys(copied), ...Object.keys(store)])];
  const wrong = names.filter((name) => copied[name] !== store[name]);
  if (wrong.length === 0) return null;
  return wrong.map((name) => `${name}: ${copied[name] ?? 0} in the copy, ${store[name] ?? 0} in the store`).join('; ');
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
