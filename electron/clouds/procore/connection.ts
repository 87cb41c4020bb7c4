import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Clock, Random } from '../../engine/ports/runtime.ts';
import type { Fetch } from '../http.ts';
import { type ProcoreEnvironment, readEnvironment } from './environment.ts';
import { keyMissing } from './failures.ts';
import { createLoginTokens, type LoginStore } from './keptLogin.ts';
import { createRateBudgets, type RateBudget, type RateUsage } from './rateBudget.ts';
import type { ClientSecret } from './tokenRequest.ts';
import { createServiceTokens } from './tokens.ts';
import { createTransport, type Transport } from './transport.ts';

export type ConnectionOptions = {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly environment: ProcoreEnvironment;
  readonly companyId: () => string | null;
  /** Read anew for every call, so that a new secret works at once. */
  readonly credentials: () => ClientSecret | null;
  /** Where the login of a person is kept (`beginLogin`); absent: a service account, which needs none. */
  readonly login?: LoginStore;
  /** Shared by all companies of the program; without it this connection counts alone. */
  readonly budgets?: (clientId: string) => RateBudget;
};

export type Connection = { readonly transport: Transport; readonly usage: () => RateUsage };

/** The way to one company of Procore. A wrong address is told by every call. */
export function connect(options: ConnectionOptions): Connection {
  const { clock, random, companyId } = options;
  const tools = { fetch: options.fetch, clock, random };
  const budgets = options.budgets ?? createRateBudgets(clock, random);
  const budget = () => budgets(options.credentials()?.clientId.trim() ?? '');
  const usage = () => budget().usage();
  const environment = readEnvironment(options.environment);
  if (!environment.ok) {
    const refused = async () => environment;
    return { transport: { host: options.environment.apiBase, get: refused, send: refused }, usage };
  }
  const secret = (): Result<ClientSecret> => {
    const read = options.credentials();
    return read === null ? fail(keyMissing) : succeed(read);
  };
  const { apiBase, apiHost } = environment.value;
  const tokens =
    options.login === undefined
      ? createServiceTokens(tools, environment.value, secret)
      : createLoginTokens(tools, environment.value, secret, options.login);
  return { transport: createTransport({ ...tools, apiBase, apiHost, companyId, tokens, budget }), usage };
}
