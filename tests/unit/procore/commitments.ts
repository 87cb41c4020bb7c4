import {
  type Coding,
  noOrigin,
  type ProcoreChange,
  type ProcoreChangeLine,
  type ProcoreCommitment,
  type ProcoreCommitmentLine,
} from '#shared/domain/procore/records.ts';
import type { CodingFacts } from '#shared/domain/procore/rules/coding.ts';
import type { SendingFacts } from '#shared/domain/procore/rules/commitment.ts';

/** Project Pier 9, which is job 2402: subcontract SC-001 and purchase order PO-007 with Harbor Electric, vendor 501. */

export function coding(change: Partial<Coding> = {}): Coding {
  return {
    wbsCode: 'w1',
    costCode: 'c1',
    fullCode: '16100',
    costType: 't4',
    costTypeCode: 'S',
    subJob: null,
    ...change,
  };
}

export function line(change: Partial<ProcoreCommitmentLine> = {}): ProcoreCommitmentLine {
  return {
    id: '177',
    position: 1,
    description: 'Rough-in',
    amount: '150000.00',
    quantity: '0.0',
    unitCost: '0.0',
    unit: null,
    coding: coding(),
    taxCode: null,
    origin: noOrigin,
    ...change,
  };
}

export function commitment(change: Partial<ProcoreCommitment> = {}): ProcoreCommitment {
  return {
    id: '41',
    project: '225096',
    type: 'subcontract',
    number: 'SC-001',
    title: 'Electrical',
    description: '',
    status: 'Approved',
    vendor: '7712',
    vendorName: 'Harbor Electric LLC',
    byUnits: false,
    retainagePercent: '10.0',
    contractDate: '2026-02-10',
    startDate: '2026-02-15',
    completionDate: null,
    deliveryDate: null,
    grandTotal: '150000.00',
    approvedChanges: '0.00',
    currency: 'USD',
    deleted: false,
    lines: [line()],
    origin: noOrigin,
    createdAt: '2026-02-10T00:00:00Z',
    updatedAt: '2026-03-02T00:00:00Z',
    ...change,
  };
}

/** PO-007: 20 switches at 1,200.00 and freight of 500.00. */
export function order(change: Partial<ProcoreCommitment> = {}): ProcoreCommitment {
  return commitment({
    id: '52',
    type: 'purchaseOrder',
    number: 'PO-007',
    title: 'Switchgear',
    byUnits: true,
    retainagePercent: '0.0',
    grandTotal: '24500.00',
    deliveryDate: '2026-05-01',
    lines: [
      line({
        id: '201',
        description: 'Switch',
        amount: '24000.00',
        quantity: '20',
        unitCost: '1200.00',
        unit: 'EA',
        coding: coding({ costType: 't1', costTypeCode: 'M' }),
      }),
      line({
        id: '202',
        position: 2,
        description: 'Freight',
        amount: '500.00',
        coding: coding({ costType: 't1', costTypeCode: 'M' }),
      }),
    ],
    ...change,
  });
}

export function changeLine(change: Partial<ProcoreChangeLine> = {}): ProcoreChangeLine {
  return {
    id: '188',
    position: 1,
    description: 'Added panel',
    amount: '12000.00',
    quantity: '0.0',
    unitCost: '0.0',
    unit: null,
    coding: coding(),
    commitmentLine: '177',
    taxCode: null,
    ...change,
  };
}

export function changeOrder(change: Partial<ProcoreChange> = {}): ProcoreChange {
  return {
    id: '9001',
    project: '225096',
    commitment: '41',
    package: '3',
    number: '001',
    revision: '0',
    title: 'Added panel',
    description: 'Panel B',
    status: 'approved',
    grandTotal: '12000.00',
    currency: 'USD',
    lines: [changeLine()],
    origin: noOrigin,
    reviewedAt: '2026-03-01T12:00:00Z',
    createdAt: '2026-02-28T09:00:00Z',
    updatedAt: '2026-03-01T12:00:00Z',
    ...change,
  };
}

export function codingFacts(change: Partial<CodingFacts> = {}): CodingFacts {
  return {
    pairs: new Map([
      ['16100', '16100.000'],
      ['03-300', '3300.000'],
    ]),
    costTypes: new Map([
      ['t1', '1'],
      ['t4', '4'],
    ]),
    phases: new Map([['sj1', '1']]),
    inSage: () => true,
    waiting: new Set(),
    ...change,
  };
}

export function sending(change: Partial<SendingFacts> = {}): SendingFacts {
  return {
    projectName: 'Pier 9 Tenant Improvements',
    job: '2402',
    vendor: '501',
    coding: codingFacts(),
    currency: 'USD',
    ...change,
  };
}
