import { createSystemClock } from '../hosts/clock.ts';
import { redact } from '../hosts/redaction.ts';
import { createSageWorker } from '../sage/worker/sageWorker.ts';
import { workerTimes } from '../sage/worker/state.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts';
import { odbcArgument } from './odbcArgument.ts';
import { workerOf } from './openPlumbline.ts';
import { sayFailure, unheard } from './output.ts';
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
  const scale = Number(call.option('scale') ?? '1');
  const wrong =
    text === null
      ? '--odbc is missing: --odbc "Driver=…;Database=…".'
      : !Number.isInteger(scale) || scale < 1 || scale > 1000
        ? `--scale is ${call.option('scale')}; it must be a whole number from 1 to 1000.`
        : null;
  if (text === null || wrong !== null) {
    output.note(wrong ?? '');
    return exitCodes.usage;
  }
  const given = odbcArgument(call, text, call.option('dialect'));
  if (typeof given !== 'object') return given;
  const worker = createSageWorker({
    launch: workerOf(call),
    company: null,
    clock: createSystemClock(),
    logger: unheard,
    times: workerTimes,
  });
  const created = await worker.call('createSample', { ...given, scale });
  await worker.close();
  if (!created.ok) {
    // It may quote the driver, and the driver the connection string.
    sayFailure(output, { ...created.failure, sentence: redact(created.failure.sentence, []) });
    return exitCodeOf(created.failure);
  }
  const { tables, rows, rowsByTable } = created.value;
  output.say(`The sample company is there: ${tables} tables, ${rows} rows.`);
  output.result({ ok: true, tables, rows, rowsByTable });
  return exitCodes.ok;
}
