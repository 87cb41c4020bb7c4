import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { procoreEnvironments } from '#shared/domain/procore/procoreSettings.ts';
import { checkBaseAddress } from '../baseAddress.ts';

/** Where one Procore lives: tokens come from the one host, data from the other. */
export type ProcoreEnvironment = { readonly loginBase: string; readonly apiBase: string };

export type CheckedEnvironment = ProcoreEnvironment & { readonly loginHost: string; readonly apiHost: string };

/** Checks both addresses: https, or http on this machine. Failure: `procore.address`. */
export function readEnvironment(environment: ProcoreEnvironment): Result<CheckedEnvironment> {
  const login = checkBaseAddress(environment.loginBase, 'Procore login', 'client secret');
  if (!login.ok) return wrong(login.sentence, procoreEnvironments.production.loginBase);
  const api = checkBaseAddress(environment.apiBase, 'Procore', 'access token');
  if (!api.ok) return wrong(api.sentence, procoreEnvironments.production.apiBase);
  return succeed({ loginBase: login.base, loginHost: login.host, apiBase: api.base, apiHost: api.host });
}

function wrong(sentence: string, usual: string): Result<never> {
  return fail({
    next: 'needsPerson',
    code: 'procore.address',
    sentence,
    remedy: `Enter an address that begins with https:// under Settings, Procore. Usually it is ${usual}.`,
  });
}
