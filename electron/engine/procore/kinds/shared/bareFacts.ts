import type { ItemKey, Unmet } from '#shared/domain/procore/item.ts';
import type { ItemFacts } from '../../kindModule.ts';

/** An item of which nothing is known but what it is called. */
export function bareFacts(key: ItemKey, title: string): Omit<ItemFacts, 'direction' | 'number'> {
  return {
    key,
    title,
    place: '',
    project: null,
    amount: null,
    updatedAt: null,
    external: null,
    unmet: [],
    link: null,
    update: null,
    discrepancies: [],
    suggestion: null,
  };
}

/** Neither side is offered again while Procore is being told that the two are one. */
export function beingPaired(is: boolean, rule: string): readonly Unmet[] {
  if (!is) return [];
  const sentence = 'It is being linked just now: wait until Procore was told.';
  return [{ rule, field: 'link', value: '', sentence }];
}
