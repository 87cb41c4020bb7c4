import { redact } from '../hosts/redaction.ts';
import { createWithMarkers } from '../hosts/sampleSide.ts';
import { openOdbc } from '../sage/connection/odbc.ts';
import { checkOdbcString } from '../sage/connection/odbcKeywords.ts';
import { SqlFailure } from '../sage/connection.ts';
import type { DatabaseKind } from '../sage/ddl.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts';
import { sayFailure } from './output.ts';
import type { Call, Verb } from './verb.ts';

export const sampleCompanyVerb: Verb = {
  name: 'sample-company create',
  words: 'Create the sample company in an empty database, over ODBC.',
  more: ['Refuses a database that holds any table or view: it never touches a company that exists.'],
  options: [
    { name: 'odbc', value: '"STRING"', words: 'ODBC connection string of the empty database.' },
    { name: 'dialect', value: 'mssql|sqlite', words: 'What kind of database it is.' },
    { name: 'scale', value: 'N', words: 'How many times the size, from 1 to 1000; 1 when left out.' },
  ],
  run: runCreate,
};

async function runCreate(call: Call): Promise<ExitCode> {
  const { output } = call;
  const text = call.option('odbc');
  const dialect = call.option('dialect');
  const scale = Number(call.option('scale') ?? '1');
  const wrong =
    text === null
      ? '--odbc is missing: --odbc "Driver=…;Database=…".'
      : dialect !== 'mssql' && dialect !== 'sqlite'
        ? `--dialect is ${dialect ?? 'missing'}; it must be mssql or sqlite.`
        : !Number.isInteger(scale) || scale < 1 || scale > 1000
          ? `--scale is ${call.option('scale')}; it must be a whole number from 1 to 1000.`
          : null;
  if (text === null || (dialect !== 'mssql' && dialect !== 'sqlite') || wrong !== null) {
    output.note(wrong ?? '');
    return exitCodes.usage;
  }
  const checked = checkOdbcString(text, dialect);
  if (!checked.ok) {
    sayFailure(output, checked.failure);
    return exitCodeOf(checked.failure);
  }
  const connected = await connect(checked.value, dialect);
  if (typeof connected === 'string') {
    const sentence = `The database cannot be opened: ${redact(connected, [])}`;
    const remedy = 'Check driver, server and database in the string after --odbc, and that the database exists.';
    sayFailure(output, { next: 'retry', code: 'sampleCompany.connect', sentence, remedy });
    return exitCodes.noContact;
  }
  const created = await createWithMarkers(connected, dialect, { scale });
  await connected.close();
  if (!created.ok) {
    sayFailure(output, created.failure);
    return exitCodeOf(created.failure);
  }
  const { tables, rows, rowsByTable } = created.value;
  output.say(`The sample company is there: ${tables} tables, ${rows} rows.`);
  output.result({ ok: true, tables, rows, rowsByTable });
  return exitCodes.ok;
}

/** The driver's own words when it refuses. */
async function connect(connectionString: string, dialect: DatabaseKind) {
  try {
    return await openOdbc({ connectionString, dialect });
  } catch (error) {
    if (error instanceof SqlFailure) return error.message;
    throw error;
  }
}
