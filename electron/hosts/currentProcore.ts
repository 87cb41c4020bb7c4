import { type ProcoreSettings, procoreBases } from '#shared/domain/procore/procoreSettings.ts';
import type { ProcoreEnvironment } from '../clouds/procore/environment.ts';
import type { ClientSecret } from '../clouds/procore/tokenRequest.ts';
import type { ProcoreAccount } from '../engine/ports/procoreAccount.ts';
import type { Secrets } from '../engine/ports/runtime.ts';

/** The account in the environment that the settings name now: another one works at once, without a restart. */
export function currentProcore(
  settings: () => ProcoreSettings,
  create: (environment: ProcoreEnvironment, signIn: ProcoreSettings['signIn']) => ProcoreAccount,
): ProcoreAccount {
  let made: { readonly of: string; readonly account: ProcoreAccount } | null = null;
  const now = (): ProcoreAccount => {
    const { signIn, ...others } = settings();
    const environment = procoreBases({ ...others, signIn });
    const of = JSON.stringify([environment, signIn]);
    if (made?.of !== of) made = { of, account: create(environment, signIn) };
    return made.account;
  };
  return {
    configured: () => now().configured(),
    test: () => now().test(),
    webAddress: () => now().webAddress(),
    templates: () => now().templates(),
    projects: (query) => now().projects(query),
    project: (id) => now().project(id),
    subJobs: (project) => now().subJobs(project),
    vendors: (query) => now().vendors(query),
    costCodeLists: () => now().costCodeLists(),
    companyCostCodes: () => now().companyCostCodes(),
    costTypes: () => now().costTypes(),
    projectCostCodes: (project, subJobs) => now().projectCostCodes(project, subJobs),
    budget: (project) => now().budget(project),
    commitments: (project, query) => now().commitments(project, query),
    changes: (project, query) => now().changes(project, query),
    invoices: (project, query) => now().invoices(project, query),
    beginLogin: () => now().beginLogin(),
    write: (call, given) => now().write(call, given),
    requestsSent: () => now().requestsSent(),
  };
}

/** Both halves, or null: one alone opens nothing. */
export function procoreSecret(secrets: Pick<Secrets, 'read'>): ClientSecret | null {
  const clientId = secrets.read('procore.clientId');
  const clientSecret = secrets.read('procore.secret');
  return clientId === null || clientSecret === null ? null : { clientId, clientSecret };
}
