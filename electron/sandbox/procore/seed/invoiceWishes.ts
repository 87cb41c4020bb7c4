import type { Requisition } from '../records/tables.ts';

export type ItemWish = {
  readonly work: string;
  readonly stored?: string;
  readonly tax?: string;
  readonly released?: string;
};
export type InvoiceWish = {
  readonly contract: string;
  readonly invoice: string;
  readonly period: 'September' | 'October' | 'November';
  readonly status: Requisition['status'];
  /** By the position of the line on the contract; the change order's lines follow. */
  readonly items: readonly ItemWish[];
  /** The number of a change order that is billed too. */
  readonly order?: string;
  readonly rest?: Partial<Requisition>;
};

export const periods = {
  September: {
    position: '1',
    start_date: '2026-09-01',
    end_date: '2026-09-30',
    due_date: '2026-10-05',
    status: 'closed',
  },
  October: { position: '2', start_date: '2026-10-01', end_date: '2026-10-31', due_date: '2026-11-05', status: 'open' },
  November: { position: '3', start_date: '2026-11-01', end_date: '2026-11-30', due_date: '2026-12-05', status: 'open' },
} as const;

export const invoiceWishes: readonly InvoiceWish[] = [
  {
    contract: 'SC-001',
    invoice: 'HP-1042',
    period: 'October',
    status: 'approved',
    items: [{ work: '21600.00' }, { work: '14044.05', stored: '8250.00' }, { work: '0.00' }],
  },
  {
    contract: 'SC-001',
    invoice: 'HP-1067',
    period: 'November',
    status: 'approved_as_noted',
    items: [
      { work: '30240.00' },
      { work: '22470.10', stored: '3300.55' },
      { work: '9800.00' },
      { work: '12000.00' },
      { work: '0.00' },
      { work: '990.00' },
    ],
    order: '001',
  },
  {
    contract: 'SC-002',
    invoice: 'HM 88',
    period: 'November',
    status: 'under_review',
    items: [{ work: '29150.00' }, { work: '0.00' }],
  },
  {
    contract: 'SC-012',
    invoice: 'STP-2026-000000417',
    period: 'October',
    status: 'approved',
    items: [{ work: '27000.00' }, { work: '0.00' }],
  },
  {
    contract: 'SC-012',
    invoice: 'STP-418',
    period: 'November',
    status: 'pending_owner_approval',
    items: [{ work: '31500.00' }, { work: '7500.00' }],
  },
  { contract: 'SC-009', invoice: 'NAP-7', period: 'November', status: 'approved', items: [{ work: '17480.00' }] },
  {
    contract: 'SC-010',
    invoice: 'HMC-0',
    period: 'November',
    status: 'approved',
    items: [{ work: '0.00' }, { work: '0.00' }],
  },
  {
    contract: 'SC-2402-00008',
    invoice: 'MV-CR1',
    period: 'November',
    status: 'approved',
    items: [{ work: '-1430.00' }],
  },
  {
    contract: 'PO-002',
    invoice: 'PCC-5521',
    period: 'November',
    status: 'approved',
    items: [{ work: '22320.00', tax: '2298.96' }],
  },
  {
    contract: 'SC-011',
    invoice: 'AB-301',
    period: 'November',
    status: 'approved',
    items: [{ work: '15500.00' }, { work: '4480.00' }],
  },
  {
    contract: 'SC-013',
    invoice: 'VAN-12',
    period: 'November',
    status: 'approved',
    items: [{ work: '21900.00', tax: '1095.00' }],
  },
  {
    contract: '2417 SC-001',
    invoice: 'FL-2201',
    period: 'November',
    status: 'approved',
    items: [{ work: '0.00' }, { work: '61350.25' }, { work: '7350.00' }],
    order: '001',
  },
  {
    contract: '2417 PO-001',
    invoice: 'PRM-90817',
    period: 'November',
    status: 'approved',
    items: [{ work: '8782.75' }],
  },
  {
    contract: 'SC-005',
    invoice: 'CB-9',
    period: 'September',
    status: 'approved',
    items: [{ work: '39800.00' }],
  },
  {
    contract: 'SC-005',
    invoice: 'CB-9R',
    period: 'November',
    status: 'approved',
    items: [{ work: '0.00', released: '1990.00' }],
    rest: { invoice_type: 'retainage_release', final: true },
  },
];
