import { z } from 'zod';
import { type ItemKey, procoreIdOf, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { Context } from '../../../context.ts';

/** What an act of a project leaves behind when it is done. `codes`: what was agreed of its cost codes. */
export const settleSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('told') }),
  z.object({
    what: z.literal('linked'),
    job: z.string(),
    owner: z.enum(['sage', 'both']),
    codes: z.record(z.string(), z.string()),
  }),
]);
export type Settle = z.infer<typeof settleSchema>;

export const told: Settle = { what: 'told' };

export function settleOf(text: string): Settle {
  return settleSchema.parse(JSON.parse(text));
}

export function saveProjectLink(
  context: Context,
  pair: {
    readonly project: string;
    readonly job: string;
    readonly owner: ProcoreLink['owner'];
    readonly name: string;
    readonly transferId: string | null;
    readonly by: string;
  },
): void {
  const { project, job, owner, name, transferId, by } = pair;
  context.store.procore.links.save({
    item: procoreItem('project', project),
    procoreId: project,
    project,
    sageKey: job,
    sageNumber: job,
    job,
    originId: originIdOf(context.company, 'job', job),
    owner,
    lines: [],
    agreed: { name },
    transferId,
    at: context.clock.now(),
    by,
  });
}

/** The job that a project is in Sage; null: it is none yet. */
export function jobOfProject({ store }: Pick<Context, 'store'>, project: string): string | null {
  return store.procore.links.get(procoreItem('project', project))?.sageKey ?? null;
}

/** What is being paired just now: jobs by number, projects by id. */
export function pairing({ store }: Context): {
  readonly jobs: ReadonlySet<string>;
  readonly projects: ReadonlySet<string>;
} {
  const jobs = new Set<string>();
  const projects = new Set<string>();
  for (const { item, settle } of store.procore.acts.open()) {
    if (item.kind !== 'project') continue;
    const left = settleOf(settle);
    if (left.what !== 'linked') continue;
    jobs.add(left.job);
    const id = procoreIdOf(item);
    if (id !== null) projects.add(id);
  }
  return { jobs, projects };
}

/** The job that an item in Sage only is of. */
export function jobNumber({ id }: ItemKey): string | null {
  return id.startsWith('s:') ? id.slice(2) : null;
}
