import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type ItemKey, procoreIdOf, procoreItem, sageItem } from '#shared/domain/procore/item.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { Context } from '../../../context.ts';
import { refused } from '../../../drafts/openDraft.ts';
import type { Accepting, ItemKindModule } from '../../kindModule.ts';
import { queueAct } from '../../queueAct.ts';
import { itemGone, refusedAs } from '../shared/planning.ts';
import { sides } from '../shared/sides.ts';
import { phasesOf, subJobItem, subJobItems } from './items.ts';
import { phaseKey, phaseKeyOf, phaseOf, type Settle, saveSubJobLink, settleOf } from './links.ts';

/** Phases of jobs (3-5) and sub jobs of projects. They go from Sage to Procore only. */
export const subJobModule: ItemKindModule = {
  kind: 'subJob',
  items: subJobItems,
  item: subJobItem,
  choices: () => succeed([]),
  // Nothing of a sub job is ever written into Sage.
  source: () => null,
  settleTransfer: () => undefined,

  compare: ({ store }, key, sageKey) => {
    const subJob = store.procore.records.get('subJob', procoreIdOf(key) ?? '');
    const phase = store.sage.get('phase', phaseKeyOf(key) ?? sageKey ?? '');
    return {
      fields: [
        sides('Number', subJob?.code ?? null, phase?.number ?? null),
        sides('Name', subJob?.name ?? null, phase?.name ?? null),
      ],
      lines: [],
      notes: ['Sub jobs come from Sage: number and name of a phase are changed there.'],
    };
  },

  accept: async (context, key) => {
    const link = context.store.procore.links.get(key);
    const phaseId = link?.sageKey ?? phaseKeyOf(key);
    const phase = phaseId === null ? null : context.store.sage.get('phase', phaseId);
    const project = phase === null ? null : context.store.procore.links.ofSage('project', phase.job);
    if (phase === null || project === null) return fail(itemGone(key.id));
    const settle: Settle =
      link === null
        ? {
            what: 'linked',
            project: project.procoreId,
            job: phase.job,
            phase: phase.number,
            name: phase.name,
            owner: 'sage',
          }
        : { what: 'updated', name: phase.name };
    if (phase.name.trim() === '') {
      const sentence = `Phase ${phase.number} of job ${phase.job} has no name: give it one in Sage 3-5.`;
      return refusedAs({ field: 'name', value: '', sentence });
    }
    const as: Accepting = {
      ok: true,
      as: {
        into: 'procore',
        purpose: link === null ? 'import' : 'update',
        title: `Phase ${phase.number} ${phase.name} of job ${phase.job} as a sub job`,
        calls: [
          {
            op: 'subJob.upsert',
            project: project.procoreId,
            originId: originIdOf(context.company, 'phase', phase.job, phase.number),
            code: phase.number,
            name: phase.name,
          },
        ],
        sums: [],
        warnings: [],
        cautions: [],
        settle: JSON.stringify(settle),
      },
    };
    return succeed(as);
  },

  settleAct: (context, key, { settle, given, by }) => {
    const { links, decisions } = context.store.procore;
    const left = settleOf(settle);
    if (left.what === 'told') return;
    if (left.what === 'updated') {
      const link = links.get(key);
      if (link !== null) links.save({ ...link, agreed: { ...link.agreed, name: left.name } });
      return;
    }
    const subJob = procoreIdOf(key) ?? given[0] ?? null;
    if (subJob === null) throw new Error(`Procore gave no sub job for phase ${left.phase}`);
    saveSubJobLink(context, subJob, left, by);
    decisions.remove(sageItem('subJob', phaseKey(left.job, left.phase)));
  },

  partners: (context, key, { search }) => {
    const { store } = context;
    const subJob = store.procore.records.get('subJob', procoreIdOf(key) ?? '');
    const project = subJob === null ? null : store.procore.links.get(procoreItem('project', subJob.project));
    if (project === null) return [];
    const words = search.toLowerCase().split(/\s+/);
    return phasesOf(context, project)
      .filter(({ number, name }) => words.every((word) => `${number} ${name}`.toLowerCase().includes(word)))
      .map(({ job, number, name }) => ({
        sageKey: phaseKey(job, number),
        title: `${number} ${name}`,
        refusal: linkRefusal(context, phaseKey(job, number)),
      }));
  },

  link: async (context, key, sageKey, by) => linkPhase(context, key, sageKey, by),

  unlink: async (context, key, by) => {
    const { links } = context.store.procore;
    const link = links.get(key);
    if (link === null || link.project === null) {
      return fail(refused('procore.notLinked', 'It is not linked: read the list again.'));
    }
    const { project, sageNumber, job } = link;
    context.store.transaction(() => {
      links.remove(key);
      tell(context, key, {
        purpose: 'unlink',
        title: `Sub job ${sageNumber} is no longer phase ${sageNumber} of job ${job ?? ''}`,
        project,
        subJob: link.procoreId,
        origin: null,
        settle: { what: 'told' },
        by,
      });
      context.tell({
        kind: 'unlinked',
        by,
        sentence: `${by} unlinked phase ${sageNumber} of job ${job ?? ''} from its sub job.`,
        job,
        detail: { item: `subJob ${key.id}` },
      });
    });
    return succeed(null);
  },
};

function linkRefusal({ store }: Context, sageKey: string): string | null {
  if (store.procore.links.ofSage('subJob', sageKey) === null) return null;
  return `Phase ${phaseOf(sageKey).phase} is a sub job already: unlink that first, or choose another phase.`;
}

function linkPhase(context: Context, key: ItemKey, sageKey: string, by: string): Result<null> {
  const { store, company } = context;
  const subJob = store.procore.records.get('subJob', procoreIdOf(key) ?? '');
  const phase = store.sage.get('phase', sageKey);
  const refusal =
    subJob === null || phase === null
      ? 'One of the two is no longer there: read both sides again.'
      : store.procore.links.get(procoreItem('project', subJob.project))?.sageKey !== phase.job
        ? `Phase ${phase.number} belongs to job ${phase.job}, which is not the job of this project.`
        : linkRefusal(context, sageKey);
  if (refusal !== null || subJob === null || phase === null) {
    return fail(refused('procore.linkRefused', refusal ?? ''));
  }
  const { job, number, name } = phase;
  store.transaction(() =>
    tell(context, key, {
      purpose: 'link',
      title: `Sub job ${subJob.code} ${subJob.name} is phase ${number} ${name} of job ${job}`,
      project: subJob.project,
      subJob: subJob.id,
      origin: originIdOf(company, 'phase', job, number),
      settle: { what: 'linked', project: subJob.project, job, phase: number, name, owner: 'both' },
      by,
    }),
  );
  return succeed(null);
}

type Told = {
  readonly purpose: 'link' | 'unlink';
  readonly title: string;
  readonly project: string;
  readonly subJob: string;
  /** Null: it is emptied. */
  readonly origin: string | null;
  readonly settle: Settle;
  readonly by: string;
};

function tell(context: Context, item: ItemKey, { purpose, title, project, subJob, origin, settle, by }: Told): void {
  queueAct(context, {
    item,
    purpose,
    title,
    calls: [{ op: 'subJob.origin', project, subJob, origin: { id: origin, code: null } }],
    settle: JSON.stringify(settle),
    by,
  });
}
