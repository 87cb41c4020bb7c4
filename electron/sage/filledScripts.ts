import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { rightsScripts } from './rightsScripts.ts';

export type ScriptValues = {
  readonly database: string;
  /** A Windows account, `OFFICE\plumbline`, or a SQL login that is there. */
  readonly login: string;
  readonly rights: 'no' | 'yes' | 'procore';
};

/** The companion database that Plumbline uses unless a configuration file names another one. */
const companionDatabase = 'PlumblineCompanion';

/**
 * The grant scripts with their values filled in, so that they run as they are in Management Studio as in sqlcmd. The second one only
 * where Plumbline may write. Refused for names that could end a statement or a batch.
 */
export function filledScripts({
  database,
  login,
  rights,
}: ScriptValues): Result<readonly { readonly name: string; readonly text: string }[]> {
  const unfit = [database, login].find((value) => value === '' || /\p{Cc}|\$\(/u.test(value));
  if (unfit !== undefined) return fail(notFillable(unfit));
  const values = {
    CompanyDatabase: database,
    Login: login,
    MayWrite: rights,
    CompanionDatabase: companionDatabase,
  };
  const names = rights === 'no' ? ['1-login-and-roles.sql'] : ['1-login-and-roles.sql', '2-companion-database.sql'];
  return succeed(
    names.map((name) => ({ name, text: `${filledIn(values)}${filled(rightsScripts[name] ?? '', values)}` })),
  );
}

function filledIn({ CompanyDatabase, Login, MayWrite }: Readonly<Record<string, string>>): string {
  return `-- Filled in by Plumbline for the database ${CompanyDatabase}, the login ${Login} and MayWrite "${MayWrite}":
-- open it in Management Studio and run it as it is, as an administrator of the server; no variable has to be set.
--
`;
}

/** A value stands in brackets as a name, or in quotes as a text; each has its own way of writing its end. */
function filled(script: string, values: Readonly<Record<string, string>>): string {
  const value = (name: string) => values[name] ?? '';
  return script
    .replace(/\[\$\((\w+)\)\]/g, (_, name: string) => `[${value(name).replaceAll(']', ']]')}]`)
    .replace(/\$\((\w+)\)/g, (_, name: string) => value(name).replaceAll("'", "''"));
}

function notFillable(value: string): Failure {
  return {
    next: 'needsPerson',
    code: 'firstRun.unfitName',
    sentence:
      value === ''
        ? 'The scripts for IT need the database and the login.'
        : `“${value}” cannot be filled into a script: it holds “$(” or a control character.`,
    remedy: 'Enter the name of the database and the login as SQL Server shows them.',
  };
}
