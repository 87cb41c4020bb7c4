import { clients, jobs, type StoryJob } from '../../story/jobs.ts';
import type { SandboxContract, SandboxProject } from '../state.ts';
import { officeInstant, pick } from './chance.ts';
import { spokaneOffice, tacomaOffice } from './company.ts';
import type { StoryCor } from './corTable.ts';

/** What project managers called the jobs whose projects carry no job number. */
const nicknames: Readonly<Record<string, string>> = {
  '2404': 'Fire Station #17 Remodel',
  '2408': 'Pier 24 - Thea Foss',
};

/** The story's projects in the order of its jobs, then two that no Sage job belongs to. */
export function seedProjects(): readonly (SandboxProject & { readonly job: string | null })[] {
  const withProject = jobs.filter((job) => job.project !== 'none');
  const own = withProject.map((job, index) => ({ ...projectOf(job, 61001 + index), job: job.number }));
  return [
    ...own,
    { ...bare(61090, 'Template: copy me (no work)', spokaneOffice, false), job: null },
    { ...bare(61091, 'Wright Park Conservatory Glazing', tacomaOffice, true), jobNumber: '2207', job: null },
  ];
}

function projectOf(job: StoryJob, id: number): SandboxProject {
  const client = clients.findIndex((one) => one.number === job.client);
  const created = officeInstant(`2026-01-0${2 + pick(`${job.number}:day`, 6)}`, `${job.number}:project`);
  return {
    ...bare(id, nicknames[job.number] ?? job.name, tacomaOffice, job.status === '6'),
    jobNumber: job.project === 'numbered' ? job.number : null,
    customerJobNumber: job.client === '101' ? `PCSD-${job.number}` : null,
    customerId: 3001 + client,
    contractValue: job.contract,
    division: 'General Contractor',
    address: { street: '', city: job.city, state: 'WA', zip: '' },
    createdAt: created,
    updatedAt: created,
  };
}

function bare(id: number, title: string, officeId: number, archived: boolean): SandboxProject {
  const created = '2026-01-05T18:30:00.000Z';
  return {
    id,
    title,
    jobNumber: null,
    customerJobNumber: null,
    customerId: null,
    officeId,
    contractValue: null,
    division: null,
    archived,
    address: { street: '', city: '', state: '', zip: '' },
    integrationMetadata: [],
    createdAt: created,
    updatedAt: created,
  };
}

/** One prime contract per project and one subcontract per subcontractor who sent a request on it. */
export function seedContracts(
  projects: readonly (SandboxProject & { readonly job: string | null })[],
  cors: readonly StoryCor[],
): readonly SandboxContract[] {
  const contracts: SandboxContract[] = [];
  for (const project of projects) {
    if (project.job === null) continue;
    const dates = { createdAt: project.createdAt, updatedAt: project.createdAt };
    contracts.push({
      id: 71001 + contracts.length,
      name: 'Prime contract',
      contractValue: project.contractValue,
      customerProjectId: null,
      contractorProjectId: project.id,
      contractorName: null,
      ...dates,
    });
    const subs = new Set(cors.filter((cor) => cor.job === project.job).map((cor) => cor.contractor));
    for (const contractorName of subs) {
      if (contractorName === null) continue;
      contracts.push({
        id: 71001 + contracts.length,
        name: `Subcontract ${contractorName}`,
        contractValue: `${40 + pick(`${project.job}${contractorName}`, 900)}500.00`,
        customerProjectId: project.id,
        contractorProjectId: null,
        contractorName,
        ...dates,
      });
    }
  }
  return contracts;
}
