import type { LedgerAccount } from '#shared/domain/sage/documentFacts.ts';
import type { CostCode, Job, ListItem, Phase, Vendor } from '#shared/domain/sage/facts.ts';
import type { Fields } from './fields.ts';
import type { Source } from './source.ts';

/** How rows of one table, with names looked up in others, become facts. */
export type Listing<T> = Source & { readonly fact: (fields: Fields) => T };

export const jobs: Listing<Job> = {
  table: 'actrec',
  control: 'cntrct',
  columns: [
    'recnum',
    'jobnme',
    'shtnme',
    'status',
    'inactv',
    'clnnum',
    'cntrct',
    'addrs1',
    'addrs2',
    'ctynme',
    'state_',
    'zipcde',
    'phnnum',
    'sttdte',
    'cmpdte',
    'insdte',
    'upddte',
  ],
  joins: [{ table: 'reccln', on: 'clnnum', columns: { clnnme: 'client_name' } }],
  fact: (row) => ({
    number: row.text('recnum'),
    name: row.text('jobnme'),
    shortName: row.text('shtnme'),
    status: row.text('status'),
    inactive: row.flag('inactv'),
    clientNumber: row.reference('clnnum'),
    clientName: row.text('client_name'),
    contract: row.money('cntrct'),
    address: addressOf(row),
    phone: row.text('phnnum'),
    startDate: row.textOrNull('sttdte'),
    completionDate: row.textOrNull('cmpdte'),
    updated: changedAt(row),
  }),
};

export const phases: Listing<Phase> = {
  table: 'jobphs',
  columns: ['recnum', 'phsnum', 'phsnme'],
  fact: (row) => ({ job: row.text('recnum'), number: row.phase('phsnum'), name: row.text('phsnme') }),
};

export const costCodes: Listing<CostCode> = {
  table: 'cstcde',
  columns: ['recnum', 'cdenme', 'untdsc', 'divnum', 'inactv'],
  joins: [{ table: 'cstdiv', on: 'divnum', columns: { divnme: 'division_name' } }],
  fact: (row) => ({
    code: row.decimal('recnum', 3),
    name: row.text('cdenme'),
    division: row.text('divnum'),
    divisionName: row.text('division_name'),
    unit: row.text('untdsc'),
    inactive: row.gridFlag('inactv'),
  }),
};

const listItem = (row: Fields): ListItem => ({ number: row.text('recnum'), name: row.text('typnme') });

export const costTypes: Listing<ListItem> = { table: 'csttyp', columns: ['recnum', 'typnme'], fact: listItem };

export const changeOrderTypes: Listing<ListItem> = { table: 'chgtyp', columns: ['recnum', 'typnme'], fact: listItem };

export const vendorTypes: Listing<ListItem> = { table: 'vndtyp', columns: ['recnum', 'typnme'], fact: listItem };

export const ledgerAccounts: Listing<LedgerAccount> = {
  table: 'lgract',
  columns: ['recnum', 'shtnme', 'lngnme', 'acttyp', 'csttyp', 'subact', 'inactv'],
  fact: (row) => ({
    number: row.text('recnum'),
    name: row.text('lngnme') || row.text('shtnme'),
    type: row.text('acttyp'),
    costType: row.reference('csttyp'),
    subaccounts: row.whole('subact'),
    inactive: row.flag('inactv'),
  }),
};

export const vendors: Listing<Vendor> = {
  table: 'actpay',
  columns: [
    ...['recnum', 'vndnme', 'shtnme', 'vndtyp', 'inactv', 'addrs1', 'addrs2', 'ctynme', 'state_', 'zipcde'],
    ...['phnnum', 'e_mail', 'lgrdft', 'cdedft', 'typdft', 'duedte', 'dupchk', 'insdte', 'upddte'],
  ],
  joins: [{ table: 'vndtyp', on: 'vndtyp', columns: { typnme: 'type_name' } }],
  fact: (row) => ({
    number: row.text('recnum'),
    name: row.text('vndnme'),
    shortName: row.text('shtnme'),
    type: row.text('type_name') || row.text('vndtyp'),
    typeNumber: row.reference('vndtyp'),
    inactive: row.flag('inactv'),
    address: addressOf(row),
    phone: row.text('phnnum'),
    email: row.text('e_mail'),
    defaultAccount: row.reference('lgrdft'),
    defaultCostCode: row.reference('cdedft') === null ? null : row.costCode('cdedft'),
    defaultCostType: row.reference('typdft'),
    dueTerms: row.text('duedte'),
    allowsDuplicates: row.flag('dupchk'),
    updated: changedAt(row),
  }),
};

function addressOf(row: Fields) {
  return {
    street: [row.text('addrs1'), row.text('addrs2')].filter((line) => line !== '').join(', '),
    city: row.text('ctynme'),
    state: row.text('state_'),
    zip: row.text('zipcde'),
  };
}

/** Sage's change time; the time of insertion where it was never changed since. */
export function changedAt(row: Fields): string {
  return row.text('upddte') || row.text('insdte');
}
