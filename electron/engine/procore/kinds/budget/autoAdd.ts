import { formatMoney, sumMoney } from '#shared/domain/money.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import { byItself, type Context } from '../../../context.ts';
import { queueAct } from '../../queueAct.ts';
import { wantedRows } from './import.ts';
import { newPairs } from './items.ts';
import type { Settle } from './links.ts';
import { standingOf } from './standing.ts';

/**
 * R-047, where the settings say so: a code and cost type that is new in Sage gets a line in the budget that was imported from there: with
 * its estimate while the budget is unlocked, with nothing once it is locked.
 */
export function autoAddCombinations(context: Context): void {
  const { store } = context;
  if (!store.settings.read().procore.autoAddCombinations) return;
  for (const project of store.procore.links.all('project')) {
    const item = procoreItem('budget', project.procoreId);
    const standing = standingOf(context, project);
    if (standing?.link?.owner !== 'sage' || store.procore.acts.openOf(item) !== null) continue;
    const fresh = new Map([...newPairs(standing)].filter(([key]) => standing.agreed?.has(key) !== true));
    const wanted = wantedRows(context, standing, fresh);
    // What the project has no code for comes with its cost codes first.
    if (fresh.size === 0 || !wanted.ok) continue;
    const settle: Settle = {
      what: 'imported',
      cells: { ...Object.fromEntries(standing.agreed ?? []), ...Object.fromEntries(fresh) },
    };
    const amount = formatMoney(sumMoney([...fresh.values()]));
    store.transaction(() =>
      queueAct(context, {
        item,
        purpose: 'update',
        title: `${fresh.size} new budget ${fresh.size === 1 ? 'line' : 'lines'} of job ${project.sageNumber} into ${standing.name}: ${amount}`,
        calls: [{ op: 'budget.rows', project: project.procoreId, rows: wanted.rows }],
        settle: JSON.stringify(settle),
        by: byItself,
      }),
    );
  }
}
