import { type ExitCode, exitCodes } from './exitCodes.ts';
import { refuse } from './output.ts';
import { type ReachedCompany, reachPlumbline } from './reachPlumbline.ts';
import type { Call, Option } from './verb.ts';

/** What one company's part of a command came to. `result`: its answer as data. */
export type CompanyOutcome = { readonly code: ExitCode; readonly result: object };

export const companyOption: Option = {
  name: 'company',
  value: 'ID',
  words: 'Only this company, by its short name; all of them when left out.',
};

/**
 * Runs a command for one company after the other and ends with the worst exit code. With several, each is announced by its name, and the
 * answer as data is a list.
 */
export async function runForEachCompany(
  call: Call,
  act: (company: ReachedCompany, running: boolean) => Promise<CompanyOutcome>,
): Promise<ExitCode> {
  const { output } = call;
  const reached = await reachPlumbline(call);
  if (!reached.ok) return refuse(output, reached.failure);
  const { companies, running, asked, close } = reached.value;
  const outcomes: CompanyOutcome[] = [];
  for (const [index, company] of companies.entries()) {
    if (companies.length > 1) output.say(`${index === 0 ? '' : '\n'}${company.name} (${company.id})`);
    const { code, result } = await act(company, running);
    outcomes.push({
      code,
      result: companies.length > 1 ? { company: company.id, name: company.name, ...result } : result,
    });
  }
  await close();
  const code = worstOf(outcomes.map((outcome) => outcome.code));
  const [only] = outcomes;
  if (companies.length === 1 && only !== undefined) output.result({ asked, ...only.result });
  else output.result({ ok: code === exitCodes.ok, asked, companies: outcomes.map(({ result }) => result) });
  return code;
}

/** A person first: what only needs patience may be hidden behind it. */
export function worstOf(codes: readonly ExitCode[]): ExitCode {
  if (codes.includes(exitCodes.needsPerson)) return exitCodes.needsPerson;
  return codes.find((code) => code !== exitCodes.ok) ?? exitCodes.ok;
}
