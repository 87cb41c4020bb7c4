import { type Failure, fail } from '#shared/domain/failure.ts';
import type { ProcoreAccount } from '../../engine/ports/procoreAccount.ts';

const failure: Failure = {
  next: 'needsPerson',
  code: 'procore.notConfigured',
  sentence: 'No Procore account is set up for this company.',
  remedy: 'Enter the company number and the credentials under Settings, Procore.',
};
const refused = async () => fail(failure);

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
  requestsSent: () => 0,
};
