import type { ProjectProposal } from '#shared/contract/projects.ts';
import type { CloudProject } from '#shared/domain/cloudProject.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { isZero } from '#shared/domain/money.ts';
import type { Job } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';
import { refused } from '../drafts/openDraft.ts';
import { mapProject } from './mapping.ts';

/** What accepting these jobs would create, filled from Sage as far as Sage knows it. */
export async function proposeProjects(context: Context, jobs: readonly string[]) {
  const { store, clearstory } = context;
  const offices = await clearstory.offices();
  if (!offices.ok) return offices;
  const officeId = offices.value[0]?.id ?? '';
  const customers = officeId === '' ? succeed([]) : await clearstory.customers(officeId, '');
  if (!customers.ok) return customers;
  const proposals = jobs.flatMap((number): ProjectProposal[] => {
    const job = store.sage.get('job', number);
    if (job === null) return [];
    const customer =
      customers.value.find(({ internalId }) => internalId !== null && internalId === job.clientNumber) ??
      customers.value.find(({ name }) => name.toLowerCase() === job.clientName.toLowerCase());
    return [
      {
        job: job.number,
        officeId,
        customerId: customer?.id ?? null,
        title: job.name,
        jobNumber: job.number,
        contractValue: isZero(job.contract) ? null : job.contract,
      },
    ];
  });
  return succeed({ proposals, offices: offices.value, customers: customers.value.slice(0, 200) });
}

/**
 * Creates the project in Clearstory and maps it. The intention is saved first; whoever finds it after a crash looks the
 * project up by job number before creating one, so there is never a second project.
 */
export async function acceptJob(context: Context, proposal: ProjectProposal): Promise<Result<string>> {
  const { store, clock, host } = context;
  const imported = store.imported.get(proposal.job);
  const job = store.sage.get('job', proposal.job);
  if (imported === null || job === null || (imported.state !== 'waiting' && imported.state !== 'creating')) {
    return fail(
      refused('import.gone', `Job ${proposal.job} is not waiting to be imported any more: look at the list again.`),
    );
  }
  const bad = proposalRefusal(proposal);
  if (bad !== null) return fail(refused('import.field', bad));
  store.imported.save({ ...imported, state: 'creating', at: clock.now(), by: host.person });
  const project = await findOrCreate(context, proposal, job);
  if (!project.ok) {
    // Nothing was created for sure, so the job waits again; where that is unknown it stays `creating` and is looked up first.
    if (project.failure.next === 'needsPerson') store.imported.save({ ...imported, state: 'waiting' });
    return project;
  }
  return store.transaction(() => {
    store.projects.upsert(project.value);
    const mapped = mapProject(context, {
      projectId: project.value.id,
      job: job.number,
      defaults: store.settings.read().defaults,
    });
    if (!mapped.ok) return mapped;
    store.imported.save({ ...imported, state: 'mapped', at: clock.now(), by: host.person });
    context.tell({
      kind: 'importAccepted',
      sentence: `${host.person} accepted job ${job.number}: project ${project.value.title} was created in Clearstory and mapped.`,
      job: job.number,
      detail: { title: project.value.title, project: project.value.id, office: proposal.officeId },
    });
    return succeed(`Project ${project.value.title} is in Clearstory and mapped to job ${job.number}.`);
  });
}

async function findOrCreate(context: Context, proposal: ProjectProposal, job: Job): Promise<Result<CloudProject>> {
  const { clearstory, store } = context;
  const existing = await clearstory.findProjectsByJobNumber(proposal.jobNumber);
  if (!existing.ok) return existing;
  const free = existing.value.find(({ id }) => store.mappings.ofProject(id) === null);
  if (free !== undefined) return succeed(free);
  if (existing.value.length > 0) {
    const sentence = `Clearstory has a project with number ${proposal.jobNumber} that is mapped to another job: give this one another number.`;
    return fail(refused('import.numberTaken', sentence));
  }
  const created = await clearstory.createProject({
    officeId: proposal.officeId,
    title: proposal.title.trim(),
    jobNumber: proposal.jobNumber.trim(),
    customerId: proposal.customerId,
    contractValue: proposal.contractValue,
    address: job.address,
  });
  if (created.ok || created.failure.next !== 'retry') return created;
  // The answer was lost: the project may be there.
  const again = await clearstory.findProjectsByJobNumber(proposal.jobNumber);
  const found = again.ok ? again.value[0] : undefined;
  return found === undefined ? created : succeed(found);
}

function proposalRefusal({ officeId, title, jobNumber }: ProjectProposal): string | null {
  if (officeId === '') return 'Office is empty: choose the Clearstory office that the project belongs to.';
  const length = title.trim().length;
  if (length === 0 || length > 150) return `Title has ${length} characters: Clearstory takes 1 to 150.`;
  const numberLength = jobNumber.trim().length;
  if (numberLength === 0 || numberLength > 100)
    return `Job number has ${numberLength} characters: Clearstory takes 1 to 100.`;
  return null;
}

/** Rejects jobs: each keeps a tombstone with the reason and can be restored. */
export function rejectJobs(context: Context, jobs: readonly string[], reason: string): void {
  const { store, clock, host } = context;
  store.transaction(() => {
    for (const job of jobs) {
      const imported = store.imported.get(job);
      if (imported?.state !== 'waiting') continue;
      store.imported.save({ job, state: 'rejected', reason, at: clock.now(), by: host.person });
      context.tell({ kind: 'importRejected', sentence: `${host.person} rejected job ${job}: ${reason}`, job });
    }
  });
  context.notify(['projects', 'status', 'history']);
}

export function restoreJobs(context: Context, jobs: readonly string[]): void {
  const { store, clock, host } = context;
  store.transaction(() => {
    for (const job of jobs) {
      const imported = store.imported.get(job);
      if (imported?.state !== 'rejected') continue;
      store.imported.save({ job, state: 'waiting', reason: '', at: clock.now(), by: host.person });
      context.tell({
        kind: 'importRestored',
        sentence: `${host.person} restored job ${job} (was rejected: ${imported.reason})`,
        job,
      });
    }
  });
  context.notify(['projects', 'status', 'history']);
}
