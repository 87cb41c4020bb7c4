import { budgetOf } from '../../sampleCompany/budgets.ts';
import { dayText, dollars } from '../../sampleCompany/chance.ts';
import { costCodeName } from '../../sampleCompany/lists.ts';
import { purchaseOrdersOf } from '../../sampleCompany/purchaseOrders.ts';
import { subcontractsOf } from '../../sampleCompany/subcontracts.ts';
import { trades } from '../../sampleCompany/words/trades.ts';
import type { Commitment, Project } from '../records/tables.ts';
import type { Book } from './book.ts';
import { sageJob } from './budgets.ts';
import { boathouseContracts, clinicContracts } from './clinicContracts.ts';
import { addContract, type ContractWish } from './contracts.ts';
import type { SeedProjects } from './projects.ts';
import { ownedVendor, type SeedVendors } from './vendors.ts';

/** Record numbers of Sage play no part in what Procore shows. */
const anyRecord = () => '1';

/** The contracts that Sage has for a job, as somebody typed them into Procore too: same number, vendor and amounts. */
function sameAsSage(number: string): readonly ContractWish[] {
  const job = sageJob(number);
  const budget = budgetOf(job);
  const subcontracts = subcontractsOf(job, budget, anyRecord).map(
    (contract): ContractWish => ({
      kind: 'WorkOrderContract',
      number: contract.number,
      title: trades[contract.trade].scope,
      vendor: contract.vendor,
      status: contract.status === '1' ? 'Draft' : 'Approved',
      day: dayText(job.from + 30),
      lines: contract.lines.map(({ code, description, amount }) => ({
        code,
        type: '4',
        text: description,
        amount: dollars(amount),
      })),
    }),
  );
  const orders = purchaseOrdersOf(job, budget, anyRecord).map(
    ({ number: orderNumber, vendor, lines, day }): ContractWish => ({
      kind: 'PurchaseOrderContract',
      number: orderNumber,
      title: costCodeName(lines[0]?.code ?? ''),
      vendor,
      status: 'Approved',
      day: dayText(day),
      lines: lines.map(({ code, quantity, price }) => ({
        code,
        type: '1',
        text: costCodeName(code),
        quantity: `${quantity}.0`,
        unitCost: dollars(price),
        amount: dollars(price * quantity),
        uom: 'EA',
      })),
    }),
  );
  return [...subcontracts, ...orders];
}

/** Another connector has been here before: its ids stand in the slots. */
const ownedContract: ContractWish = {
  kind: 'WorkOrderContract',
  number: '2407-H01',
  title: 'Material hoist',
  vendor: ownedVendor,
  status: 'Approved',
  day: '2026-05-18',
  lines: [{ code: '1010.000', type: '4', text: 'Hoist, six months', amount: '27600.00' }],
  rest: { origin_id: 'hh2-sc-77120', origin_code: '77120' },
};

/** One contract in the project with three tiers, for the change order that has to be read through its package. */
const facadeContract: ContractWish = {
  kind: 'WorkOrderContract',
  number: 'SC-001',
  title: 'Tuckpointing',
  vendor: 'Fraternité Masonry Inc.',
  status: 'Approved',
  day: '2026-06-08',
  lines: [{ code: '4100.000', type: '4', text: 'North elevation', amount: '126400.00' }],
};

/** The contracts of the clinic by their number, those of the boathouse by project and number, and the one of the facade. */
export type SeedContracts = ReadonlyMap<string, Commitment>;

export function seedCommitments(book: Book, projects: SeedProjects, vendors: SeedVendors): SeedContracts {
  const write = (project: Project | undefined, wish: ContractWish) => {
    if (project === undefined) throw new Error(`The seed has no project for contract ${wish.number}`);
    return addContract(book, project, wish, vendors.get(wish.vendor)?.id ?? null);
  };
  for (const job of ['2405', '2406', '2410']) {
    // Nobody invited the vendors that only Sage has: their contracts are only in Sage.
    for (const wish of sameAsSage(job)) if (vendors.has(wish.vendor)) write(projects.get(job), wish);
  }
  write(projects.get('2407'), ownedContract);
  const facade = write(projects.get('2412'), facadeContract);
  const boathouse = boathouseContracts.map(
    (wish) => [`2417 ${wish.number}`, write(projects.get('2417'), wish)] as const,
  );
  const clinic = clinicContracts.map((wish) => [wish.number, write(projects.get('2402'), wish)] as const);
  book.memory.put('primeContracts', {
    id: book.memory.nextId(),
    project_id: projects.get('2402')?.id ?? '',
    number: 'PC-1',
    title: 'Prime contract',
    status: 'Approved',
    grand_total: '1386400.00',
    contract_date: '2026-01-20',
    created_at: '2026-01-20T17:00:00Z',
    updated_at: '2026-03-01T17:00:00Z',
  });
  return new Map([...clinic, ...boathouse, ['facade', facade]]);
}
