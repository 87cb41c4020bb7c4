import { z } from 'zod';
import type { Money } from '#shared/domain/money.ts';
import { agreedNames, type CellKey } from '#shared/domain/procore/budgetCells.ts';
import { type ItemKey, procoreIdOf, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { Context } from '../../../context.ts';

/** What an import of a budget leaves behind: the estimates of Sage that Procore has from then on. */
export const settleSchema = z.object({
  what: z.literal('imported'),
  /** Estimates by cell. */
  cells: z.record(z.string(), z.string()),
});
export type Settle = z.infer<typeof settleSchema>;

/** The budget's plan is made of this, and so is what was exported once it is in Sage. */
export const sourceSchema = z.object({
  locked: z.boolean(),
  /** Revised amount by cell, zeros included. */
  cells: z.record(z.string(), z.string()),
});
export type Source = z.infer<typeof sourceSchema>;

/** The pair of project and job that a budget belongs to; null: the project is no job. */
export function projectLink({ store }: Context, key: ItemKey): ProcoreLink | null {
  const project = procoreIdOf(key);
  return project === null ? null : store.procore.links.get(procoreItem('project', project));
}

/** `owner`: the side that it was made in, for good. */
export function saveBudgetLink(
  context: Context,
  pair: {
    readonly project: ProcoreLink;
    readonly owner: 'procore' | 'sage';
    readonly cells: ReadonlyMap<CellKey, Money>;
    readonly transferId: string | null;
    readonly by: string;
  },
): void {
  const { project, owner, cells, transferId, by } = pair;
  context.store.procore.links.save({
    item: procoreItem('budget', project.procoreId),
    procoreId: project.procoreId,
    project: project.procoreId,
    sageKey: project.sageKey,
    sageNumber: project.sageNumber,
    job: project.sageKey,
    originId: originIdOf(context.company, 'job', project.sageKey),
    owner,
    lines: [],
    agreed: agreedNames(cells),
    transferId,
    at: context.clock.now(),
    by,
  });
}
