import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { companyIdSchema } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { trustedServerSchema } from '#shared/domain/sageConnection.ts';
import { companyEntrySchema, companyKeys } from '../config.ts';
import { replacePrivateFile, systemCode } from '../wholeFile.ts';

/** What the hosts keep beside the stores: the companies that were entered on screen. No secrets. */
const contentSchema = z.strictObject({
  /** Null: nobody has entered any, so that the sample company may stand in. */
  companies: z.array(companyEntrySchema).nullable().default(null),
  /** The company that this user looked at last. */
  lastChosen: companyIdSchema.nullable().default(null),
  /** The servers whose certificate somebody decided to accept unchecked. */
  trustedServers: z.array(trustedServerSchema).readonly().default([]),
  /** What an enrolment file said of a company, until it has been entered into the company's settings; by short name. */
  enrolled: z
    .record(
      z.string(),
      z.strictObject({ hash: z.string(), at: z.string(), by: z.string(), settings: z.strictObject(companyKeys) }),
    )
    .default({}),
  /** The enrolment files that were used: none is used twice. */
  enrolments: z
    .array(z.strictObject({ hash: z.string(), at: z.string(), by: z.string() }))
    .readonly()
    .default([]),
});
export type KeptCompanies = z.infer<typeof contentSchema>;

/** Reads the file whole; one that is not there keeps nothing. Fails in words, and leaves a file that it cannot read as it is. */
export function readCompaniesFile(file: string): Result<KeptCompanies> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return succeed(contentSchema.parse({}));
    return fail(refusal(file, `the system says ${code ?? 'unknown error'}`));
  }
  try {
    const content = contentSchema.safeParse(JSON.parse(text));
    if (content.success) return succeed(content.data);
    const [issue] = content.error.issues;
    return fail(refusal(file, `${issue?.path.join('.') ?? ''} is not as Plumbline writes it`));
  } catch {
    return fail(refusal(file, 'it is not JSON'));
  }
}

/** Replaces the file whole. Null, or why it could not be written. */
export function writeCompaniesFile(file: string, kept: KeptCompanies): Failure | null {
  const failed = replacePrivateFile(file, `${JSON.stringify(kept, null, 2)}\n`);
  if (failed === null) return null;
  return {
    next: 'needsPerson',
    code: 'companies.notWritten',
    sentence: `The file ${file}, which keeps the companies, could not be written (${failed}). Nothing was changed.`,
    remedy: 'Check the rights on its folder and the room on its disk.',
  };
}

function refusal(file: string, why: string): Failure {
  return {
    next: 'needsPerson',
    code: 'companies.notRead',
    sentence: `The file ${file}, which keeps the companies entered on screen, cannot be used: ${why}.`,
    remedy: 'Correct it, or take it away and enter the companies again: what was remembered of each is kept.',
  };
}
