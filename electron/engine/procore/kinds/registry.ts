import { type ItemKind, itemKinds } from '#shared/domain/procore/item.ts';
import type { ItemKindModule } from '../kindModule.ts';
import { budgetModule } from './budget/module.ts';
import { commitmentModule } from './commitment/module.ts';
import { commitmentChangeModule } from './commitmentChange/module.ts';
import { costCodesModule } from './costCodes/module.ts';
import { invoiceModule } from './invoice/module.ts';
import { projectModule } from './project/module.ts';
import { subJobModule } from './subJob/module.ts';
import { vendorModule } from './vendor/module.ts';

/** Every kind of item on the board, in the order in which records depend on each other. */
const modules: readonly ItemKindModule[] = [
  projectModule,
  subJobModule,
  costCodesModule,
  vendorModule,
  budgetModule,
  commitmentModule,
  commitmentChangeModule,
  invoiceModule,
];

const byKind = new Map(modules.map((module) => [module.kind, module]));

/** The kinds that this version knows, in order. */
export const knownKinds: readonly ItemKind[] = itemKinds.filter((kind) => byKind.has(kind));

export function kindModule(kind: ItemKind): ItemKindModule {
  const module = byKind.get(kind);
  if (module === undefined) throw new Error(`No kind of item named '${kind}'`);
  return module;
}
