import type { PlanKind } from '../plan.ts';
import type { TableName } from './schema/tables.ts';

/**
 * What Plumbline does with each Sage table: the single source of the rights that it asks for, of what the catalog probe compares, and
 * of what the executor is allowed to write. Tables that are not here are described but not used.
 */
export type TableUse = {
  /** The plans that need this table; without it every plan: what is unexpected in the table then stops all of them. */
  readonly kinds?: readonly PlanKind[];
  /** Columns that are read by themselves; those that are written are read back as well. */
  readonly reads: readonly string[];
  /** The table also holds bank, tax or pay data: the right to read is asked for column by column. */
  readonly holdsSecrets?: true;
  /** `always`: given in every new row. `sometimes`: left to Sage's default where a row has no use for them. */
  readonly insert?: {
    readonly kinds: readonly PlanKind[];
    readonly always: readonly string[];
    readonly sometimes?: readonly string[];
  };
  readonly update?: { readonly kinds: readonly PlanKind[]; readonly columns: readonly string[] };
};

/** Changes of subcontracts are change orders of 6-4-1, too. */
const creating = ['changeOrder.create', 'subcontractChange.create'] as const;
const addingLines = [...creating, 'changeOrder.append', 'changeOrder.update'] as const;
const changing = ['changeOrder.append', 'changeOrder.update', 'changeOrder.void'] as const;
const changingLines = ['changeOrder.update', 'changeOrder.void'] as const;
const ofChangeOrders = [...creating, ...changing] as const;
const ofOrders = ['purchaseOrder.create', 'purchaseOrderChange.append'] as const;

