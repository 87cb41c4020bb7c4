import type { ClearstoryAccount } from '../engine/ports/cloudAccount.ts';

/** The account at the address that the settings name now: a new address works at once, without a restart. */
export function currentClearstory(
  address: () => string,
  create: (baseUrl: string) => ClearstoryAccount,
): ClearstoryAccount {
  let made: { readonly baseUrl: string; readonly account: ClearstoryAccount } | null = null;
  const now = (): ClearstoryAccount => {
    const baseUrl = address();
    if (made?.baseUrl !== baseUrl) made = { baseUrl, account: create(baseUrl) };
    return made.account;
  };
  return {
    test: () => now().test(),
    offices: () => now().offices(),
    projects: () => now().projects(),
    findProjectsByJobNumber: (jobNumber) => now().findProjectsByJobNumber(jobNumber),
    createProject: (project) => now().createProject(project),
    updateProjectJobNumber: (projectId, jobNumber) => now().updateProjectJobNumber(projectId, jobNumber),
    customers: (officeId, search) => now().customers(officeId, search),
    cors: (query) => now().cors(query),
    cor: (id, inbox) => now().cor(id, inbox),
    addLabels: (corId, labels) => now().addLabels(corId, labels),
    removeLabels: (corId, labels) => now().removeLabels(corId, labels),
  };
}
