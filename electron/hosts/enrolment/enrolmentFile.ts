import { scryptSync } from 'node:crypto';
import { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { booksOf, companyEntrySchema } from '../config.ts';
import { type IssueWords, issueSentences, siblings } from '../configFile.ts';
import { formOf } from '../configWords.ts';
import { readText } from '../textFile.ts';
import { systemCode } from '../wholeFile.ts';

/** Where the file of a first configuration is looked for, in the data folder. */
export const enrolmentFileName = 'plumbline-enrolment.json';

const secret = z.string().min(1).max(2000);

const enrolledCompanySchema = companyEntrySchema.extend({
  /** Stored in the keystore, and then gone from the disk with the file. */
  secrets: z
    .strictObject({
      'sage.password': secret,
      'clearstory.keyId': secret,
      'clearstory.secret': secret,
      'procore.clientId': secret,
      'procore.secret': secret,
    })
    .partial()
    .optional(),
});

/** A first configuration, prepared by IT for one computer or many, used once. */
const enrolmentSchema = z.strictObject({
  /** The last day, or the last instant, on which it may be used. */
  expires: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
  /** The name of the only computer that it is for. */
  computer: z.string().min(1).max(63).optional(),
  /** Who stands behind it, for History. */
  preparedBy: z.string().trim().min(1).max(100),
  companies: z.array(enrolledCompanySchema).min(1).max(50),
});

export type EnrolledCompany = z.infer<typeof enrolledCompanySchema>;
export type Enrolment = z.infer<typeof enrolmentSchema> & {
  /** Tells whether the same file was used before. */
  readonly hash: string;
};

/** Reads and checks the whole file: everything of it can be used, or nothing is. Fails in words and leaves the file as it is. */
export function readEnrolment(
  file: string,
  here: { readonly computer: string; readonly now: string },
): Result<Enrolment> {
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    const code = systemCode(error) ?? 'unknown error';
    return fail(refusal(file, code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code}).`));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's words may quote a secret.
    return fail(refusal(file, 'It is not JSON; a comma or a quote is often missing.'));
  }
  const parsed = enrolmentSchema.safeParse(value);
  if (!parsed.success) return fail(refusal(file, issueSentences(parsed.error.issues, value, words).join(' ')));
  const wrong = contentRefusal(parsed.data) ?? unfitHere(parsed.data, here);
  if (wrong !== null) return fail(refusal(file, wrong));
  return succeed({ ...parsed.data, hash: fingerprint(text) });
}

/** Kept, and in every backup: slow to compute, so that nobody tries passwords until a file that he knows otherwise gives the same. */
function fingerprint(text: string): string {
  return scryptSync(text, 'plumbline enrolment', 32, { N: 2 ** 15, maxmem: 64 * 1024 * 1024 }).toString('hex');
}

const forms = new Map([
  ['expires', 'a day such as "2026-12-31", or an instant with its offset'],
  ['computer', 'the name of a computer'],
  ['preparedBy', 'a name of 1 to 100 characters'],
  ['companies', 'a list of 1 to 50 companies, each with the keys of a company and secrets'],
]);
const secretNamesHere = Object.keys(enrolledCompanySchema.shape.secrets.unwrap().shape).join(', ');

/** Of the keys of a company those of the configuration file. */
const words: IssueWords = {
  formOf: (key) => forms.get(key) ?? (key.includes('.secrets') ? 'a text, in an object of secrets' : formOf(key)),
  siblings: (path) =>
    path.length === 0 ? [...forms.keys()].join(', ') : path.at(-1) === 'secrets' ? secretNamesHere : siblings(path),
};

function contentRefusal({ companies }: z.infer<typeof enrolmentSchema>): string | null {
  for (const [index, { id, sage, secrets = {} }] of companies.entries()) {
    const earlier = companies.slice(0, index);
    if (earlier.some((one) => one.id === id)) return `The short name ${id} stands there twice.`;
    const same = earlier.find((one) => booksOf(one.sage) === booksOf(sage));
    if (same !== undefined) return `${id} and ${same.id} are the same database; each can be connected once.`;
    for (const [one, other] of pairs) {
      if (one in secrets !== other in secrets)
        return `Of ${id}, ${one} and ${other} belong together, and one is missing.`;
    }
  }
  return null;
}

const pairs = [
  ['clearstory.keyId', 'clearstory.secret'],
  ['procore.clientId', 'procore.secret'],
] as const;

function unfitHere(
  { expires, computer }: z.infer<typeof enrolmentSchema>,
  here: { readonly computer: string; readonly now: string },
): string | null {
  // A day counts until it has ended everywhere.
  const end = expires.includes('T') ? Date.parse(expires) : Date.parse(`${expires}T00:00:00Z`) + 36 * 3_600_000;
  if (Date.parse(here.now) > end) return `It could be used until ${expires}, and that is over.`;
  const short = (name: string) => name.toLowerCase().split('.')[0];
  return computer === undefined || short(computer) === short(here.computer)
    ? null
    : `It is for the computer ${computer}, and this is ${here.computer}.`;
}

function refusal(file: string, why: string): Failure {
  return {
    next: 'needsPerson',
    code: 'enrolment.refused',
    sentence: `The enrolment file ${file} was not used, and nothing was changed: ${why}`,
    remedy:
      'Correct it or prepare a new one. It is left where it is; take it away if it holds secrets that are not needed.',
  };
}
