import type { Clock } from '../engine/ports/runtime.ts';
import * as clearstory from '../sandbox/clearstory/server.ts';
import { sandboxCredentials as procoreCredentials } from '../sandbox/procore/oauth.ts';
import { type ProcoreSandbox, startProcoreSandbox } from '../sandbox/procore/server.ts';
import type { CompanyConfig } from './config.ts';
import type { Home } from './homeFolder.ts';
import { type CompanySecrets, createSecretStore } from './secretStore.ts';

/** The practice clouds that one company uses, on this machine; null for a real one. */
export type Practice = {
  readonly clearstory: { readonly url: string } | null;
  readonly procore: Pick<ProcoreSandbox, 'url' | 'companyId' | 'control'> | null;
  readonly close: () => Promise<void>;
};

export type Practised = { readonly clearstory: boolean; readonly procore: boolean };

/** A practice cloud is used when the configuration says so, or when it names neither a company nor a cloud. */
export function practisedClouds({ sage, clearstory: one, procore: other }: CompanyConfig): Practised {
  const nothingNamed = one === undefined && other === undefined && sage?.kind !== 'odbc';
  return {
    clearstory: nothingNamed || (one !== undefined && 'sandbox' in one),
    procore: nothingNamed || (other !== undefined && 'sandbox' in other),
  };
}

/** Starts the practice clouds, each with its state kept in a file of the home folder. */
export async function startPractice(
  practised: Practised,
  clock: Clock,
  home: Home,
  company: Parameters<Home['sandboxState']>[0],
): Promise<Practice> {
  const [first, second] = await Promise.all([
    practised.clearstory
      ? clearstory.startClearstorySandbox({ clock, stateFile: home.sandboxState(company, 'clearstory') })
      : null,
    practised.procore ? startProcoreSandbox({ clock, stateFile: home.sandboxState(company, 'procore') }) : null,
  ]);
  return {
    clearstory: first,
    procore: second,
    close: async () => {
      await Promise.all([first?.close(), second?.close()]);
    },
  };
}

/**
 * Secrets that open the practice clouds, in place of real ones; others are taken for this run only, so that their refusal can be
 * practised. What belongs to a real cloud or to Sage stays the company's own.
 */
export function withPractice(
  own: CompanySecrets,
  practised: Practised,
  company: CompanyConfig['company'],
): CompanySecrets {
  const { keyId, secret } = clearstory.sandboxCredentials;
  const kept = createSecretStore(
    new Map([
      ['clearstory.keyId', keyId],
      ['clearstory.secret', secret],
      ['procore.clientId', procoreCredentials.clientId],
      ['procore.secret', procoreCredentials.clientSecret],
    ]),
    () => null,
    {},
  ).of(company.id, true);
  const of = (name: string): CompanySecrets => {
    const cloud = name.split('.')[0];
    return (cloud === 'clearstory' && practised.clearstory) || (cloud === 'procore' && practised.procore) ? kept : own;
  };
  return {
    has: (name) => of(name).has(name),
    read: (name) => of(name).read(name),
    write: (name, value) => of(name).write(name, value),
    forget: (names) => {
      const refused = [own, kept].map((some) => some.forget(names.filter((name) => of(name) === some)));
      return refused.find((why) => why !== null) ?? null;
    },
    clearstoryKey: () => of('clearstory.key').clearstoryKey(),
    variable: own.variable,
  };
}
