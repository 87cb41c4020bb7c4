import type { Failure } from '#shared/domain/failure.ts';
import { isNetworkKind } from './connectKind.ts';
import type { Kind } from './kind.ts';
import { loginFailure } from './loginWords.ts';
import { networkFailure } from './networkWords.ts';

/** What the sentences name. */
export type FailureWords = { readonly company: string; readonly server: string };

/** The failure for people, without technical details. */
export function inWords(kind: Kind, words: FailureWords): Failure {
  const { company, server } = words;
  switch (kind) {
    case 'notInstalled':
      return {
        next: 'needsPerson',
        code: 'odbc.notInstalled',
        sentence: `Plumbline cannot reach ${server}: its ODBC part is not installed on this computer.`,
        remedy:
          'On Linux install unixODBC with its development headers, then run npm install again; on Windows repair the installation. The sample company works without it.',
      };
    case 'locked':
      return {
        next: 'retry',
        code: 'sage.locked',
        sentence: `Somebody else is just saving in company ${company}; nothing was changed.`,
        remedy: 'Plumbline tries again by itself.',
      };
    case 'rowsMissing':
      return {
        next: 'retry',
        code: 'sage.rowsMissing',
        sentence: `Not all rows of company ${company} arrived as the server counted them; nothing was taken over.`,
        remedy:
          'Plumbline tries again by itself. If it stays so while nobody is saving, install another version of the ODBC driver.',
      };
    case 'busy':
      return {
        next: 'retry',
        code: 'sage.busy',
        sentence: `${server} is busy and did not finish in time; nothing was changed.`,
        remedy: 'Plumbline tries again by itself.',
      };
    case 'schema':
      return {
        next: 'needsPerson',
        code: 'sage.schema',
        sentence: `Company ${company} lacks a table or column that Plumbline needs.`,
        remedy:
          'Check that this is a Sage 100 Contractor company of a supported version, and that it is the right one.',
      };
    case 'rights':
      return {
        next: 'needsPerson',
        code: 'sage.rights',
        sentence: `The login may not do this in company ${company}.`,
        remedy: "Ask the Sage administrator to grant Plumbline's rights to this login.",
      };
    case 'markers':
      return {
        next: 'needsPerson',
        code: 'sage.markerStore',
        sentence: `The companion database, in which Plumbline proves what it wrote into ${company}, cannot be used: it, its table push_marker or a column of that is missing on ${server}, or the login may not use it. Nothing was written.`,
        remedy:
          'Ask the Sage administrator to run the script for the companion database from resources/sql, then retry.',
      };
    case 'markersClosed':
      return {
        next: 'retry',
        code: 'sage.markerStoreClosed',
        sentence: `The companion database, in which Plumbline proves what it wrote into ${company}, is closed on ${server} just now: it is offline, being restored or recovered, or damaged. Nothing was written.`,
        remedy:
          "Plumbline tries again by itself; if it lasts, have the administrator of the SQL Server look at it. Sage's own database is not concerned.",
      };
    case 'data':
      return {
        next: 'needsPerson',
        code: 'sage.data',
        sentence: `Company ${company} did not accept a value, or holds one that Plumbline cannot read; nothing was changed.`,
        remedy: 'Look at the details, correct the value, and try again.',
      };
    case 'damaged':
      return {
        next: 'needsPerson',
        code: 'sage.damaged',
        sentence: `The database of company ${company} cannot be read: the file is damaged or is no database.`,
        remedy: 'Restore it from a backup; the sample company can be created anew.',
      };
    case 'bug':
      return {
        next: 'bug',
        code: 'sage.bug',
        sentence: `Plumbline made a mistake while working with company ${company}; nothing was changed.`,
        remedy: 'Please report it with the details.',
      };
    case 'unknown':
      return {
        next: 'needsPerson',
        code: 'sage.unknown',
        sentence: `${server} answered with an error that Plumbline does not know; nothing was changed.`,
        remedy: 'Try again; if it happens again, send the details to support.',
      };
    default:
      return isNetworkKind(kind) ? networkFailure(kind, words) : loginFailure(kind, words);
  }
}
