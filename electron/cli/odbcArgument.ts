import { checkOdbcString } from '../sage/connection/odbcKeywords.ts';
import { type ExitCode, exitCodes } from './exitCodes.ts';
import { refuse } from './output.ts';
import type { Call } from './verb.ts';

export type OdbcArgument = { readonly connectionString: string; readonly dialect: 'mssql' | 'sqlite' };

/**
 * A connection string that somebody typed, held to what is allowed in one. `dialect`: as it was given. Out: the exit code where it is
 * refused, which is said.
 */
export function odbcArgument({ output }: Call, text: string, dialect: string | null): OdbcArgument | ExitCode {
  if (dialect !== 'mssql' && dialect !== 'sqlite') {
    output.note(`--dialect is ${dialect ?? 'missing'}; it must be mssql or sqlite.`);
    return exitCodes.usage;
  }
  const checked = checkOdbcString(text, dialect);
  if (checked.ok) return { connectionString: checked.value, dialect };
  return refuse(output, checked.failure);
}
