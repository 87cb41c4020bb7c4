import type { Inspection } from './catalog.ts';
import { type SageKind, sageKinds } from './facts.ts';
import type { TableName } from './schema/tables.ts';
import { tableUse } from './uses.ts';

/**
 * Kinds that only Procore's items need, and the tables that they are read from. Where a company's database has not all of their
 * columns, or the login may not see them, everything else is read all the same.
 */
const dispensable: Readonly<Partial<Record<SageKind, readonly TableName[]>>> = {
  vendorType: ['vndtyp'],
  ledgerAccount: ['lgract'],
  budget: ['budget', 'bdglin'],
  subcontract: ['subcon', 'sbcnln'],
  purchaseOrder: ['pchord', 'pcorln'],
  payableInvoice: ['acpinv', 'apivln'],
};

/** The note under which the last pull left `left`, as JSON; none while everything was read. */
export const leftNote = 'sage.left';

/** The note in which a pull leaves why it could not read a kind, and since when, as JSON; empty while it is read. */
export function unreadNote(kind: SageKind): string {
  return `sage.notRead.${kind}`;
}

/** Whether change orders can do without it. */
export function isDispensable(kind: SageKind): boolean {
  return dispensable[kind] !== undefined;
}

export const kindWords: Readonly<Record<SageKind, string>> = {
  job: 'jobs',
  phase: 'phases',
  costCode: 'cost codes',
  costType: 'cost types',
  changeOrderType: 'change order types',
  vendor: 'vendors',
  changeOrder: 'change orders',
  vendorType: 'vendor types',
  ledgerAccount: 'ledger accounts',
  budget: 'budgets',
  subcontract: 'subcontracts',
  purchaseOrder: 'purchase orders',
  payableInvoice: 'payable invoices',
};

export type Readable = {
  readonly kinds: readonly SageKind[];
  /** What is not read, and the table or column that keeps it from being read. */
  readonly left: readonly { readonly kind: SageKind; readonly on: string }[];
};

/** In: what was last found; null: not inspected, so that everything is tried. */
export function readableKinds(inspection: Inspection | null): Readable {
  const left = sageKinds.flatMap((kind) => {
    const on =
      inspection === null ? undefined : (dispensable[kind] ?? []).flatMap((table) => unread(table, inspection))[0];
    return on === undefined ? [] : [{ kind, on }];
  });
  return { kinds: sageKinds.filter((kind) => !left.some((one) => one.kind === kind)), left };
}

function unread(table: TableName, { catalog, rights }: Inspection): readonly string[] {
  const reads = tableUse(table)?.reads ?? [];
  const lacking = catalog.differences
    .filter((one) => one.table === table && one.aspect === 'missing')
    .filter(({ column }) => column === null || reads.includes(column))
    .map(({ column }) => (column === null ? table : `${table}.${column}`));
  const forbidden = rights
    .filter(({ purpose, right, held }) => purpose === 'read' && right === 'SELECT' && !held)
    .filter(({ on }) => on === table || (on.startsWith(`${table}.`) && reads.includes(on.slice(table.length + 1))))
    .map(({ on }) => on);
  return [...lacking, ...forbidden];
}
