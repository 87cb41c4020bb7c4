import { hostRequests } from '#shared/contract/companies.ts';
import { type CompanyId, companyIdSchema } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Home } from '../hosts/homeFolder.ts';
import { askAtHome } from '../hosts/homeSocket.ts';
import { type Ask, createAsk } from './ask.ts';
import { openPlumbline } from './openPlumbline.ts';
import type { Call } from './verb.ts';

export type ReachedCompany = {
  readonly id: CompanyId;
  readonly name: string;
  /** Answers `home.status`, `sync.now` and `diagnostics.run`; a company that could not be opened answers with the reason. */
  readonly ask: Ask;
};

export type Reached = {
  readonly companies: readonly ReachedCompany[];
  /** Whether it was running before this command. */
  readonly running: boolean;
  readonly close: () => Promise<void>;
};

/**
 * The Plumbline that runs on this home folder; else one put together for this command, whose timers do not run. With all companies, or
 * the one that `--company` names.
 */
export async function reachPlumbline(call: Call, home: Home): Promise<Result<Reached>> {
  const named = call.option('company');
  const id = named === null ? null : companyIdSchema.safeParse(named);
  if (id !== null && !id.success) return fail(notAnId(named ?? ''));
  const only = id?.data ?? null;
  const there = await askAtHome(home.folder, { ask: 'engine', company: null, channel: 'companies.list', payload: {} });
  if (there !== null) return there.ok ? running(home, there.value, only) : there;
  const opened = await openPlumbline(call, home, only);
  if (!opened.ok) return opened;
  const { companies, door } = opened.value;
  return succeed({
    companies: companies.known().map((one) => ({
      id: one.id,
      name: one.name,
      ask: createAsk((channel, payload) => door.request(one.id, channel, payload)),
    })),
    running: false,
    close: companies.stop,
  });
}

function running(home: Home, listed: unknown, only: CompanyId | null): Result<Reached> {
  const list = hostRequests['companies.list'].response.safeParse(listed);
  if (!list.success) return fail(otherVersion);
  const known = list.data.companies;
  const wanted = known.filter(({ id }) => only === null || id === only);
  if (wanted.length === 0) return fail(notRunning(only ?? '', known.map(({ id }) => id).join(', ')));
  const askOf = (company: CompanyId) =>
    createAsk(
      async (channel, payload) =>
        (await askAtHome(home.folder, { ask: 'engine', company, channel, payload })) ?? fail(gone),
    );
  return succeed({
    companies: wanted.map(({ id, name }) => ({ id, name, ask: askOf(id) })),
    running: true,
    close: async () => undefined,
  });
}

const otherVersion: Failure = {
  next: 'needsPerson',
  code: 'cli.answer',
  sentence: 'The running Plumbline answered in a form that this command does not understand.',
  remedy: 'The running Plumbline is of another version: stop it and start this one.',
};

const gone: Failure = {
  next: 'needsPerson',
  code: 'cli.gone',
  sentence: 'The running Plumbline was stopped while it was asked.',
  remedy: 'Try again.',
};

function notAnId(text: string): Failure {
  return {
    next: 'needsPerson',
    code: 'cli.company',
    sentence: `--company is ${text}; it must be a company's short name: lower-case letters, digits and hyphens.`,
    remedy: 'plumbline status lists the companies with their short names.',
  };
}

function notRunning(id: string, known: string): Failure {
  return {
    next: 'needsPerson',
    code: 'company.unknown',
    sentence: `Plumbline knows no company “${id}” here. It knows ${known}.`,
    remedy: 'Check the short name after --company.',
  };
}