export const tableUses: Readonly<Partial<Record<TableName, TableUse>>> = {
  actrec: {
    reads: [
      ...['recnum', 'jobnme', 'shtnme', 'status', 'inactv', 'clnnum', 'cntrct'],
      ...['addrs1', 'addrs2', 'ctynme', 'state_', 'zipcde', 'insdte', 'upddte'],
    ],
  },
  reccln: { reads: ['recnum', 'clnnme'], holdsSecrets: true },
  jobphs: { reads: ['recnum', 'phsnum', 'phsnme'] },
  cstdiv: { reads: ['recnum', 'divnme'] },
  cstcde: { reads: ['recnum', 'cdenme', 'untdsc', 'divnum', 'inactv'] },
  csttyp: { reads: ['recnum', 'typnme'] },
  vndtyp: { reads: ['recnum', 'typnme'] },
  actpay: { reads: ['recnum', 'vndnme', 'vndtyp', 'inactv', 'insdte', 'upddte'], holdsSecrets: true },
  bdglin: { reads: ['recnum', 'phsnum', 'linnum', 'cstcde'] },
  chgtyp: { kinds: ofChangeOrders, reads: ['recnum', 'typnme'] },
  subcon: {
    reads: [
      ...['_idnum', 'recnum', 'ctcnum', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'lckedt'],
      ...['cntttl', 'chgttl', 'ctcttl', 'balttl'],
    ],
    insert: {
      kinds: ['subcontract.create'],
      always: [
        ...['_idnum', 'recnum', 'ctcnum', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'condte', 'strdte'],
        ...['findte', 'rtnrte', 'cntttl', 'chgttl', 'ctcttl', 'taxttl', 'invttl', 'balttl', 'entdte', 'usrnme'],
        ...['insdte', 'insusr', 'upddte', 'updusr'],
      ],
      sometimes: ['ntetxt'],
    },
    update: { kinds: ofChangeOrders, columns: ['chgttl', 'ctcttl', 'balttl'] },
  },
  sbcnln: {
    reads: ['recnum', 'linnum', 'dscrpt', 'cstcde', 'csttyp', 'amount', 'change', 'cntrct', 'billed', 'remain'],
    insert: {
      kinds: [...addingLines, 'subcontract.create'],
      always: [
        ...['_idnum', '_idref', 'recnum', 'linnum', 'dscrpt', 'cstcde', 'csttyp'],
        ...['amount', 'change', 'cntrct', 'billed', 'remain'],
      ],
      sometimes: ['ntetxt'],
    },
    update: { kinds: ofChangeOrders, columns: ['change', 'cntrct', 'remain'] },
  },
  pchord: {
    kinds: ofOrders,
    reads: [
      ...['_idnum', 'recnum', 'ordnum', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'lckedt'],
      ...['rcvdte', 'cancel', 'subttl', 'slstax', 'pchttl', 'pchbal'],
    ],
    insert: {
      kinds: ['purchaseOrder.create'],
      always: [
        ...['_idnum', 'recnum', 'ordnum', 'orddte', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'schdte'],
        ...['rcvdte', 'currnt', 'cancel', 'subttl', 'slstax', 'pchttl', 'pchbal', 'entdte', 'usrnme'],
        ...['insdte', 'insusr', 'upddte', 'updusr'],
      ],
      sometimes: ['ntetxt'],
    },
    update: { kinds: ['purchaseOrderChange.append'], columns: ['subttl', 'pchttl', 'pchbal', 'upddte', 'updusr'] },
  },
  pcorln: {
    kinds: ofOrders,
    reads: ['recnum', 'linnum', 'prtdsc', 'linqty', 'linprc', 'rcvdte', 'cancel', 'extttl', 'cstcde', 'csttyp'],
    insert: {
      kinds: ofOrders,
      always: [
        ...['_idnum', '_idref', 'recnum', 'linnum', 'prtdsc', 'untdsc', 'linqty', 'linprc'],
        ...['rcvdte', 'cancel', 'extttl', 'cstcde', 'csttyp'],
      ],
      sometimes: ['ntetxt'],
    },
  },
  prmchg: {
    kinds: ofChangeOrders,
    reads: [
      ...['_idnum', 'recnum', 'chgnum', 'chgdte', 'jobnum', 'phsnum', 'dscrpt', 'reason', 'pchord', 'usrdf1', 'usrdf2'],
      ...['subdte', 'aprdte', 'invdte', 'delreq', 'dysdly', 'chgtyp', 'status', 'reqamt', 'appamt', 'cstamt'],
      ...['lckedt', 'ntetxt', 'insdte', 'upddte'],
    ],
    insert: {
      kinds: creating,
      always: [
        ...['_idnum', 'recnum', 'chgnum', 'jobnum', 'phsnum', 'chgdte', 'dscrpt', 'status', 'chgtyp', 'pchord'],
        ...['reason', 'delreq', 'dysdly', 'subdte', 'aprdte', 'ntetxt', 'usrdf1', 'usrdf2'],
        ...['reqamt', 'appamt', 'cstamt', 'entdte', 'usrnme', 'insdte', 'insusr', 'upddte', 'updusr'],
      ],
    },
    update: {
      kinds: changing,
      columns: [
        ...['reqamt', 'appamt', 'cstamt', 'chgdte', 'dscrpt', 'status', 'chgtyp', 'pchord', 'reason'],
        ...['delreq', 'dysdly', 'subdte', 'aprdte', 'ntetxt', 'upddte', 'updusr'],
        // Only where the proofs are kept in the records.
        'usrdf2',
      ],
    },
  },
  pmcgln: {
    kinds: ofChangeOrders,
    reads: ['recnum', 'linnum', 'dscrpt', 'reqprc', 'aprprc', 'cstcde', 'csttyp'],
    insert: {
      kinds: addingLines,
      always: ['_idnum', '_idref', 'recnum', 'linnum', 'dscrpt', 'reqprc', 'aprprc', 'cstcde', 'csttyp'],
    },
    update: { kinds: changingLines, columns: ['reqprc', 'aprprc', 'cstcde', 'csttyp'] },
  },
  sbcgln: {
    kinds: ofChangeOrders,
    reads: [
      ...['recnum', 'linnum', 'dscrpt', 'chghrs', 'chgunt', 'bdgprc', 'cstcde', 'csttyp'],
      ...['vndnum', 'vndctc', 'ctclin', 'chgnum', 'chgsts', 'chgdte'],
    ],
    insert: {
      kinds: addingLines,
      always: [...['_idnum', '_idref', 'recnum', 'linnum', 'dscrpt', 'chghrs', 'chgunt', 'bdgprc', 'cstcde', 'csttyp']],
      sometimes: ['vndnum', 'vndctc', 'ctclin', 'chgnum', 'chgsts', 'chgdte'],
    },
    update: {
      kinds: changingLines,
      columns: ['chghrs', 'chgunt', 'bdgprc', 'cstcde', 'csttyp', 'chgnum', 'chgsts'],
    },
  },
};

/** What is done with a table; null when it is not used. */
export function tableUse(table: string): TableUse | null {
  return (tableUses as Readonly<Record<string, TableUse | undefined>>)[table] ?? null;
}

/** The columns that some plan writes, each once. */
export function writtenColumns({ insert, update }: TableUse): ReadonlySet<string> {
  return new Set([...(insert?.always ?? []), ...(insert?.sometimes ?? []), ...(update?.columns ?? [])]);
}

/** Every column that is touched: read, written, or read back. */
export function usedColumns(use: TableUse): ReadonlySet<string> {
  return new Set([...use.reads, ...writtenColumns(use)]);
}
