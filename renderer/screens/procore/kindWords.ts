import type { ItemKind } from '#shared/domain/procore/item.ts';

/** What a kind is called: its tab, one and many of its items. */
export const kindWords: Readonly<
  Record<ItemKind, { readonly tab: string; readonly nouns: readonly [string, string] }>
> = {
  project: { tab: 'Projects', nouns: ['project', 'projects'] },
  subJob: { tab: 'Sub jobs', nouns: ['sub job', 'sub jobs'] },
  vendor: { tab: 'Vendors', nouns: ['vendor', 'vendors'] },
  costCodes: { tab: 'Cost codes', nouns: ['cost code list', 'cost code lists'] },
  budget: { tab: 'Budgets', nouns: ['budget', 'budgets'] },
  commitment: { tab: 'Commitments', nouns: ['commitment', 'commitments'] },
  commitmentChange: { tab: 'Change orders', nouns: ['change order', 'change orders'] },
  invoice: { tab: 'Subcontractor invoices', nouns: ['invoice', 'invoices'] },
};

/** The tabs in the order in which a project is set up. */
export const tabKinds: readonly ItemKind[] = [
  'project',
  'vendor',
  'costCodes',
  'subJob',
  'budget',
  'commitment',
  'commitmentChange',
  'invoice',
];
