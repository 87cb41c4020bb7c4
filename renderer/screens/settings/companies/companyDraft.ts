import type { CompanyView, EnteredCompany, EnteredSage } from '#shared/contract/companies.ts';
import { companyIdSchema } from '#shared/domain/company.ts';
import {
  type ConnectionDraft,
  type ConnectionProblems,
  connectionOfDraft,
  connectionProblems,
  draftOfConnection,
  emptyConnection,
} from '../../../components/connection/connectionDraft.ts';

/** What the form holds while somebody fills it in; all text, so that anything can be typed. */
export type CompanyDraft = {
  readonly name: string;
  readonly id: string;
  readonly kind: EnteredSage['kind'];
  readonly connection: ConnectionDraft;
};

/** The draft of a company as it is known; null: of a new one. */
export function draftOf(company: CompanyView | null): CompanyDraft {
  const entered = company?.entered ?? null;
  return {
    name: company?.name ?? '',
    id: company?.id ?? '',
    kind: entered?.kind ?? 'odbc',
    connection: entered?.kind === 'odbc' ? draftOfConnection(entered.connection) : emptyConnection,
  };
}

export type CompanyProblems = {
  readonly name?: string;
  readonly id?: string;
  readonly connection: ConnectionProblems;
};

/** What is wrong, by field, in words. */
export function problemsOf({ name, id, kind, connection }: CompanyDraft, passwordStored: boolean): CompanyProblems {
  const wellFormed = companyIdSchema.safeParse(id).success;
  return {
    ...(name.trim() === '' ? { name: 'Enter the name that people see.' } : {}),
    ...(wellFormed ? {} : { id: 'Lower-case letters, digits and hyphens, at most 40; first a letter or a digit.' }),
    connection: kind === 'odbc' ? connectionProblems(connection, passwordStored) : {},
  };
}

export function isFine({ name, id, connection }: CompanyProblems): boolean {
  return name === undefined && id === undefined && Object.keys(connection).length === 0;
}

/** The draft as it is sent; only for one without problems. */
export function enteredOf({ id, name, kind, connection }: CompanyDraft): EnteredCompany {
  const password = connection.authentication === 'sql' && connection.password !== '' ? connection.password : null;
  const sage: EnteredSage =
    kind === 'sample'
      ? { kind: 'sample' }
      : { kind: 'odbc', dialect: 'mssql', connection: connectionOfDraft(connection) };
  return { id: companyIdSchema.parse(id), name: name.trim(), sage, password: kind === 'sample' ? null : password };
}
