import { auditNames, type TableUses } from './tableUse.ts';

/** Change orders (6-4-1); changes of subcontracts are change orders, too. */

const creating = ['changeOrder.create', 'subcontractChange.create'] as const;
/** Those that add rows to the grids, and so perhaps to a subcontract. */
export const linesOfChangeOrders = [...creating, 'changeOrder.append', 'changeOrder.update'] as const;
const changing = ['changeOrder.append', 'changeOrder.update', 'changeOrder.void'] as const;
const changingLines = ['changeOrder.update', 'changeOrder.void'] as const;
export const changeOrderKinds = [...creating, ...changing] as const;

export const changeOrderUses: TableUses = {
  chgtyp: { kinds: changeOrderKinds, reads: ['recnum', 'typnme'] },
  prmchg: {
    kinds: changeOrderKinds,
    beginsWrites: true,
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
        ...['reqamt', 'appamt', 'cstamt', 'entdte', 'usrnme', ...auditNames],
      ],
    },
    updates: [
      {
        kinds: changing,
        columns: [
          ...['reqamt', 'appamt', 'cstamt', 'chgdte', 'dscrpt', 'status', 'chgtyp', 'pchord', 'reason'],
          ...['delreq', 'dysdly', 'subdte', 'aprdte', 'ntetxt', 'upddte', 'updusr'],
          // Only where the proofs are kept in the records.
          'usrdf2',
        ],
      },
    ],
  },
  pmcgln: {
    kinds: changeOrderKinds,
    reads: ['recnum', 'linnum', 'dscrpt', 'reqprc', 'aprprc', 'cstcde', 'csttyp'],
    insert: {
      kinds: linesOfChangeOrders,
      always: ['_idnum', '_idref', 'recnum', 'linnum', 'dscrpt', 'reqprc', 'aprprc', 'cstcde', 'csttyp'],
    },
    updates: [{ kinds: changingLines, columns: ['reqprc', 'aprprc', 'cstcde', 'csttyp'] }],
  },
  sbcgln: {
    kinds: changeOrderKinds,
    reads: [
      ...['recnum', 'linnum', 'dscrpt', 'chghrs', 'chgunt', 'bdgprc', 'cstcde', 'csttyp'],
      ...['vndnum', 'vndctc', 'ctclin', 'chgnum', 'chgsts', 'chgdte'],
    ],
    insert: {
      kinds: linesOfChangeOrders,
      always: [...['_idnum', '_idref', 'recnum', 'linnum', 'dscrpt', 'chghrs', 'chgunt', 'bdgprc', 'cstcde', 'csttyp']],
      sometimes: ['vndnum', 'vndctc', 'ctclin', 'chgnum', 'chgsts', 'chgdte'],
    },
    updates: [
      {
        kinds: changingLines,
        columns: ['chghrs', 'chgunt', 'bdgprc', 'cstcde', 'csttyp', 'chgnum', 'chgsts'],
      },
    ],
  },
};
