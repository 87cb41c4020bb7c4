import type { Failure } from '#shared/domain/failure.ts';
import type { CompanyOutcome } from '../eachCompany.ts';
import { companyOption } from '../eachCompany.ts';
import { type ExitCode, exitCodeOf, exitCodes } from '../exitCodes.ts';
import { noteFailure, refuse } from '../output.ts';
import { type ReachedCompany, reachPlumbline } from '../reachPlumbline.ts';
import type { Call, Verb } from '../verb.ts';
import { compareEntries } from './compareEntries.ts';

export const certifyVerb: Verb = {
  name: 'certify',
  words: 'Compare Plumbline with hand entry, step by step, and certify what does not differ.',
  more: [
    'For Sage’s Sample Company or a restored copy, never for the books you work in: examples are written into it.',
    'Shows what to type in Sage, waits for Enter, compares every row of every table, and asks for a reason for each difference.',
  ],
  options: [
    companyOption,
    { name: 'job', value: 'N', words: 'Job for the examples; it needs a subcontract.' },
    {
      name: 'confirm',
      value: 'NAME',
      words: 'The company’s name, to confirm that these are no books anybody works in.',
    },
  ],
  run: runCertify,
};

async function runCertify(call: Call): Promise<ExitCode> {
  const { output } = call;
  const job = call.option('job');
  if (job === null) {
    output.note('--job is missing: the number of a job that has a subcontract, e.g. --job 2401.');
    return exitCodes.usage;
  }
  const reached = await reachPlumbline(call);
  if (!reached.ok) return refuse(output, reached.failure);
  const { companies, close } = reached.value;
  const [company, ...others] = companies;
  try {
    if (company === undefined || others.length > 0) {
      const names = companies.map(({ id }) => id).join(', ');
      output.note(`There are several companies: say which one with --company (${names}).`);
      return exitCodes.usage;
    }
    const { code, result } = await certify(call, company, job);
    output.result(result);
    return code;
  } finally {
    await close();
  }
}

async function certify(call: Call, { ask }: ReachedCompany, job: string): Promise<CompanyOutcome> {
  const { output } = call;
  const failed = (failure: Failure): CompanyOutcome => {
    noteFailure(output, failure);
    return { code: exitCodeOf(failure), result: { ok: false, failure } };
  };
  // The jobs are those of the last reading.
  const synced = await ask('sync.now', { side: 'sage' });
  if (!synced.ok) return failed(synced.failure);
  output.note('Reading every row …');
  const begun = await ask('certification.begin', { job, confirmed: call.option('confirm') ?? '' });
  if (!begun.ok) return failed(begun.failure);
  const compared = await compareEntries(ask, output, call.question);
  if (!compared.ok) return failed(compared.failure);
  const { finished, certified } = compared.value;
  output.say(
    finished
      ? 'Every entry is certified. The example change orders stay in Sage: delete or void them there.'
      : `Ended after ${certified} of 5 entries. What is certified stays certified.`,
  );
  return { code: finished ? exitCodes.ok : exitCodes.needsPerson, result: { ok: finished, certified } };
}
