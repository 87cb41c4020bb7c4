import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type ItemKey, procoreIdOf, procoreItem, sageItem } from '#shared/domain/procore/item.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import { numberDifference, projectLinkRefusal } from '#shared/domain/procore/rules/project.ts';
import type { Context } from '../../../context.ts';
import { refused } from '../../../drafts/openDraft.ts';
import type { ItemKindModule } from '../../kindModule.ts';
import { queueAct } from '../../queueAct.ts';
import { agreedOf, saveCodesLink } from '../costCodes/links.ts';
import { projectCodes } from '../shared/codes.ts';
import { procorePartners, sagePartners } from '../shared/partners.ts';
import { itemGone } from '../shared/planning.ts';
import { compareProject } from './compare.ts';
import { exportChoices, exportProject, settleExport } from './export.ts';
import { importChoices, importJob } from './import.ts';
import { projectItem, projectItems } from './items.ts';
import { jobNumber, pairing, type Settle, saveProjectLink, settleOf } from './links.ts';
import { unlinkProject } from './unlink.ts';

/** Projects of Procore and jobs of Sage (3-5). */
export const projectModule: ItemKindModule = {
  kind: 'project',
  items: projectItems,
  item: projectItem,
  compare: compareProject,
  settleTransfer: settleExport,
  unlink: unlinkProject,

  choices: (context, key) => {
    const project = projectOf(context, key);
    if (project !== null) return exportChoices(context, project);
    const job = jobOf(context, key);
    return job === null ? fail(itemGone(key.id)) : importChoices(context, job);
  },

  source: (context, key) => {
    const project = projectOf(context, key);
    if (project === null) return null;
    const { updatedAt, ...source } = project;
    const { leaf, types } = projectCodes(context, project.id);
    return {
      ...source,
      codes: leaf.map(({ fullCode, name, costTypes }) => ({ fullCode, name, costTypes })),
      types: [...types],
    };
  },

  accept: async (context, key, choices) => {
    const project = projectOf(context, key);
    if (project !== null) return exportProject(context, key, project, choices);
    const job = jobOf(context, key);
    return job === null ? fail(itemGone(key.id)) : importJob(context, job, choices);
  },

  settleAct: (context, key, { settle, given, by }) => {
    const left = settleOf(settle);
    if (left.what === 'told') return;
    const project = procoreIdOf(key) ?? given[0] ?? null;
    if (project === null) throw new Error(`Procore gave no project for job ${left.job}`);
    const { store } = context;
    const name = store.procore.records.get('project', project)?.name ?? store.sage.get('job', left.job)?.name ?? '';
    const pair = { project, job: left.job, owner: left.owner, transferId: null, by };
    saveProjectLink(context, { ...pair, name });
    saveCodesLink(context, { ...pair, agreed: left.codes });
    store.procore.decisions.remove(sageItem('project', left.job));
  },

  partners: (context, key, asked) => {
    const { store } = context;
    const ofJob = (job: string) => store.procore.links.ofSage('project', job)?.procoreId ?? null;
    const project = projectOf(context, key);
    if (project !== null) {
      return sagePartners(context, 'job', asked).map((job) => ({
        sageKey: job.number,
        title: `${job.number} ${job.name}`,
        refusal: projectLinkRefusal(project, job, { ofProject: null, ofJob: ofJob(job.number) }),
      }));
    }
    const job = jobOf(context, key);
    const all = store.procore.records.all('project');
    return procorePartners(all, ({ number, name }) => `${number} ${name}`, asked).map((one) => ({
      sageKey: `p:${one.id}`,
      title: `${one.number} ${one.name}`,
      refusal: projectLinkRefusal(one, job, {
        ofProject: store.procore.links.get(procoreItem('project', one.id))?.sageKey ?? null,
        ofJob: job === null ? null : ofJob(job.number),
      }),
    }));
  },

  link: async (context, key, sageKey, by) => {
    const project = context.store.procore.records.get('project', procoreIdOf(key) ?? sageKey.slice(2));
    const job = context.store.sage.get('job', jobNumber(key) ?? sageKey);
    return linkPair(context, project, job, by);
  },
};

function projectOf({ store }: Context, key: ItemKey) {
  const id = procoreIdOf(key);
  return id === null ? null : store.procore.records.get('project', id);
}

function jobOf({ store }: Context, key: ItemKey) {
  const number = jobNumber(key);
  return number === null ? null : store.sage.get('job', number);
}

/** a project and a job that both exist, after a person compared them. Only the pair is told; nothing else changes on either side. */
function linkPair(
  context: Context,
  project: ReturnType<typeof projectOf>,
  job: ReturnType<typeof jobOf>,
  by: string,
): Result<null> {
  const { store, company } = context;
  const busy = pairing(context);
  const sentence =
    projectLinkRefusal(project, job, {
      ofProject:
        project === null ? null : (store.procore.links.get(procoreItem('project', project.id))?.sageKey ?? null),
      ofJob: job === null ? null : (store.procore.links.ofSage('project', job.number)?.procoreId ?? null),
    }) ??
    (busy.jobs.has(job?.number ?? '') || busy.projects.has(project?.id ?? '')
      ? 'One of the two is being linked just now: wait until Procore was told.'
      : null);
  if (sentence !== null || project === null || job === null) {
    return fail(refused('procore.linkRefused', sentence ?? 'One of the two is no longer there: read the list again.'));
  }
  const settle: Settle = {
    what: 'linked',
    job: job.number,
    owner: 'both',
    codes: agreedOf({ ...projectCodes(context, project.id), typed: new Map() }),
  };
  store.transaction(() => {
    queueAct(context, {
      item: procoreItem('project', project.id),
      purpose: 'link',
      title: `Project ${project.name} is job ${job.number} ${job.name}`,
      calls: [
        {
          op: 'project.origin',
          project: project.id,
          origin: { id: originIdOf(company, 'job', job.number), code: job.number },
        },
      ],
      settle: JSON.stringify(settle),
      by,
    });
    context.tell({
      kind: 'procoreDecided',
      by,
      sentence: `${by} linked project ${project.name} with job ${job.number} ${job.name}. ${numberDifference(project.number, job.number) ?? 'Their numbers are the same.'}`,
      job: job.number,
      detail: { item: `project p:${project.id}`, job: job.number },
    });
  });
  return succeed(null);
}
