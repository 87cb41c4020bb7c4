import { fail } from '#shared/domain/failure.ts';
import type { ProcoreAccount } from '../../engine/ports/procoreAccount.ts';
import { type ConnectionOptions, connect } from './connection.ts';
import { beginLogin, type LoginAttempt } from './login.ts';
import { noLogin } from './loginFailures.ts';
import type { RateUsage } from './rateBudget.ts';
import type { Reader } from './reading.ts';
import { readBudget } from './reads/budget.ts';
import { readChanges } from './reads/changes.ts';
import { readCommitments } from './reads/commitments.ts';
import { readWebAddress, testConnection } from './reads/connectionTest.ts';
import { readCompanyCostCodes, readCostCodeLists, readCostTypes, readProjectCostCodes } from './reads/costCodes.ts';
import { readProject, readProjects, readSubJobs, readTemplates, readVendors } from './reads/directory.ts';
import { readInvoices } from './reads/invoices.ts';
import { createWbsBook } from './reads/wbsCodes.ts';
import { writeCall } from './writes/write.ts';

export type ProcoreOptions = ConnectionOptions & {
  /** The budget view to read rows through, by its name; null or absent: Procore's standard one. */
  readonly budgetView?: () => string | null;
};

/** Besides the port: what is used of the calls allowed, for the screen and for measuring. */
export type ProcoreClient = ProcoreAccount & { readonly usage: () => RateUsage };

/**
 * Procore's REST API as the engine's port, for one company. Reads are tried up to three times, writes are sent once; every call waits
 * its turn in the budget of its credential. All expected failures are values with a code `procore.…`.
 */
export function createProcoreAccount(options: ProcoreOptions): ProcoreClient {
  const { transport, usage } = connect(options);
  const view = options.budgetView ?? (() => null);
  const companyId = () => options.companyId()?.trim() ?? '';
  const reader: Reader = {
    transport,
    clock: options.clock,
    companyId,
    wbs: createWbsBook(transport),
    remembered: { threeTiers: new Map(), views: new Map() },
  };
  let attempt: LoginAttempt | null = null;
  let webAddress: Awaited<ReturnType<typeof readWebAddress>> | null = null;
  return {
    configured: () => options.credentials() !== null && companyId() !== '',
    test: () => testConnection(reader),
    webAddress: async () => {
      webAddress ??= await readWebAddress(reader);
      const known = webAddress;
      // What could not be read is asked for again.
      if (!known.ok) webAddress = null;
      return known;
    },
    templates: () => readTemplates(reader),
    projects: (query) => readProjects(reader, query),
    project: (id) => readProject(reader, id),
    subJobs: (project) => readSubJobs(reader, project),
    vendors: (query) => readVendors(reader, query),
    costCodeLists: () => readCostCodeLists(reader),
    companyCostCodes: () => readCompanyCostCodes(reader),
    costTypes: () => readCostTypes(reader),
    projectCostCodes: (project, subJobs) => readProjectCostCodes(reader, project, subJobs),
    budget: (project) => readBudget(reader, project, view),
    commitments: (project, query) => readCommitments(reader, project, query),
    changes: (project, query) => readChanges(reader, project, query),
    invoices: (project, query) => readInvoices(reader, project, query),
    write: (call, given) => writeCall(reader, call, given, view),
    beginLogin: async () => {
      if (options.login === undefined) return fail(noLogin);
      // Whoever begins again has closed the page: its wait would hold one of the few ports.
      attempt?.cancel();
      const begun = await beginLogin({ ...options, store: options.login });
      attempt = begun.ok ? begun.value : null;
      return begun;
    },
    requestsSent: () => usage().calls,
    usage,
  };
}
