import { compareInstants } from '#shared/domain/dates.ts';
import { isZero, type Money, zero } from '#shared/domain/money.ts';
import {
  agreedAmounts,
  type CellDifference,
  type CellKey,
  differentCells,
  type Pairs,
  type ProcoreCell,
  procoreCells,
  type SageBudget,
  sageCells,
} from '#shared/domain/procore/budgetCells.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { ProcoreBudget } from '#shared/domain/procore/records.ts';
import { type BudgetFacts, readBackDifferences } from '#shared/domain/procore/rules/budget.ts';
import { someOf } from '#shared/domain/procore/words.ts';
import type { Context } from '../../../context.ts';
import { deepNote } from '../../pull/polledProjects.ts';
import { projectCodes } from '../shared/codes.ts';
import { allOfSage, knownBudget, sageReadSince } from '../shared/sageFacts.ts';

/** Everything that is known of one budget on both sides. */
export type Standing = {
  readonly project: ProcoreLink;
  readonly name: string;
  readonly budget: ProcoreBudget;
  readonly link: ProcoreLink | null;
  readonly pairs: Pairs;
  readonly cells: ReadonlyMap<CellKey, ProcoreCell>;
  /** Cells of Procore's originals: what an import replaces. */
  readonly originals: ReadonlyMap<CellKey, Money>;
  readonly sage: SageBudget | null;
  readonly sageCells: ReadonlyMap<CellKey, Money>;
  /** What was exported or imported last; null: neither ever was. */
  readonly agreed: ReadonlyMap<CellKey, Money> | null;
  readonly facts: BudgetFacts;
  /** Rows with money that Sage cannot have, in words. */
  readonly unread: readonly string[];
  readonly direction: 'import' | 'export';
};

/** Null as long as Procore's budget was not read. `sage`: as it is at this moment, where that matters. */
export function standingOf(context: Context, project: ProcoreLink, sageNow?: SageBudget | null): Standing | null {
  const { records, links } = context.store.procore;
  const budget = records.get('budget', project.procoreId);
  if (budget === null) return null;
  const name = records.get('project', project.procoreId)?.name ?? project.agreed.name ?? '';
  const link = links.get(procoreItem('budget', project.procoreId));
  const { mapping, types, untyped } = projectCodes(context, project.procoreId);
  const phases = subJobPhases(context, project);
  const pairs: Pairs = { codes: mapping.pairs, types, phases };
  const { cells, unread } = procoreCells(budget.rows, pairs);
  const sage = sageNow === undefined ? knownBudget(context, project.sageKey) : sageNow;
  const ofSage = sageCells(phases.size === 0 ? addedUp(sage) : (sage?.rows ?? []));
  const agreed = link === null ? null : agreedAmounts(link.agreed);
  const owner = link === null ? null : link.owner === 'procore' ? 'procore' : 'sage';
  return {
    project,
    name,
    budget,
    link,
    pairs,
    cells,
    originals: new Map([...cells].map(([key, { original }]) => [key, original])),
    sage,
    sageCells: ofSage,
    agreed,
    facts: {
      project: name,
      job: project.sageKey,
      owner,
      untyped,
      phases: phasesOf(context, project, budget),
      readBack: owner === 'procore' ? readBack(context, link, agreed, ofSage) : null,
    },
    unread: unread.map(({ coding }) => `${coding.fullCode ?? 'no cost code'} ${coding.costTypeCode ?? ''}`.trimEnd()),
    // Sending wants a locked budget and importing an unlocked one, so that is what says where an undecided one would go.
    direction: owner === 'procore' || (owner === null && budget.locked) ? 'export' : 'import',
  };
}

/** A project without sub jobs keeps one budget for the whole job, so that the phases of Sage count together. */
function addedUp(sage: SageBudget | null): SageBudget['rows'] {
  return (sage?.rows ?? []).map((row) => ({ ...row, phase: '0' }));
}

/** Phase numbers by the sub job that each is. */
function subJobPhases({ store }: Context, { procoreId }: ProcoreLink): ReadonlyMap<string, string> {
  const links = store.procore.links.all('subJob', procoreId);
  return new Map(links.map((link) => [link.procoreId, link.sageNumber]));
}

/** phases of the job in Sage, or sub jobs in Procore's budget. */
function phasesOf(context: Context, project: ProcoreLink, { rows }: ProcoreBudget): readonly string[] {
  const phases = allOfSage(context, 'phase', project.sageKey).filter(({ number }) => number !== '0');
  const subJobs = new Set(rows.flatMap(({ coding }) => coding.subJob ?? []));
  return [
    ...phases.map(({ number, name }) => `${number} ${name}`.trimEnd()),
    ...(phases.length === 0 ? [...subJobs].map((id) => `sub job ${id}`) : []),
  ];
}

function readBack(
  context: Context,
  link: ProcoreLink | null,
  agreed: ReadonlyMap<CellKey, Money> | null,
  sage: ReadonlyMap<CellKey, Money>,
): readonly CellDifference[] | null {
  if (link === null || agreed === null || !sageReadSince(context, link.at)) return null;
  return readBackDifferences(agreed, sage);
}

/** cells whose revised amount is not what was exported. */
export function unsentCells({ cells, agreed }: Standing): readonly CellDifference[] {
  const revised = new Map([...cells].map(([key, cell]) => [key, cell.revised]));
  return differentCells(agreed ?? new Map(), revised);
}

/** estimates of Sage that are not what was imported; nothing and less than nothing are no estimates. */
export function unimportedCells({ sageCells: sage, agreed }: Standing): readonly CellDifference[] {
  const estimates = new Map([...sage].filter(([, amount]) => !isZero(amount) && !amount.startsWith('-')));
  return differentCells(agreed ?? new Map(), estimates);
}

/** Of a budget that Sage owns: originals that somebody changed in Procore. */
export function changedInProcore(
  { store }: Context,
  { originals, agreed, link, project }: Standing,
): readonly CellDifference[] {
  const readAt = store.notes.read(deepNote(project.procoreId));
  if (agreed === null || link === null || readAt === null || compareInstants(readAt, link.at) <= 0) return [];
  return differentCells(agreed, new Map([...agreed.keys()].map((key) => [key, originals.get(key) ?? zero])));
}

/** R-025 and what cannot be read, said above everything else. */
export function unreadWords({ unread }: Standing): readonly string[] {
  return unread.length === 0
    ? []
    : [`These rows have money and are no cost code and cost type of Sage: ${someOf(unread)}.`];
}
