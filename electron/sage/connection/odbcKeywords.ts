import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { attributeOf, parseOdbcString } from './odbcString.ts';

/**
 * Keywords that may not stand in a connection string given whole, and why. Microsoft's are those of the page “DSN and connection string
 * keywords and attributes” (learn.microsoft.com/sql/connect/odbc/dsn-connection-string-attribute, drivers 17 and 18); confidence high.
 */
const refusedKeywords: readonly { readonly names: readonly string[]; readonly why: string }[] = [
  { names: ['FileDSN'], why: 'it reads further settings from a file that nobody has checked' },
  { names: ['SaveFile'], why: 'it makes the driver write the connection, password included, into a file' },
  { names: ['AttachDBFileName'], why: 'it makes the server attach a database file' },
  {
    names: ['QueryLog_On', 'QueryLogFile', 'QueryLogTime', 'StatsLog_On', 'StatsLogFile'],
    why: 'it makes the driver write statements or figures into a file',
  },
  {
    names: ['RetryExec'],
    why: 'it makes the driver repeat statements by itself, and a change order could be written twice',
  },
  {
    names: ['Replication'],
    why: 'it logs in as a replication agent, for which triggers of Sage’s tables may not fire',
  },
  { names: ['TranslationDLL', 'TranslationName', 'TranslationOption'], why: 'it loads a library file' },
  // unixODBC, DriverManager/SQLDriverConnect.c: sets any attribute of the driver manager, its trace file included.
  { names: ['DMEnvAttr', 'DMConnAttr', 'DMStmtAttr'], why: 'it changes the driver manager behind Plumbline’s back' },
  // FreeTDS (src/tds/config.c, src/odbc/connectparams.c; its 1.3 knows them all).
  {
    names: ['DumpFile', 'DumpFileAppend', 'DebugFlags'],
    why: 'it makes the driver write all that crosses the network, the login included, into a file',
  },
  // SQLite's ODBC driver (libsqliteodbc).
  { names: ['LoadExt'], why: 'it loads a library file' },
  { names: ['TraceFile'], why: 'it makes the driver write statements into a file' },
];

/** The name that Plumbline bears on every server: what Sage's Database Administration is asked to approve. */
export const applicationName = 'Plumbline';

/**
 * A connection string that somebody gave whole, for use. Refuses keywords that write files, load libraries or repeat statements, and
 * the name of a Sage program, which would falsify Sage's own record of who changed what. `mssql`: bears Plumbline's name.
 */
export function checkOdbcString(text: string, dialect: 'mssql' | 'sqlite'): Result<string> {
  const parsed = parseOdbcString(text);
  if (!parsed.ok) return parsed;
  if (parsed.value.length === 0)
    return refuse('The connection string is empty.', 'Name at least the driver and the server.');
  for (const { keyword, value } of parsed.value) {
    // FreeTDS (seen in 1.3.17) ends a value in braces there and takes what follows for keywords; Microsoft's drivers do not.
    if (value.includes('};')) {
      return refuse(`The value of ${keyword} holds };, which drivers read in two ways.`, 'Choose a value without it.');
    }
    const refused = refusedKeywords.find(({ names }) => names.some((name) => same(name, keyword)));
    if (refused !== undefined) {
      return refuse(`${keyword} may not stand in the connection string: ${refused.why}.`, `Take ${keyword} out.`);
    }
  }
  if (dialect === 'sqlite') return succeed(text);
  const application = attributeOf(parsed.value, 'APP');
  if (application === null) return succeed(`${text.replace(/[\s;]*$/, ';')}APP={${applicationName}};`);
  if (same(application, applicationName)) return succeed(text);
  return refuse(
    `APP in the connection string is “${application}”; Plumbline connects under its own name only, so that Sage’s records of changes stay true.`,
    `Take APP out, or write APP=${applicationName}, and approve that name in Sage’s Database Administration.`,
  );
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function refuse(sentence: string, remedy: string): Result<never> {
  return fail({ next: 'needsPerson', code: 'odbc.keyword', sentence, remedy });
}
