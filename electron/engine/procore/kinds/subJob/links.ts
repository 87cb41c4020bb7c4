import { z } from 'zod';
import { type ItemKey, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { Context } from '../../../context.ts';

/** What an act of a sub job leaves behind when it is done. */
export const settleSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('told') }),
  z.object({
    what: z.literal('linked'),
    project: z.string(),
    job: z.string(),
    phase: z.string(),
    name: z.string(),
    owner: z.enum(['sage', 'both']),
  }),
  z.object({ what: z.literal('updated'), name: z.string() }),
]);
export type Settle = z.infer<typeof settleSchema>;

export function settleOf(text: string): Settle {
  return settleSchema.parse(JSON.parse(text));
}

/** Job and phase number as the store keeps a phase: `2402/3`. */
export const phaseKey = (job: string, phase: string) => `${job}/${phase}`;

export function phaseOf(key: string): { readonly job: string; readonly phase: string } {
  const [job = '', phase = ''] = key.split('/');
  return { job, phase };
}

/** The phase that an item in Sage only is of. */
export function phaseKeyOf({ id }: ItemKey): string | null {
  return id.startsWith('s:') ? id.slice(2) : null;
}

export function saveSubJobLink(
  context: Context,
  subJob: string,
  { project, job, phase, name, owner }: Extract<Settle, { what: 'linked' }>,
  by: string,
): void {
  const link: ProcoreLink = {
    item: procoreItem('subJob', subJob),
    procoreId: subJob,
    project,
    sageKey: phaseKey(job, phase),
    sageNumber: phase,
    job,
    originId: originIdOf(context.company, 'phase', job, phase),
    owner,
    lines: [],
    agreed: { name },
    transferId: null,
    at: context.clock.now(),
    by,
  };
  context.store.procore.links.save(link);
}
