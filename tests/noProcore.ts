import { fail } from '#shared/domain/failure.ts';
import type { ProcoreAccount } from '../electron/engine/ports/procoreAccount.ts';
import { notConfigured } from '../electron/engine/procore/failures.ts';

const refused = async () => fail(notConfigured);

/** The account of a company that does not use Procore. */
export const noProcore: ProcoreAccount = {
  configured: () => false,
  test: refused,
  webAddress: refused,
  templates: refused,
  projects: refused,
  project: refused,
  subJobs: refused,
  vendors: refused,
  costCodeLists: refused,
  companyCostCodes: refused,
  costTypes: refused,
  projectCostCodes: refused,
  budget: refused,
  commitments: refused,
  changes: refused,
  invoices: refused,
  write: refused,
  beginLogin: refused,
  requestsSent: () => 0,
};
