import type { ChangeOrder, Commitment } from '../records/tables.ts';
import { type Book, budgetCode, stamps } from './book.ts';
import type { SeedContracts } from './commitments.ts';

/** `parent` is the position of the contract's line that the change is about; null when it opens work of its own. */
type LineWish = {
  readonly parent: number | null;
  readonly code: string;
  readonly text: string;
  readonly amount: string;
};
type Wish = {
  readonly contract: string;
  readonly number: string;
  readonly title: string;
  readonly status: ChangeOrder['status'];
  readonly day: string;
  readonly lines: readonly LineWish[];
  readonly rest?: Partial<ChangeOrder>;
};

const wishes: readonly Wish[] = [
  {
    contract: 'SC-001',
    number: '001',
    title: 'Added panel at imaging',
    status: 'approved',
    day: '2026-09-28',
    // Two lines on one line of the contract, which accounting takes as one, and one for work of its own.
    lines: [
      { parent: 1, code: '26.240', text: 'Panel B', amount: '12000.00' },
      { parent: 1, code: '26.240', text: 'Feeder to panel B', amount: '3415.25' },
      { parent: null, code: '28.130', text: 'Door contacts', amount: '1980.00' },
    ],
    rest: { description: '<p>Panel&nbsp;B per ASI&nbsp;7</p>', change_reason: 'Client Request' },
  },
  {
    contract: 'SC-001',
    number: '002',
    title: 'Credit for fixtures',
    status: 'approved',
    day: '2026-10-19',
    lines: [{ parent: 2, code: '26.510', text: 'Type L4 deleted', amount: '-2750.00' }],
  },
  {
    contract: 'SC-001',
    number: '003',
    title: 'Nurse call rough-in',
    status: 'pending',
    day: '2026-11-12',
    lines: [{ parent: 3, code: '27.150', text: 'Conduit and boxes', amount: '6120.00' }],
  },
  {
    contract: 'PO-001',
    number: '001',
    title: 'Two more locksets',
    status: 'approved',
    day: '2026-10-06',
    lines: [{ parent: 1, code: '8700.000', text: 'Mortise locksets', amount: '636.50' }],
  },
  {
    // Its contract cannot go to accounting before its vendor has.
    contract: 'SC-009',
    number: '001',
    title: 'Lintel at door 114',
    status: 'approved',
    day: '2026-10-14',
    lines: [{ parent: 1, code: '4160.000', text: 'One more lintel', amount: '1165.00' }],
  },
  {
    contract: 'SC-002',
    number: 'CCO-2402-000017',
    title: 'Dry system at the loading dock and canopy',
    status: 'approved',
    day: '2026-10-28',
    lines: [{ parent: 2, code: '15330.000', text: 'Dry valve', amount: '9880.00' }],
  },
  {
    contract: 'SC-002',
    number: '002',
    title: 'Not needed after all',
    status: 'void',
    day: '2026-10-29',
    lines: [{ parent: 1, code: '15300.000', text: 'Heads', amount: '760.00' }],
  },
  {
    contract: 'facade',
    number: '001',
    title: 'Replace spalled brick',
    status: 'approved',
    day: '2026-08-31',
    lines: [{ parent: 1, code: '4100.000', text: 'Brick', amount: '8300.00' }],
  },
];

/** The new project's: one on each kind of contract. */
const boathouse: readonly Wish[] = [
  {
    contract: '2417 SC-001',
    number: '001',
    title: 'Two more piles',
    status: 'approved',
    day: '2026-11-16',
    lines: [{ parent: 2, code: '2060.000', text: 'Piles 41 and 42', amount: '7350.00' }],
  },
  {
    contract: '2417 PO-001',
    number: '001',
    title: 'Retarder',
    status: 'approved',
    day: '2026-11-17',
    lines: [{ parent: 1, code: '3300.000', text: 'Retarder', amount: '430.00' }],
  },
];

export function seedChangeOrders(book: Book, contracts: SeedContracts): void {
  for (const wish of [...wishes, ...boathouse]) {
    const contract = contracts.get(wish.contract);
    if (contract === undefined) throw new Error(`The seed has no contract ${wish.contract}`);
    addChangeOrder(book, contract, wish);
  }
}

function addChangeOrder(book: Book, contract: Commitment, wish: Wish): void {
  const { memory } = book;
  const project = memory.get('projects', contract.project_id);
  if (project === undefined) throw new Error(`No project for contract ${contract.number}`);
  const words = `${contract.id} ${wish.number}`;
  const dates = stamps(wish.day, words);
  const order = memory.put('changeOrders', {
    id: memory.nextId(),
    package_id: memory.nextId(),
    request_id: memory.nextId(),
    pco_id: memory.nextId(),
    project_id: project.id,
    contract_id: contract.id,
    number: wish.number,
    title: wish.title,
    status: wish.status,
    executed: wish.status === 'approved',
    reviewed_at: wish.status === 'approved' ? dates.updated_at : null,
    ...dates,
    ...wish.rest,
  });
  const parents = memory.where('contractLines', 'contract_id', contract.id);
  for (const [index, line] of wish.lines.entries()) {
    const parent = line.parent === null ? undefined : parents[line.parent - 1];
    const wbs = parent?.wbs_code_id ?? budgetCode(book, project, line.code, '4').id;
    const code = memory.get('wbsCodes', wbs);
    memory.put('changeOrderLines', {
      id: memory.nextId(),
      change_order_id: order.id,
      position: String(index + 1),
      description: line.text,
      amount: line.amount,
      wbs_code_id: wbs,
      cost_code_id: code?.cost_code_id ?? null,
      line_item_type_id: code?.line_item_type_id ?? null,
      commitment_line_item_id: parent?.id ?? null,
      ...stamps(wish.day, `${words} ${index}`),
    });
  }
}
