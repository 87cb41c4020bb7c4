import { parseMoney } from '#shared/domain/money.ts';
import type { ItemKind } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import {
  type Apart,
  type Measure,
  type Pair,
  type ReconcileRow,
  reconcile,
  saysSomething,
} from '#shared/domain/procore/reconcile.ts';
import { stateSentence } from '#shared/domain/procore/stateSentence.ts';
import type { Context } from '../../context.ts';
import { type BoardItem, boardItems } from '../board.ts';
import { budgetSides } from './budgets.ts';
import { changeSides, changesBesides, commitmentSides } from './commitments.ts';
import { invoiceSides } from './invoices.ts';
import { inSageOnly } from './sageOnly.ts';
import { type Lookups, type Sides, shareLookups } from './shares.ts';

type Kind = Extract<ItemKind, 'budget' | 'commitment' | 'commitmentChange' | 'invoice'>;

const nouns: Readonly<Record<Kind, string>> = {
  budget: '',
  commitment: 'Commitment',
  commitmentChange: 'Change order',
  invoice: 'Invoice',
};
const measureOf: Readonly<Record<Kind, Measure>> = {
  budget: 'budget',
  commitment: 'original',
  commitmentChange: 'changes',
  invoice: 'invoiced',
};
const kinds = Object.keys(nouns) as readonly Kind[];

/** Pairs of project and job. `project`: only that one; empty: all. */
export function linkedJobs({ store }: Context, project: string): readonly ProcoreLink[] {
  return store.procore.links.all('project').filter(({ procoreId }) => project === '' || procoreId === project);
}

/** Procore and Sage added up for every project that is linked with a job, from what was read last. `project`: only that one; empty: all. */
export function reconcileProjects(context: Context, project: string): readonly ReconcileRow[] {
  const jobs = new Map(linkedJobs(context, project).map((link) => [link.procoreId, link]));
  const lookups = shareLookups(context);
  const pairs: Pair[] = [];
  const apart: Apart[] = [];
  for (const kind of kinds) {
    for (const item of boardItems(context, kind)) {
      const job = jobs.get(item.facts.project ?? '');
      if (job === undefined) continue;
      const { link } = item.facts;
      if (link === null) apart.push(notLinked(kind, item, job));
      else {
        pairs.push(pairOf(kind, item, job, sidesOf(context, lookups, kind, { link, job })));
        apart.push(...besides(context, lookups, kind, { item, link, job }));
      }
    }
  }
  for (const job of jobs.values()) apart.push(...inSageOnly(context, job));
  return reconcile(pairs, apart.filter(saysSomething));
}

type Linked = { readonly link: ProcoreLink; readonly job: ProcoreLink };

function sidesOf(context: Context, lookups: Lookups, kind: Kind, { link, job }: Linked): Sides {
  switch (kind) {
    case 'budget':
      return budgetSides(context, lookups, job) ?? { procore: [], sage: [], reasons: [] };
    case 'commitment':
      return commitmentSides(context, lookups, link);
    case 'commitmentChange':
      return changeSides(context, lookups, link);
    case 'invoice':
      return invoiceSides(context, lookups, link);
  }
}

function pairOf(kind: Kind, { facts, state }: BoardItem, job: ProcoreLink, { procore, sage, reasons }: Sides): Pair {
  const moving = state.name === 'underway' || state.name === 'failed' ? [stateSentence(state)] : [];
  const waiting = facts.update === null ? [] : [`Not sent yet: ${facts.update}.`];
  return {
    ...placeOf(job),
    name: nameOf(kind, facts),
    procore,
    sage,
    reasons: [...moving, ...reasons, ...waiting, ...facts.discrepancies],
  };
}

/** In Procore, and not in Sage: how it stands on the board says why. */
function notLinked(kind: Kind, { facts, state }: BoardItem, job: ProcoreLink): Apart {
  return {
    ...placeOf(job),
    name: nameOf(kind, facts),
    measure: measureOf[kind],
    procore: facts.amount === null ? null : parseMoney(facts.amount),
    sage: null,
    reason: stateSentence(state),
  };
}

/** Parts of a linked document that only one side has, and need not be on the other. */
function besides(
  context: Context,
  lookups: Lookups,
  kind: Kind,
  { item, link, job }: Linked & { readonly item: BoardItem },
): readonly Apart[] {
  const at = { ...placeOf(job), name: nameOf(kind, item.facts) };
  if (kind === 'commitment') {
    const sage = changesBesides(context, link);
    return [
      {
        ...at,
        measure: 'changes',
        procore: null,
        sage,
        reason: 'Changed in Sage only: no change order of Procore is linked with it.',
      },
    ];
  }
  const found = kind === 'budget' ? budgetSides(context, lookups, job) : null;
  if (found === null) return [];
  const reason = `On cost codes that ${link.owner === 'sage' ? 'Sage' : 'Procore'}, which owns the budget, has no amount for.`;
  return [
    { ...at, measure: 'budget', procore: found.besides.procore, sage: null, reason },
    { ...at, measure: 'budget', procore: null, sage: found.besides.sage, reason },
  ];
}

function placeOf(job: ProcoreLink): Pick<Pair, 'project' | 'job'> {
  return { project: job.procoreId, job: job.sageKey };
}

function nameOf(kind: Kind, { number, title }: BoardItem['facts']): string {
  return kind === 'budget' ? title : `${nouns[kind]} ${number} ${title}`.trimEnd();
}
