import type { ProjectProposal } from '#shared/contract/projects.ts';
import type { CloudCustomer } from '#shared/domain/cloudProject.ts';
import { formatMoney, parseMoney } from '#shared/domain/money.ts';

/** What will be created in Clearstory for one job, as a person is typing it. */
export type ProposalDraft = {
  readonly job: string;
  readonly officeId: string;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly title: string;
  readonly jobNumber: string;
  readonly contractValue: string;
};

export type ProposalField = 'officeId' | 'title' | 'jobNumber' | 'contractValue';
export type ProposalProblems = Partial<Readonly<Record<ProposalField, string>>>;

/** Clearstory's limits: title 1–150 characters, job number at most 100. */
const longestTitle = 150;
const longestNumber = 100;

export function draftOfProposal(proposal: ProjectProposal, customers: readonly CloudCustomer[]): ProposalDraft {
  const { customerId, contractValue, ...rest } = proposal;
  const amount = contractValue === null ? null : parseMoney(contractValue);
  const name = customers.find(({ id }) => id === customerId)?.name;
  return {
    ...rest,
    customer: customerId === null ? null : { id: customerId, name: name ?? customerId },
    contractValue: amount === null ? (contractValue ?? '') : formatMoney(amount),
  };
}

/** What the engine is asked to create. Call it only for a draft without problems. */
export function proposalOf(draft: ProposalDraft): ProjectProposal {
  return {
    job: draft.job,
    officeId: draft.officeId,
    customerId: draft.customer?.id ?? null,
    title: draft.title.trim(),
    jobNumber: draft.jobNumber.trim(),
    contractValue: draft.contractValue.trim() === '' ? null : parseMoney(draft.contractValue),
  };
}

function lengthProblem(text: string, longest: number, missing: string): string | undefined {
  const { length } = text.trim();
  if (length === 0) return missing;
  return length > longest ? `${length} characters; Clearstory takes ${longest}.` : undefined;
}

/** What Clearstory would refuse, each at its field. */
export function proposalProblems({ officeId, title, jobNumber, contractValue }: ProposalDraft): ProposalProblems {
  const amount = contractValue.trim();
  const problems = {
    officeId: officeId === '' ? 'Choose an office.' : undefined,
    title: lengthProblem(title, longestTitle, 'Give the project a title.'),
    jobNumber: lengthProblem(jobNumber, longestNumber, 'Give the job number.'),
    contractValue:
      amount !== '' && parseMoney(amount) === null ? `“${amount}” is not an amount, e.g. 1,250,000.00.` : undefined,
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined));
}
