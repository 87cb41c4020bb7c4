import { formatMoney, sumMoney } from '#shared/domain/money.ts';
import { totalsOf } from '#shared/domain/procore/budgetCells.ts';
import type { Unmet } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { autoAdded, budgetExportUnmet, budgetImportUnmet, mismatchWords } from '#shared/domain/procore/rules/budget.ts';
import { cellWords } from '#shared/domain/procore/words.ts';
import type { Context } from '../../../context.ts';
import type { ItemFacts } from '../../kindModule.ts';
import { bareFacts } from '../shared/bareFacts.ts';
import { changedInProcore, type Standing, standingOf, unimportedCells, unsentCells } from './standing.ts';

/** One item for each project that is a job and whose budget was read. */
export function budgetItems(context: Context): readonly ItemFacts[] {
  return context.store.procore.links.all('project').flatMap((project) => budgetFacts(context, project) ?? []);
}

export function budgetFacts(context: Context, project: ProcoreLink): ItemFacts | null {
  const standing = standingOf(context, project);
  if (standing === null) return null;
  const { budget, cells, direction, link, name } = standing;
  return {
    ...bareFacts({ kind: 'budget', id: `p:${project.procoreId}` }, `Budget of ${name}`),
    direction,
    number: project.sageNumber,
    place: ownerWords(standing),
    project: project.procoreId,
    amount: totalsOf(cells.values()).revised,
    updatedAt: context.store.procore.records.get('project', project.procoreId)?.updatedAt ?? null,
    link,
    unmet: direction === 'export' ? budgetExportUnmet(budget, standing.facts) : importUnmet(standing),
    update: link === null ? null : updateWords(standing),
    discrepancies: discrepanciesOf(context, standing),
  };
}

/** without an estimate there is nothing to import, and it is told what else can be done. */
function importUnmet(standing: Standing): readonly Unmet[] {
  const unmet = budgetImportUnmet(standing.budget, standing.facts);
  if (unmet.length > 0 || standing.link !== null || unimportedCells(standing).length > 0) return unmet;
  const { sageNumber } = standing.project;
  const sentence = `Job ${sageNumber} has no estimate above zero in Sage 6-2: budget it there and import it, or lock the budget in Procore and send it.`;
  return [{ rule: 'R-043', field: 'estimates', value: '0.00', sentence }];
}

function ownerWords({ facts }: Standing): string {
  if (facts.owner === null) return 'owner not decided';
  return facts.owner === 'procore' ? 'owned by Procore' : 'owned by Sage';
}

/** What more there is to send or to bring in; null: nothing. */
function updateWords(standing: Standing): string | null {
  const exporting = standing.facts.owner === 'procore';
  const cells = exporting ? unsentCells(standing) : unimportedCells(standing);
  if (cells.length === 0) return null;
  const change = sumMoney(cells.map(({ there }) => there));
  const before = sumMoney(cells.map(({ here }) => here));
  const where = exporting ? 'in Procore' : 'in Sage';
  const count = `${cells.length} ${cells.length === 1 ? 'amount' : 'amounts'}`;
  return `${count} changed ${where}: together ${formatMoney(before)} before and ${formatMoney(change)} now`;
}

/** each cell in which the other side is no longer what was agreed, with both figures. */
function discrepanciesOf(context: Context, standing: Standing): readonly string[] {
  const { facts } = standing;
  if (facts.owner === 'procore') return (facts.readBack ?? []).map((difference) => `${mismatchWords(difference)}.`);
  return changedInProcore(context, standing).map(
    ({ key, here, there }) =>
      `${cellWords(key)} was ${formatMoney(here)} in Sage at the last import and is ${formatMoney(there)} in Procore.`,
  );
}

/** pairs of Sage that Procore's budget has no line for yet. */
export function newPairs(standing: Standing) {
  return autoAdded(standing.sageCells, standing.originals, standing.budget.locked);
}
