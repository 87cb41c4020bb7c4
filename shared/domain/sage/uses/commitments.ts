import { changeOrderKinds, linesOfChangeOrders } from './changeOrders.ts';
import { auditNames, type TableUses } from './tableUse.ts';

/** Subcontracts (6-7-1) and purchase orders (6-6-1). */

const ofOrders = ['purchaseOrder.create', 'purchaseOrderChange.append', 'payableInvoice.create'] as const;

export const commitmentUses: TableUses = {
  subcon: {
    reads: [
      ...['_idnum', 'recnum', 'ctcnum', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'lckedt'],
      ...['condte', 'rtnrte', 'cntttl', 'chgttl', 'ctcttl', 'invttl', 'balttl', 'insdte', 'upddte'],
    ],
    insert: {
      kinds: ['subcontract.create'],
      always: [
        ...['_idnum', 'recnum', 'ctcnum', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'condte', 'strdte'],
        ...['findte', 'rtnrte', 'cntttl', 'chgttl', 'ctcttl', 'taxttl', 'invttl', 'balttl', 'entdte', 'usrnme'],
        ...['ntetxt', ...auditNames],
      ],
    },
    updates: [
      { kinds: changeOrderKinds, columns: ['chgttl', 'ctcttl', 'balttl'] },
      { kinds: ['payableInvoice.create'], columns: ['invttl', 'balttl'] },
    ],
  },
  sbcnln: {
    reads: ['recnum', 'linnum', 'dscrpt', 'cstcde', 'csttyp', 'amount', 'change', 'cntrct', 'billed', 'remain'],
    insert: {
      kinds: [...linesOfChangeOrders, 'subcontract.create'],
      always: [
        ...['_idnum', '_idref', 'recnum', 'linnum', 'dscrpt', 'cstcde', 'csttyp'],
        ...['amount', 'change', 'cntrct', 'billed', 'remain'],
      ],
      sometimes: ['ntetxt'],
    },
    updates: [
      { kinds: changeOrderKinds, columns: ['change', 'cntrct', 'remain'] },
      { kinds: ['payableInvoice.create'], columns: ['billed', 'remain'] },
    ],
  },
  pchord: {
    kinds: ofOrders,
    reads: [
      ...['_idnum', 'recnum', 'ordnum', 'orddte', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'lckedt'],
      ...['subttl', 'slstax', 'pchttl', 'rcvdte', 'cancel', 'pchbal', 'insdte', 'upddte'],
    ],
    insert: {
      kinds: ['purchaseOrder.create'],
      always: [
        ...['_idnum', 'recnum', 'ordnum', 'orddte', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'schdte'],
        ...['rcvdte', 'currnt', 'cancel', 'subttl', 'slstax', 'pchttl', 'pchbal', 'entdte', 'usrnme'],
        ...['ntetxt', ...auditNames],
      ],
    },
    updates: [
      { kinds: ['purchaseOrderChange.append'], columns: ['subttl', 'pchttl', 'pchbal', 'upddte', 'updusr'] },
      { kinds: ['payableInvoice.create'], columns: ['rcvdte', 'pchbal'] },
    ],
  },
  pcorln: {
    kinds: ofOrders,
    reads: [
      ...['recnum', 'linnum', 'prtdsc', 'untdsc', 'linqty', 'linprc', 'extttl', 'rcvdte', 'cancel', 'cstcde', 'csttyp'],
    ],
    insert: {
      kinds: ['purchaseOrder.create', 'purchaseOrderChange.append'],
      always: [
        ...['_idnum', '_idref', 'recnum', 'linnum', 'prtdsc', 'untdsc', 'linqty', 'linprc', 'rcvdte', 'cancel'],
        ...['extttl', 'cstcde', 'csttyp'],
      ],
      sometimes: ['usrdf1', 'ntetxt'],
    },
    updates: [{ kinds: ['payableInvoice.create'], columns: ['rcvdte'] }],
  },
};
