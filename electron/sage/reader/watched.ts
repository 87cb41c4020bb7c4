import type { SageKind } from '#shared/domain/sage/facts.ts';
import { budgetColumnOfCostType } from '#shared/domain/sage/schema/budgets.ts';
import type { TableName } from '#shared/domain/sage/schema/tables.ts';

/**
 * What tells that a table has changed: controls over the columns that facts are made of and, where Sage keeps them, its own change
 * times. Neither is trusted alone, because nobody knows which programs set those times.
 */
export type Watch = {
  readonly table: TableName;
  readonly times?: true;
  readonly columns: readonly string[];
};

export const watched: Readonly<Record<SageKind, readonly Watch[]>> = {
  job: [
    {
      table: 'actrec',
      times: true,
      columns: ['recnum', 'jobnme', 'shtnme', 'status', 'inactv', 'clnnum', 'cntrct', 'sttdte', 'cmpdte'],
    },
    { table: 'reccln', columns: ['recnum', 'clnnme'] },
  ],
  phase: [{ table: 'jobphs', columns: ['recnum', 'phsnum', 'phsnme'] }],
  costCode: [
    { table: 'cstcde', columns: ['recnum', 'cdenme', 'untdsc', 'divnum', 'inactv'] },
    { table: 'cstdiv', columns: ['recnum', 'divnme'] },
  ],
  costType: [{ table: 'csttyp', columns: ['recnum', 'typnme'] }],
  changeOrderType: [{ table: 'chgtyp', columns: ['recnum', 'typnme'] }],
  vendor: [
    {
      table: 'actpay',
      times: true,
      columns: [
        'recnum',
        'vndnme',
        'shtnme',
        'vndtyp',
        'inactv',
        'e_mail',
        'lgrdft',
        'cdedft',
        'typdft',
        'duedte',
        'dupchk',
      ],
    },
    { table: 'vndtyp', columns: ['recnum', 'typnme'] },
  ],
  changeOrder: [
    {
      table: 'prmchg',
      times: true,
      columns: [
        ...['recnum', 'chgnum', 'chgdte', 'jobnum', 'phsnum', 'dscrpt', 'reason', 'invdte', 'chgtyp', 'status'],
        ...['reqamt', 'appamt', 'cstamt', 'lckedt'],
      ],
    },
    // A line can be edited without a trace in its header.
    { table: 'pmcgln', columns: ['recnum', 'linnum', 'dscrpt', 'reqprc', 'aprprc', 'cstcde', 'csttyp'] },
    {
      table: 'sbcgln',
      columns: [
        ...['recnum', 'linnum', 'dscrpt', 'chghrs', 'chgunt', 'bdgprc', 'cstcde', 'csttyp'],
        ...['vndnum', 'vndctc', 'ctclin', 'chgnum', 'chgsts'],
      ],
    },
  ],
  vendorType: [{ table: 'vndtyp', columns: ['recnum', 'typnme'] }],
  ledgerAccount: [{ table: 'lgract', columns: ['recnum', 'shtnme', 'lngnme', 'acttyp', 'csttyp', 'subact', 'inactv'] }],
  budget: [
    { table: 'budget', columns: ['recnum', 'lckedt'] },
    {
      table: 'bdglin',
      columns: [
        ...['recnum', 'phsnum', 'linnum', 'cstcde', 'hrsbdg', 'estunt', 'ttlbdg'],
        ...Object.values(budgetColumnOfCostType),
      ],
    },
  ],
  subcontract: [
    {
      table: 'subcon',
      times: true,
      columns: [
        ...['recnum', 'ctcnum', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'lckedt', 'condte', 'rtnrte'],
        ...['cntttl', 'chgttl', 'ctcttl', 'invttl', 'balttl'],
      ],
    },
    {
      table: 'sbcnln',
      columns: ['recnum', 'linnum', 'dscrpt', 'cstcde', 'csttyp', 'amount', 'change', 'cntrct', 'billed', 'remain'],
    },
  ],
  purchaseOrder: [
    {
      table: 'pchord',
      times: true,
      columns: [
        ...['recnum', 'ordnum', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'lckedt'],
        ...['subttl', 'slstax', 'pchttl', 'rcvdte', 'cancel', 'pchbal'],
      ],
    },
    {
      table: 'pcorln',
      columns: ['recnum', 'linnum', 'prtdsc', 'linqty', 'linprc', 'extttl', 'rcvdte', 'cancel', 'cstcde', 'csttyp'],
    },
  ],
  payableInvoice: [
    {
      table: 'acpinv',
      times: true,
      columns: [
        ...['recnum', 'invnum', 'vndnum', 'jobnum', 'pchord', 'ctcnum', 'invdte', 'status', 'invtyp'],
        ...['retain', 'invttl', 'ttlpad', 'invbal'],
      ],
    },
    { table: 'apivln', columns: ['recnum', 'linnum', 'extttl', 'actnum'] },
  ],
};
