import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Refusal } from '#shared/domain/plan.ts';
import type { ItemPlanning } from '#shared/domain/plans/itemPlan.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { Context } from '../../../context.ts';
import { catalogForPlans } from '../../../writing/inspectCompany.ts';
import type { Accepting } from '../../kindModule.ts';
import { itemSource } from '../../source.ts';

/** What every plan of an item needs. `number`: what people call the item. Fails when Sage cannot be asked or the item is gone. */
export async function planningOf(context: Context, key: ItemKey, number: string): Promise<Result<ItemPlanning>> {
  const catalog = await catalogForPlans(context);
  if (!catalog.ok) return catalog;
  const source = itemSource(context, key);
  if (source === null) return fail(itemGone(number));
  return succeed({
    company: context.company,
    item: { id: key.id, number, snapshotHash: source.hash },
    catalog: catalog.value,
    today: context.today(),
    person: context.host.person,
  });
}

export function itemGone(number: string): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.gone',
    sentence: `${number} is no longer there: read the list again.`,
  };
}

export function refusedAs(...refusals: readonly Refusal[]): Result<Accepting> {
  return succeed({ ok: false, refusals });
}
