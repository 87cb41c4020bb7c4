import { fail, succeed } from '#shared/domain/failure.ts';
import { refused } from '../../../drafts/openDraft.ts';
import type { ItemKindModule } from '../../kindModule.ts';
import { itemGone } from '../shared/planning.ts';
import { compareBudget } from './compare.ts';
import { exportBudget, settleBudgetTransfer } from './export.ts';
import { importBudget, importChoices } from './import.ts';
import { budgetFacts, budgetItems } from './items.ts';
import { projectLink, type Source, saveBudgetLink, settleSchema } from './links.ts';
import { standingOf } from './standing.ts';

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

  partners: null,
  link: null,

  unlink: async (context, key) => {
    const link = context.store.procore.links.get(key);
    const owner = link?.owner === 'procore' ? 'Procore' : 'Sage';
    const sentence = `This budget belongs to ${owner} for good, so it is not unlinked: change it there, or unlink the whole project.`;
    return fail(refused('procore.notNow', sentence));
  },
};
