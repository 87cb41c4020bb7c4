import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { formatMoney, isZero } from '#shared/domain/money.ts';
import { planBudgetExport } from '#shared/domain/plans/budgetExport.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { firstExportCaution } from '#shared/domain/procore/rules/budget.ts';
import { cellWords, someOf } from '#shared/domain/procore/words.ts';
import type { Context } from '../../../context.ts';
import type { Accepting, Caution, ItemKindModule } from '../../kindModule.ts';
import { itemGone, planningOf } from '../shared/planning.ts';
import { budgetOf, codeList } from '../shared/sageFacts.ts';
import { projectLink, saveBudgetLink, sourceSchema } from './links.ts';
import { type Standing, standingOf } from './standing.ts';

/** The plan that makes Sage's budget say what Procore's says, from what Sage has at this moment. */
export async function exportBudget(context: Context, key: ItemKey, project: ProcoreLink): Promise<Result<Accepting>> {
  const job = context.store.sage.get('job', project.sageKey);
  if (job === null) return fail(itemGone(`Job ${project.sageNumber}`));
  const planning = await planningOf(context, key, project.sageNumber);
  if (!planning.ok) return planning;
  const now = await context.sage.record('budget', project.sageKey);
  if (!now.ok) return now;
  const sage = now.value === null ? null : budgetOf(now.value);
  const standing = standingOf(context, project, sage);
  if (standing === null) return fail(itemGone(`The budget of ${project.sageNumber}`));
  const planned = planBudgetExport({
    ...planning.value,
    job,
    rows: standing.budget.rows,
    pairs: standing.pairs,
    exported: standing.agreed,
    sage,
    costCodes: codeList(context),
  });
  if (!planned.ok) return succeed(planned);
  return succeed({ ok: true, as: { into: 'sage', plan: planned.plan, cautions: cautionsOf(standing) } });
}

/** R-040, and amounts of Sage that the first export writes over. */
function cautionsOf({ link, sageCells, cells }: Standing): readonly Caution[] {
  if (link !== null) return [];
  const lost = [...sageCells].filter(([key, amount]) => {
    const revised = cells.get(key)?.revised;
    return revised !== undefined && revised !== amount && !isZero(amount);
  });
  if (lost.length === 0) return [firstExportCaution];
  const words = someOf(lost.map(([key, amount]) => `${cellWords(key)}: ${formatMoney(amount)}`));
  return [
    firstExportCaution,
    {
      name: 'overwrite',
      sentence: `Sage has other amounts already, which are written over: ${words}.`,
    },
  ];
}

/** What is in Sage now is what the transfer was made of, whatever Procore says by now. */
export const settleBudgetTransfer: ItemKindModule['settleTransfer'] = (context, key, { transferId, by }) => {
  const project = projectLink(context, key);
  const transfer = context.store.transfers.get(transferId);
  if (project === null || transfer === null || transfer.cloud !== 'procore') return;
  const { cells } = sourceSchema.parse(JSON.parse(transfer.source.snapshot));
  const before = standingOf(context, project)?.agreed ?? new Map();
  // A cell that left Procore's budget was written as 0.00 and stays agreed as that.
  const gone = [...before.keys()].map((cell) => [cell, '0.00'] as const);
  saveBudgetLink(context, {
    project,
    owner: 'procore',
    cells: new Map([...gone, ...Object.entries(cells)]),
    transferId,
    by,
  });
};
