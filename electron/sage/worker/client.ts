import type { SageCompany } from '../../engine/ports/sageCompany.ts';
import type { SageWorker } from './sageWorker.ts';

/** The company of a worker, as the engine sees it. */
export function workerCompany({ call, close }: SageWorker): SageCompany {
  return {
    test: () => call('test'),
    fingerprints: (kinds) => call('fingerprints', kinds),
    // The table checks the records by their kind.
    read: ((kind, query) => call('read', kind, query)) as SageCompany['read'],
    record: ((kind, key) => call('record', kind, key)) as SageCompany['record'],
    changeOrder: (record) => call('changeOrder', record),
    subcontractsOf: (job) => call('subcontractsOf', job),
    budgetedCodes: (job) => call('budgetedCodes', job),
    inspect: (markers, at) => call('inspect', markers, at),
    reasonsUsed: () => call('reasonsUsed'),
    beginWriting: () => call('beginWriting'),
    endWriting: () => call('endWriting'),
    apply: (plan, approval) => call('apply', plan, approval),
    lookUp: (plan, search) => call('lookUp', plan, search),
    proofSigns: (stores) => call('proofSigns', stores),
    tableProofs: (after) => call('tableProofs', after),
    fieldProofs: (after) => call('fieldProofs', after),
    typedRecords: (plan, written) => call('typedRecords', plan, written),
    snapshotTables: () => call('snapshotTables'),
    snapshotRows: (table, offset) => call('snapshotRows', table, offset),
    close,
  };
}
