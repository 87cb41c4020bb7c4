import type { ItemKindModule } from '../../kindModule.ts';
import { partnersOf } from '../commitments/lookups.ts';
import { acceptChange, changeChoices } from './accept.ts';
import { changeOf } from './change.ts';
import { compareChange } from './compare.ts';
import { changeItem, changeItems } from './items.ts';
import { settleChange } from './settle.ts';
import { unlinkChange } from './unlink.ts';

/** Commitment change orders: changes of subcontracts (6-4-1) and lines appended to purchase orders (6-6-1). */
export const commitmentChangeModule: ItemKindModule = {
  kind: 'commitmentChange',
  items: changeItems,
  item: changeItem,
  compare: compareChange,
  choices: changeChoices,
  source: (context, key) => {
    const found = changeOf(context, key);
    if (found === null) return null;
    const { updatedAt, ...source } = found.change;
    const partners = partnersOf(context, source.project, found.parent?.vendor ?? null, source.lines);
    return { ...source, ...partners, parent: found.parentLink?.sageKey ?? null };
  },
  accept: acceptChange,
  settleTransfer: settleChange,
  // The pair is kept before Procore is told: nothing is left to do.
  settleAct: () => undefined,
  partners: null,
  link: null,
  unlink: unlinkChange,
};
