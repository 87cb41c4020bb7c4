import type { SandboxCor, SandboxState, SandboxTag } from '../state.ts';
import { cityCors } from './cityCors.ts';
import { clinicCors } from './clinicCors.ts';
import { seedCompany } from './company.ts';
import { corOf } from './cors.ts';
import type { StoryCor } from './corTable.ts';
import { developerCors } from './developerCors.ts';
import { seedContracts, seedProjects } from './projects.ts';
import { scaledCors } from './scaled.ts';
import { schoolCors } from './schoolCors.ts';
import { tagsOf } from './tags.ts';

/** Every request of the story. */
export const storyCors: readonly StoryCor[] = [...schoolCors, ...clinicCors, ...developerCors, ...cityCors];

/** The whole first state: always the same for the same scale (a multiple of the story's requests, for benchmarks). */
export function seedState(scale: number): SandboxState {
  const projects = seedProjects();
  const contracts = seedContracts(projects, storyCors);
  const tags: SandboxTag[] = [];
  const cors: SandboxCor[] = storyCors.map((story, index) => {
    const project = projects.find((one) => one.job === story.job);
    if (project === undefined) throw new Error(`The story has no project for job ${story.job}`);
    const contract = contracts.find(
      (one) =>
        one.contractorName === story.contractor &&
        (one.customerProjectId === project.id || one.contractorProjectId === project.id),
    );
    const own = tagsOf(story, project.id, 101 + tags.length);
    tags.push(...own);
    return corOf(story, index, project, contract, own);
  });
  const firstCopy = 1_000_001;
  const copies = scaledCors(cors, scale, firstCopy);
  return {
    format: 1,
    ...seedCompany(),
    projects: projects.map(({ job: _, ...project }) => project),
    contracts: [...contracts],
    tags,
    changeNotifications: [
      {
        id: 41,
        typeId: 1,
        status: 'in_review',
        title: 'Price: quartz tops at level 7 amenity kitchen',
        description: '<p>Please price per ASI&nbsp;14.</p>',
        customerReferenceNumber: 'HD-022',
        projectId: projects.find((one) => one.job === '2403')?.id ?? 0,
        dateSubmitted: '2026-10-06T17:20:00.000Z',
        dueDate: '2026-10-20T00:00:00.000Z',
        createdAt: '2026-10-06T17:05:00.000Z',
        updatedAt: '2026-10-06T17:20:00.000Z',
      },
    ],
    cors: [...cors, ...copies],
    nextId: firstCopy + copies.length,
  };
}
