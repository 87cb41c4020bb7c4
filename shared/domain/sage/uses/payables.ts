import { auditNames, type TableUses } from './tableUse.ts';

/** Payable invoices (4-2), and what Sage books for one: job costs (6-3) and a ledger transaction (1-3). */

const invoicing = ['payableInvoice.create'] as const;

export const payableUses: TableUses = {
  acpinv: {
    kinds: invoicing,
    reads: [
      ...['recnum', 'invnum', 'vndnum', 'jobnum', 'phsnum', 'pchord', 'ctcnum', 'dscrpt', 'invdte', 'duedte', 'status'],
      ...['invtyp', 'retain', 'invttl', 'ttlpad', 'invbal', 'invnet', 'slstax', 'insdte', 'upddte'],
    ],
    insert: {
      kinds: invoicing,
      always: [
        ...['_idnum', 'recnum', 'invnum', 'vndnum', 'jobnum', 'phsnum', 'pchord', 'ctcnum', 'dscrpt'],
        ...[
          'invdte',
          'duedte',
          'dscdte',
          'status',
          'invtyp',

          'retain',
          'invttl',
          'ttlpad',
          'invbal',
          'invnet',
        ],
        ...['subttl', 'slstax', 'actper', 'postyr', 'lgrrec', 'entdte', 'usrnme', 'ntetxt', ...auditNames],
      ],
    },
  },
  apivln: {
    kinds: invoicing,
    reads: ['recnum', 'linnum', 'prtdsc', 'linqty', 'linprc', 'extttl', 'actnum'],
    insert: {
      kinds: invoicing,
      always: ['_idnum', '_idref', 'recnum', 'linnum', 'prtdsc', 'linqty', 'linprc', 'extttl', 'actnum'],
    },
  },
  jobcst: {
    kinds: invoicing,
    reads: [],
    insert: {
      kinds: invoicing,
      always: [
        ...[
          '_idnum',
          'recnum',
          'jobnum',
          'phsnum',
          'trnnum',
          'dscrpt',
          'trndte',
          'entdte',
          'actprd',
          'postyr',
          'srcnum',
        ],
        ...['status', 'bllsts', 'cstcde', 'csttyp', 'vndnum', 'cstamt', 'lgrrec', 'usrnme', ...auditNames],
      ],
    },
  },
  lgrtrn: {
    kinds: invoicing,
    reads: [],
    insert: {
      kinds: invoicing,
      always: [
        ...[
          '_idnum',
          'recnum',
          'trnnum',
          'trndte',
          'dscrpt',
          'vndnum',
          'status',
          'srcnum',
          'actprd',
          'postyr',
          'entdte',
        ],
        ...['usrnme', ...auditNames],
      ],
    },
  },
  lgtnln: {
    kinds: invoicing,
    reads: [],
    insert: {
      kinds: invoicing,
      always: ['_idnum', '_idref', 'recnum', 'linnum', 'lgract', 'dscrpt', 'dbtamt', 'crdamt'],
    },
  },
};
