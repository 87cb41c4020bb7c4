import { type HostChannel, type HostRequestOf, type HostResponseOf, hostRequests } from '#shared/contract/companies.ts';
import { type CompanyId, companyIdSchema } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Reply } from '../engine/engineTypes.ts';
import { askAtHome } from '../hosts/homeSocket.ts';
import { type Ask, createAsk } from './ask.ts';
import { openPlumbline } from './openPlumbline.ts';
import type { Call } from './verb.ts';
import { type Which, whichPlumbline } from './whichPlumbline.ts';

export type ReachedCompany = {
  readonly id: CompanyId;
  readonly name: string;
  /** Answers `home.status`, `sync.now` and `diagnostics.run`; a company that could not be opened answers with the reason. */
  readonly ask: Ask;
};

/** A request of the contract that is not of one company, with its types. */
export type AskHost = <C extends HostChannel>(
  channel: C,
  request: HostRequestOf<C>,
) => Promise<Result<HostResponseOf<C>>>;

export type ReachedHost = {
  readonly asked: Which;
  /** Whether it was running before this command. */
  readonly running: boolean;
  readonly ask: AskHost;
  readonly companies: readonly ReachedCompany[];
  readonly close: () => Promise<void>;
};

/**
 * The Plumbline that a command is about (see whichPlumbline.ts): the one that runs there, else one put together for this command, whose
 * timers do not run. With all companies, or the one that `--company` names.
 */
export async function reachPlumbline(call: Call): Promise<Result<ReachedHost>> {
  const named = call.option('company');
  const id = named === null ? null : companyIdSchema.safeParse(named);
  if (id !== null && !id.success) return fail(notAnId(named ?? ''));
  const chosen = await whichPlumbline(call);
  if (!chosen.ok) return chosen;
  const { asked, home } = chosen.value;
  const only = id?.data ?? null;
  const ofRunning = (company: string | null, channel: string, payload: unknown) =>
    askAtHome(asked.home, { ask: 'engine', company, channel, payload });
  const there = await ofRunning(null, 'companies.list', {});
  if (there !== null) {
    if (!there.ok) return there;
    return running(asked, there.value, only, async (...words) => (await ofRunning(...words)) ?? fail(gone));
  }
  if (home === null) return fail(gone);
  const opened = await openPlumbline(call, home, only);
  if (!opened.ok) return opened;
  const { companies, door } = opened.value;
  return succeed({
    asked,
    running: false,
    ...askers(door.request, companies.known()),
    close: companies.stop,
  });
}

type Carry = (company: string | null, channel: string, payload: unknown) => Promise<Reply>;

function running(asked: Which, listed: unknown, only: CompanyId | null, carry: Carry): Result<ReachedHost> {
  const list = hostRequests['companies.list'].response.safeParse(listed);
  if (!list.success) return fail(otherVersion);
  const known = list.data.companies;
  const wanted = known.filter(({ id }) => only === null || id === only);
  if (wanted.length === 0) return fail(notRunning(only ?? '', known.map(({ id }) => id).join(', ')));
  return succeed({ asked, running: true, ...askers(carry, wanted), close: async () => undefined });
}

function askers(carry: Carry, companies: readonly { readonly id: CompanyId; readonly name: string }[]) {
  const ask: AskHost = async <C extends HostChannel>(channel: C, payload: HostRequestOf<C>) => {
    const reply = await carry(null, channel, payload);
    if (!reply.ok) return reply;
    const value = hostRequests[channel].response.safeParse(reply.value);
    // The schema just passed is the one that HostResponseOf<C> is inferred from.
    return value.success ? succeed(value.data as HostResponseOf<C>) : fail(otherVersion);
  };
  const askOf = (id: CompanyId) => createAsk((channel, payload) => carry(id, channel, payload));
  return { ask, companies: companies.map(({ id, name }) => ({ id, name, ask: askOf(id) })) };
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
    remedy: 'The short names stand under Settings, Companies; plumbline status says them where there are several.',
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
