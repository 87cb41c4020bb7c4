import { testOdbcString } from './doctorOdbc.ts';
import { type CompanyOutcome, companyOption, runForEachCompany } from './eachCompany.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts';
import { noteFailure, type Output } from './output.ts';
import type { ReachedCompany } from './reachPlumbline.ts';
import type { Call, Verb } from './verb.ts';
import { whichWords } from './whichPlumbline.ts';

export const doctorVerb: Verb = {
  name: 'doctor',
  words: 'Check this machine, Sage, Clearstory and Procore, and say what to do about whatever is wrong.',
  more: [
    'Changes nothing in Sage, Clearstory or Procore.',
    whichWords,
    'With --odbc only the connection that the string describes is tested, step by step; no company has to be configured.',
  ],
  options: [
    companyOption,
    { name: 'odbc', value: '"STRING"', words: 'Test this ODBC connection string instead.' },
    { name: 'dialect', value: 'mssql|sqlite', words: 'What kind of database --odbc names; mssql when left out.' },
  ],
  run: runDoctor,
};

const marks = { ok: 'ok  ', warn: 'WARN', fail: 'FAIL', notTried: '–   ' } as const;

async function runDoctor(call: Call): Promise<ExitCode> {
  const { output } = call;
  const odbc = call.option('odbc');
  if (odbc !== null) return testOdbcString(call, odbc);
  if (call.option('dialect') !== null) {
    output.note('--dialect says what kind of database --odbc names, and there is no --odbc.');
    return exitCodes.usage;
  }
  return runForEachCompany(call, (company) => check(output, company));
}

async function check(output: Output, { ask }: ReachedCompany): Promise<CompanyOutcome> {
  const ran = await ask('diagnostics.run', {});
  if (!ran.ok) {
    noteFailure(output, ran.failure);
    return { code: exitCodeOf(ran.failure), result: { ok: false, failure: ran.failure } };
  }
  const { checks } = ran.value;
  for (const { number, title, result, sentence, remedy, ms } of checks) {
    const time = ms === undefined ? '' : ` (${ms} ms)`;
    output.say(`${String(number).padStart(2)}  ${marks[result]}  ${title}${time}: ${sentence}`);
    if (result !== 'ok' && remedy !== '') output.say(`          ${remedy}`);
  }
  const failed = checks.filter(({ result }) => result === 'fail').length;
  output.say(failed === 0 ? 'Nothing is wrong.' : `${failed === 1 ? 'One check' : `${failed} checks`} failed.`);
  return { code: failed === 0 ? exitCodes.ok : exitCodes.needsPerson, result: { ok: failed === 0, checks } };
}
