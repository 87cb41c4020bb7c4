import type { Tables } from './server.ts';
import type { Row } from './statement.ts';

/** The company that every scenario starts from: two open jobs with one change order each, and two cost codes. */
export const jobs = ['2401', '2402'] as const;
export type JobNumber = (typeof jobs)[number];
/** Record number of the change order that a job has already. */
export const existing: Readonly<Record<JobNumber, string>> = { '2401': '101', '2402': '102' };
/** A vendor whom Sage has already. */
export const knownVendor = '501';
export const costCodes = ['15180.000', '16100.000'] as const;

function changeOrder(record: string, job: string): Row {
  return {
    _idnum: `00000000-0000-4000-9000-${record.padStart(12, '0')}`,
    recnum: record,
    chgnum: '1',
    chgdte: '2026-10-01',
    jobnum: job,
    phsnum: null,
    dscrpt: 'Entered in Sage',
    status: '1',
    reqamt: '100.00',
    appamt: '100.00',
    cstamt: '80.00',
    lckedt: '0',
    invdte: null,
    ntetxt: '',
    insdte: '2026-10-01 08:00:00.000',
    upddte: '2026-10-01 08:00:00.000',
  };
}

const actrec = jobs.map((job) => [job, { recnum: job, status: '4', inactv: '0' }] as const);
const cstcde = costCodes.map((code) => [code, { recnum: code, cdenme: 'Work' }] as const);
const prmchg = jobs.map((job) => [existing[job], changeOrder(existing[job], job)] as const);

export function createTables(): Tables {
  return {
    actrec: new Map<string, Row>(actrec),
    cstcde: new Map<string, Row>(cstcde),
    prmchg: new Map<string, Row>(prmchg),
    pmcgln: new Map(),
    sbcgln: new Map(),
    actpay: new Map<string, Row>([[knownVendor, { recnum: knownVendor, vndnme: 'Known in Sage', inactv: '0' }]]),
    subcon: new Map(),
    sbcnln: new Map(),
    push_marker: new Map(),
  };
}
