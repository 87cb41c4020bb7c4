import { companyIdOf } from '#shared/domain/company.ts';
import { type ConnectionStep, connectionStepTitles, isConnected } from '#shared/domain/connectionTest.ts';
import { createSystemClock } from '../hosts/clock.ts';
import { testOnce } from '../hosts/testOnce.ts';
import { attributeOf, parseOdbcString, serverOf } from '../sage/connection/odbcString.ts';
import { type ExitCode, exitCodes } from './exitCodes.ts';
import { odbcArgument } from './odbcArgument.ts';
import { workerOf } from './openPlumbline.ts';
import { unheard } from './output.ts';
import type { Call } from './verb.ts';

const marks = { ok: 'ok  ', warn: 'WARN', fail: 'FAIL', notTried: '–   ' } as const;

/** Tests the connection that a string describes, without a configured company. Nothing is changed and nothing is remembered. */
export async function testOdbcString(call: Call, text: string): Promise<ExitCode> {
  const { output } = call;
  const given = odbcArgument(call, text, call.option('dialect') ?? 'mssql');
  if (typeof given !== 'object') return given;
  const { connectionString, dialect } = given;
  const steps = await testOnce(
    {
      connectionString,
      database: dialect === 'mssql' ? { dialect, companionDatabase: 'PlumblineCompanion' } : { dialect },
      companyId: companyIdOf('doctor'),
      ...namesIn(connectionString),
    },
    { launch: workerOf(call), clock: createSystemClock(), logger: unheard },
  );
  for (const step of steps) sayStep(call, step);
  const connected = isConnected(steps);
  output.say(connected ? 'Nothing is wrong with this connection.' : 'This connection cannot be used.');
  output.result({ ok: connected, steps });
  return connected ? exitCodes.ok : exitCodes.needsPerson;
}

function sayStep({ output }: Call, { step, result, sentence, remedy, ms, detail }: ConnectionStep): void {
  const time = ms === null ? '' : ` (${ms} ms)`;
  output.say(`${marks[result]}  ${connectionStepTitles[step]}${time}: ${sentence}`);
  if (remedy !== '') output.say(`      ${remedy}`);
  if (detail !== undefined) output.say(`      Details for support: ${detail}`);
}

/** What the sentences name: server and database as they stand in the string. */
function namesIn(text: string): { readonly companyName: string; readonly server: string } {
  const parsed = parseOdbcString(text);
  const attributes = parsed.ok ? parsed.value : [];
  return {
    server: serverOf(attributes) ?? 'the server',
    companyName: attributeOf(attributes, 'Database') ?? 'of this login',
  };
}
