import { fail, succeed } from '#shared/domain/failure.ts';
import { differentCells } from '#shared/domain/procore/budgetCells.ts';
import { refused } from '../../../drafts/openDraft.ts';
import type { ItemKindModule } from '../../kindModule.ts';
import { itemGone } from '../shared/planning.ts';
import { budgetOf } from '../shared/sageFacts.ts';
import { compareBudget } from './compare.ts';
import { exportBudget, settleBudgetTransfer } from './export.ts';
import { importBudget, importChoices } from './import.ts';
import { budgetFacts, budgetItems } from './items.ts';
import { projectLink, type Source, saveBudgetLink, settleSchema } from './links.ts';
import { type Standing, standingOf } from './standing.ts';

/** Budgets (6-2): made on one side, and owned by it for good. */
export const budgetModule: ItemKindModule = {
  kind: 'budget',
  items: budgetItems,

  item: (context, key) => {
    const project = projectLink(context, key);
    return project === null ? null : budgetFacts(context, project);
  },

  compare: (context, key) => {
    const project = projectLink(context, key);
    const standing = project === null ? null : standingOf(context, project);
    return standing === null ? { fields: [], lines: [], notes: [] } : compareBudget(context, standing);
  },

  choices: (context, key) => {
    const project = projectLink(context, key);
    const standing = project === null ? null : standingOf(context, project);
    if (standing === null) return fail(itemGone(key.id));
    return succeed(standing.direction === 'export' ? [] : importChoices(standing));
  },

  source: (context, key) => {
    const project = projectLink(context, key);
    const standing = project === null ? null : standingOf(context, project);
    if (standing === null) return null;
    const source: Source = {
      locked: standing.budget.locked,
      cells: Object.fromEntries([...standing.cells].map(([cell, { revised }]) => [cell, revised])),
    };
    return source;
  },

  accept: async (context, key, choices) => {
    const project = projectLink(context, key);
    const standing = project === null ? null : standingOf(context, project);
    if (project === null || standing === null) return fail(itemGone(key.id));
    return standing.direction === 'export'
      ? exportBudget(context, key, project)
      : importBudget(context, project, choices);
  },

  settleTransfer: settleBudgetTransfer,

  settleAct: (context, key, { settle, by }) => {
    const { cells } = settleSchema.parse(JSON.parse(settle));
    const project = projectLink(context, key);
    if (project === null) return;
    saveBudgetLink(context, { project, owner: 'sage', cells: new Map(Object.entries(cells)), transferId: null, by });
  },

  partners: (context, key) => {
    const project = projectLink(context, key);
    const standing = project === null ? null : standingOf(context, project);
    if (project === null || standing === null) return [];
    const title = `Budget of job ${project.sageNumber}`;
    return [{ sageKey: project.sageKey, title, refusal: equalRefusal(standing) }];
  },

  // What is equal to the cent on both sides needs no writing: only whose it is from now on is kept.
  link: async (context, key, _, by) => {
    const project = projectLink(context, key);
    if (project === null) return fail(itemGone(key.id));
    const now = await context.sage.record('budget', project.sageKey);
    if (!now.ok) return now;
    const standing = standingOf(context, project, now.value === null ? null : budgetOf(now.value));
    const refusal = standing === null ? 'Its budget was not read yet.' : equalRefusal(standing);
    if (standing === null || refusal !== null) return fail(refused('procore.linkRefused', refusal ?? ''));
    const owner = standing.direction === 'export' ? 'procore' : 'sage';
    context.store.transaction(() => {
      saveBudgetLink(context, { project, owner, cells: standing.sageCells, transferId: null, by });
      context.tell({
        kind: 'procoreDecided',
        by,
        sentence: `${by} linked the budgets of ${standing.name} and job ${project.sageNumber}, which are the same to the cent: ${owner === 'procore' ? 'Procore' : 'Sage'} owns it.`,
        job: project.sageKey,
        detail: { item: `budget ${key.id}`, owner },
      });
    });
    return succeed(null);
  },

  unlink: async (context, key) => {
    const link = context.store.procore.links.get(key);
    const owner = link?.owner === 'procore' ? 'Procore' : 'Sage';
    const sentence = `This budget belongs to ${owner} for good, so it is not unlinked: change it there, or unlink the whole project.`;
    return fail(refused('procore.notNow', sentence));
  },
};

/** Why the budgets of both sides cannot simply be linked; null when every cell is the same. */
function equalRefusal({ cells, sageCells, unread, facts, direction }: Standing): string | null {
  if (direction === 'export' && facts.phases.length > 0) {
    return 'Phases are in use, so that Sage owns this budget: unlock it in Procore first.';
  }
  const revised = new Map([...cells].map(([key, cell]) => [key, cell.revised]));
  const differing = differentCells(revised, sageCells).length + unread.length;
  if (differing === 0) return null;
  return `${differing} ${differing === 1 ? 'amount is' : 'amounts are'} not the same on both sides: send the budget or import it instead.`;
}
