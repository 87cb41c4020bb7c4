import type { CompanyView, EnteredCompany, EnteredSage } from '#shared/contract/companies.ts';
import { companyIdSchema } from '#shared/domain/company.ts';
import { type Encryption, serverParts } from '#shared/domain/sageConnection.ts';

/** What the form holds while somebody fills it in; all text, so that anything can be typed. */
export type CompanyDraft = {
  readonly name: string;
  readonly id: string;
  readonly kind: EnteredSage['kind'];
  readonly server: string;
  readonly database: string;
  /** Empty: Windows authentication. */
  readonly user: string;
  readonly login: 'windows' | 'sql';
  readonly password: string;
  readonly encrypt: Encryption;
  readonly trust: boolean;
};

const empty: CompanyDraft = {
  name: '',
  id: '',
  kind: 'odbc',
  server: '',
  database: '',
  user: '',
  login: 'windows',
  password: '',
  encrypt: 'yes',
  trust: false,
};

/** The draft of a company as it is known; null: of a new one. */
export function draftOf(company: CompanyView | null): CompanyDraft {
  if (company === null) return empty;
  const { id, name, entered } = company;
  if (entered === null || entered.kind === 'sample') return { ...empty, id, name, kind: 'sample' };
  const { server, database, user, encrypt, trustServerCertificate } = entered.connection;
  const login = user === undefined ? 'windows' : 'sql';
  return { ...empty, id, name, server, database, user: user ?? '', login, encrypt, trust: trustServerCertificate };
}

export type DraftProblems = Partial<Record<keyof CompanyDraft, string>>;

/** What is wrong, by field, in words; empty when it can be saved. */
export function problemsOf(draft: CompanyDraft, passwordStored: boolean): DraftProblems {
  const problems: DraftProblems = {};
  if (draft.name.trim() === '') problems.name = 'Enter the name that people see.';
  if (!companyIdSchema.safeParse(draft.id).success) {
    problems.id = 'Lower-case letters, digits and hyphens, at most 40, beginning with a letter or digit.';
  }
  if (draft.kind === 'sample') return problems;
  if (serverParts(draft.server.trim()) === null) {
    problems.server = 'Machine and instance, as in OFFICE\\SAGE100CON, or machine and port, as in office,1433.';
  }
  if (draft.database.trim() === '') problems.database = 'Enter the name of the company’s database.';
  if (draft.login === 'sql' && draft.user.trim() === '') problems.user = 'Enter the SQL Server login.';
  if (draft.login === 'sql' && draft.password === '' && !passwordStored) problems.password = 'Enter its password.';
  return problems;
}

/** The draft as it is sent; only for a draft without problems. `before` keeps what the form does not show. */
export function enteredOf(draft: CompanyDraft, before: EnteredSage | null): EnteredCompany {
  const common = { id: companyIdSchema.parse(draft.id), name: draft.name.trim() };
  if (draft.kind === 'sample') return { ...common, sage: { kind: 'sample' }, password: null };
  const { user: _, ...kept } = before?.kind === 'odbc' ? before.connection : { driver: 'automatic' as const };
  return {
    ...common,
    sage: {
      kind: 'odbc',
      dialect: 'mssql',
      connection: {
        ...kept,
        server: draft.server.trim(),
        database: draft.database.trim(),
        ...(draft.login === 'sql' ? { user: draft.user.trim() } : {}),
        encrypt: draft.encrypt,
        trustServerCertificate: draft.trust && draft.encrypt !== 'strict',
      },
    },
    password: draft.login === 'sql' && draft.password !== '' ? draft.password : null,
  };
}
