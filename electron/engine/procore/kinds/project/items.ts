import { jobRefusal } from '#shared/domain/plans/changeOrder/checkDraft.ts';
import { type ItemKey, procoreIdOf, procoreItem, sageItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { ProcoreProject } from '#shared/domain/procore/records.ts';
import { externalProject, jobImportUnmet, projectExportUnmet } from '#shared/domain/procore/rules/project.ts';
import type { Job } from '#shared/domain/sage/facts.ts';
import type { Context } from '../../../context.ts';
import type { ItemFacts } from '../../kindModule.ts';
import { readNote } from '../../pull/polledProjects.ts';
import { bareFacts, beingPaired } from '../shared/bareFacts.ts';
import { sageCodeList } from '../shared/codes.ts';
import { allOfSage, sageReadSince } from '../shared/sageFacts.ts';
import { jobNumber, pairing } from './links.ts';

/** Projects of Procore, then the open jobs that only Sage has, each by number. */
export function projectItems(context: Context): readonly ItemFacts[] {
  const { records, links } = context.store.procore;
  const pairs = new Map(links.all('project').map((link) => [link.procoreId, link]));
  const linked = new Set([...pairs.values()].map(({ sageKey }) => sageKey));
  const projects = new Map(records.all('project').map((project) => [project.id, project]));
  const shared = sharedFacts(context);
  return [
    ...[...projects.values()].map((project) => projectFacts(context, shared, project, pairs.get(project.id) ?? null)),
    ...[...pairs.values()]
      .filter(({ procoreId }) => !projects.has(procoreId))
      .map((link) => linkedFacts(context, link, null)),
    ...allOfSage(context, 'job')
      .filter((job) => !linked.has(job.number) && jobRefusal(job.status, job.inactive) === null)
      .map((job) => jobFacts(shared, job)),
  ];
}

export function projectItem(context: Context, key: ItemKey): ItemFacts | null {
  const { records, links } = context.store.procore;
  const id = procoreIdOf(key);
  if (id === null) {
    const job = context.store.sage.get('job', jobNumber(key) ?? '');
    if (job === null || links.ofSage('project', job.number) !== null) return null;
    return jobRefusal(job.status, job.inactive) === null ? jobFacts(sharedFacts(context), job) : null;
  }
  const project = records.get('project', id);
  const link = links.get(key);
  if (project !== null) return projectFacts(context, sharedFacts(context), project, link);
  return link === null ? null : linkedFacts(context, link, null);
}

type Shared = {
  readonly sageList: string | null;
  readonly pairing: ReturnType<typeof pairing>;
  /** Jobs by number: R-014 proposes a job of the same number, and takes none by itself. */
  readonly unlinkedJobs: ReadonlyMap<string, Job>;
};

function sharedFacts(context: Context): Shared {
  const linked = new Set(context.store.procore.links.all('project').map(({ sageKey }) => sageKey));
  const free = allOfSage(context, 'job').filter(({ number }) => !linked.has(number));
  return {
    sageList: sageCodeList(context),
    pairing: pairing(context),
    unlinkedJobs: new Map(free.map((job) => [job.number, job])),
  };
}

function projectFacts(context: Context, shared: Shared, project: ProcoreProject, link: ProcoreLink | null): ItemFacts {
  if (link !== null) return linkedFacts(context, link, project);
  const { store, company } = context;
  const same = shared.unlinkedJobs.get(project.number);
  return {
    ...bareFacts(procoreItem('project', project.id), project.name),
    direction: 'export',
    number: project.number,
    place: [project.address.city, project.address.state].filter((part) => part !== '').join(', '),
    project: project.id,
    amount: project.value,
    updatedAt: project.updatedAt,
    external: externalProject(project, company),
    unmet: [
      ...projectExportUnmet(project, {
        codes: store.procore.records.all('costCode', project.id),
        sageList: shared.sageList,
        listKnown: store.notes.read(readNote(project.id)) !== null,
      }),
      ...beingPaired(shared.pairing.projects.has(project.id), 'R-014'),
    ],
    suggestion:
      same === undefined
        ? null
        : { sageKey: same.number, words: `Job ${same.number} ${same.name} has the same number` },
  };
}

function jobFacts(shared: Shared, job: Job): ItemFacts {
  return {
    ...bareFacts(sageItem('project', job.number), job.name),
    direction: 'import',
    number: job.number,
    place: job.clientName,
    amount: job.contract,
    // Codes without a category are asked for when it is accepted.
    unmet: [
      ...jobImportUnmet(job, [], { sageList: shared.sageList, given: [] }),
      ...beingPaired(shared.pairing.jobs.has(job.number), 'R-014'),
    ],
  };
}

function linkedFacts(context: Context, link: ProcoreLink, project: ProcoreProject | null): ItemFacts {
  const job = context.store.sage.get('job', link.sageKey);
  return {
    ...bareFacts(link.item, project?.name ?? link.agreed.name ?? link.sageNumber),
    direction: link.owner === 'sage' ? 'import' : 'export',
    number: project?.number ?? link.sageNumber,
    place: job?.clientName ?? '',
    project: link.procoreId,
    amount: project?.value ?? null,
    updatedAt: project?.updatedAt ?? null,
    link,
    discrepancies: [
      ...(job === null && sageReadSince(context, link.at)
        ? [`Job ${link.sageNumber} is not in Sage (3-5) any more.`]
        : []),
      ...(project !== null && !project.active ? [`Project ${project.name} is inactive in Procore.`] : []),
    ],
  };
}
