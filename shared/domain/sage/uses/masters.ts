import { budgetColumnOfCostType } from '../schema/budgets.ts';
import { auditNames, type TableUses } from './tableUse.ts';

/** Jobs, vendors, lists and budgets. */

const budgeting = ['job.create', 'costCodes.update', 'budget.export'] as const;
const amounts = Object.values(budgetColumnOfCostType);
const address = ['addrs1', 'addrs2', 'ctynme', 'state_', 'zipcde'] as const;

export const masterUses: TableUses = {
  actrec: {
    reads: [
      ...['recnum', 'jobnme', 'shtnme', 'status', 'inactv', 'clnnum', 'cntrct', ...address],
      ...['phnnum', 'sttdte', 'cmpdte', 'insdte', 'upddte'],
    ],
    insert: {
      kinds: ['job.create'],
      always: [
        ...['_idnum', 'recnum', 'jobnme', 'shtnme', 'status', 'clnnum', ...address, 'inactv', 'ntetxt'],
        ...auditNames,
      ],
      sometimes: ['phnnum', 'cntrct', 'sttdte', 'cmpdte'],
    },
  },
  reccln: { reads: ['recnum', 'clnnme'], holdsSecrets: true },
  jobphs: { reads: ['recnum', 'phsnum', 'phsnme'] },
  cstdiv: { reads: ['recnum', 'divnme'] },
  cstcde: {
    reads: ['recnum', 'cdenme', 'untdsc', 'divnum', 'inactv'],
    insert: {
      kinds: ['job.create', 'costCodes.update'],
      always: ['_idnum', 'recnum', 'cdenme', 'untdsc', 'divnum', 'inactv', 'ntetxt'],
    },
  },
  csttyp: { reads: ['recnum', 'typnme'] },
  lgract: {
    kinds: ['payableInvoice.create', 'purchaseOrder.create', 'purchaseOrderChange.append'],
    reads: ['recnum', 'shtnme', 'lngnme', 'acttyp', 'csttyp', 'subact', 'inactv'],
  },
  vndtyp: { reads: ['recnum', 'typnme'] },
  // A vendor that is linked is changed in Sage only: Procore is told, never the other way about.
  actpay: {
    reads: [
      ...['recnum', 'vndnme', 'shtnme', 'vndtyp', 'inactv', ...address],
      ...['phnnum', 'e_mail', 'lgrdft', 'cdedft', 'typdft', 'duedte', 'dupchk', 'insdte', 'upddte'],
    ],
    holdsSecrets: true,
    insert: {
      kinds: ['vendor.create'],
      always: [
        ...['_idnum', 'recnum', 'vndnme', 'shtnme', 'vndtyp', ...address, 'phnnum', 'e_mail', 'inactv', 'ntetxt'],
        ...auditNames,
      ],
    },
  },
  budget: {
    kinds: budgeting,
    reads: ['_idnum', 'recnum', 'lckedt'],
    insert: { kinds: budgeting, always: ['_idnum', 'recnum', 'lckedt', 'edtdte', 'usrnme', 'ntetxt'] },
    updates: [{ kinds: budgeting, columns: ['edtdte', 'usrnme'] }],
  },
  bdglin: {
    reads: ['recnum', 'phsnum', 'linnum', 'cstcde', 'hrsbdg', 'estunt', 'untdsc', 'ttlbdg', ...amounts],
    insert: {
      kinds: budgeting,
      always: [
        ...['_idnum', '_idref', 'recnum', 'phsnum', 'linnum', 'cstcde', 'hrsbdg', ...amounts, 'ttlbdg'],
        ...['untdsc', 'estunt', 'usrdf1', 'ntetxt'],
      ],
    },
    updates: [{ kinds: ['budget.export'], columns: [...amounts, 'ttlbdg'] }],
  },
};
