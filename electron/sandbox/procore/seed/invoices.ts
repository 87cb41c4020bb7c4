import { multiplyDecimals } from '#shared/domain/decimal.ts';
import { total } from '../api/wire.ts';
import { carriedOver, emptyItem } from '../invoices.ts';
import type { RequisitionItem } from '../records/billing.ts';
import type { Commitment, Requisition } from '../records/tables.ts';
import { type Book, stamps } from './book.ts';
import type { SeedContracts } from './commitments.ts';

type ItemWish = { readonly work: string; readonly stored?: string; readonly tax?: string; readonly released?: string };
type Wish = {
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

const periods = {
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

const wishes: readonly Wish[] = [
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

export function seedInvoices(book: Book, contracts: SeedContracts): void {
  const { memory } = book;
  const clinic = contracts.get('SC-001')?.project_id ?? '';
  const periodIds = new Map<string, string>();
  for (const [name, period] of Object.entries(periods)) {
    const made = memory.put('billingPeriods', {
      id: memory.nextId(),
      project_id: clinic,
      ...period,
      ...stamps('2026-08-28', name),
    });
    periodIds.set(name, made.id);
  }
  addDetailLines(book, contracts.get('SC-011'));
  for (const wish of wishes) {
    const contract = contracts.get(wish.contract);
    if (contract === undefined) throw new Error(`The seed has no contract ${wish.contract}`);
    addInvoice(book, contract, wish, periodIds.get(wish.period) ?? null);
  }
}

/** The subcontractor bills against a schedule of its own. */
function addDetailLines({ memory }: Book, contract: Commitment | undefined): void {
  const [first, second] = contract === undefined ? [] : memory.where('contractLines', 'contract_id', contract.id);
  if (contract === undefined || first === undefined || second === undefined) return;
  const line = (line_item_id: string, description: string, amount: string) =>
    memory.put('detailLines', { id: memory.nextId(), contract_id: contract.id, line_item_id, description, amount });
  line(first.id, 'Level 1 air side', '31000.00');
  line(second.id, 'Controls, all levels', '22400.00');
}

function addInvoice(book: Book, contract: Commitment, wish: Wish, periodId: string | null): void {
  const { memory } = book;
  const previous = memory.where('requisitions', 'commitment_id', contract.id).at(-1);
  const { start_date, end_date } = periods[wish.period];
  const order = memory.where('changeOrders', 'contract_id', contract.id).find(({ number }) => number === wish.order);
  const sources = [
    ...contractSources(book, contract),
    ...(order === undefined ? [] : orderSources(book, order.id, order.package_id)),
  ];
  memory.put('requisitions', {
    id: memory.nextId(),
    project_id: contract.project_id,
    commitment_id: contract.id,
    number: String(Number(previous?.number ?? '0') + 1),
    invoice_number: wish.invoice,
    previous_requisition_id: previous?.id ?? null,
    period_id: periodId,
    requisition_start: start_date,
    requisition_end: end_date,
    billing_date: end_date,
    submitted_at: end_date,
    status: wish.status,
    package_ids: order === undefined ? [] : [order.package_id],
    items: sources.map((source, index) => billed(memory.nextId(), contract, source, wish.items[index], previous)),
    ...stamps(end_date < '2026-11-20' ? end_date : '2026-11-18', wish.invoice),
    ...wish.rest,
  });
}

type Source = Partial<RequisitionItem> &
  Pick<RequisitionItem, 'item_type' | 'line_item_id' | 'detail_line_item_id' | 'scheduled_value'>;

function contractSources({ memory }: Book, contract: Commitment): readonly Source[] {
  const lines = memory.where('contractLines', 'contract_id', contract.id);
  const coded = (id: string) => {
    const line = lines.find((one) => one.id === id);
    return { cost_code_id: line?.cost_code_id ?? null, wbs_code_id: line?.wbs_code_id ?? null };
  };
  const details = memory.where('detailLines', 'contract_id', contract.id);
  if (details.length > 0)
    return details.map(({ id, line_item_id, amount, description }) => ({
      item_type: 'contract_detail_item',
      line_item_id,
      detail_line_item_id: id,
      scheduled_value: amount,
      description_of_work: description,
      ...coded(line_item_id),
    }));
  return lines.map(({ id, amount, description }) => ({
    item_type: 'contract_item',
    line_item_id: id,
    detail_line_item_id: null,
    scheduled_value: amount,
    description_of_work: description,
    ...coded(id),
  }));
}

function orderSources({ memory }: Book, orderId: string, packageId: string): readonly Source[] {
  return memory.where('changeOrderLines', 'change_order_id', orderId).map((line) => ({
    item_type: 'change_order_item',
    line_item_id: line.id,
    detail_line_item_id: null,
    change_order_package_id: packageId,
    commitment_line_item_id: line.commitment_line_item_id,
    cost_code_id: line.cost_code_id,
    wbs_code_id: line.wbs_code_id,
    scheduled_value: line.amount,
    description_of_work: line.description,
  }));
}

/** Retainage at the contract's rate on work and on newly stored materials. */
function billed(
  id: string,
  contract: Commitment,
  source: Source,
  wish: ItemWish | undefined,
  previous: Requisition | undefined,
): RequisitionItem {
  const { work = '0.00', stored = '0.00', tax = '0.00', released = '0.00' } = wish ?? {};
  const before = previous?.items.find(
    (item) => item.line_item_id === source.line_item_id && item.item_type === source.item_type,
  );
  const rate = contract.retainage_percent;
  const balance = total([before?.materials_presently_stored ?? '0.00', stored]);
  const held = (amount: string) => multiplyDecimals(multiplyDecimals(amount, rate, 6) ?? '0', '0.01', 2) ?? '0.00';
  return emptyItem(id, {
    ...source,
    ...(before === undefined ? {} : carriedOver(before)),
    work_completed_this_period: work,
    materials_presently_stored: balance,
    new_materials: stored,
    work_completed_retainage_percent_this_period: rate,
    work_completed_retainage_retained_this_period: held(work),
    work_completed_retainage_released_this_period: released,
    materials_stored_retainage_percent_this_period: rate,
    materials_stored_retainage_currently_retained: held(balance),
    subcontractor_claimed_amount: total([work, stored]),
    tax_amount: tax,
  });
}
