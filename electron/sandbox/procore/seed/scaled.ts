import { between } from '../../sampleCompany/chance.ts';
import { costCodes } from '../../sampleCompany/lists.ts';
import type { Project, SandboxState } from '../records/tables.ts';
import { type Book, budgetCode, stamps } from './book.ts';
import { companyWithErpList, erpListId } from './company.ts';
import { addContract } from './contracts.ts';

/** How large the company is. Budget lines and commitments are spread evenly over the projects. */
export type Scale = Readonly<Record<'projects' | 'vendors' | 'budgetLines' | 'commitments', number>>;

export const benchScale: Scale = { projects: 500, vendors: 5000, budgetLines: 20_000, commitments: 10_000 };

const codes = costCodes.filter(({ inactive }) => !inactive).map(({ code }) => code);
const types = ['1', '2', '4'] as const;

/** So many of everything, without a story; always the same. */
export function scaledState(scale: Scale): SandboxState {
  const book = companyWithErpList();
  const { memory } = book;
  for (let n = 0; n < scale.vendors; n += 1)
    memory.put('vendors', {
      id: memory.nextId(),
      name: `Vendor ${n + 1} of Tacoma`,
      ...stamps('2025-06-02', `vendor ${n}`),
    });
  const vendorIds = memory.all('vendors').map(({ id }) => id);
  for (let n = 0; n < scale.projects; n += 1) {
    const project = memory.put('projects', {
      id: memory.nextId(),
      name: `Building ${n + 1}`,
      project_number: String(5001 + n),
      standard_cost_code_list_id: erpListId,
      budget_locked: n % 2 === 0,
      ...stamps('2026-01-12', `project ${n}`),
    });
    const share = (all: number) =>
      Math.floor((all * (n + 1)) / scale.projects) - Math.floor((all * n) / scale.projects);
    addBudget(book, project, share(scale.budgetLines));
    addCommitments(book, project, share(scale.commitments), vendorIds);
  }
  return memory.snapshot();
}

const codeAt = (position: number): string => codes[position % codes.length] ?? '';

function addBudget(book: Book, project: Project, count: number): void {
  for (let n = 0; n < count; n += 1) {
    const wbs = budgetCode(book, project, codeAt(Math.floor(n / types.length)), types[n % types.length] ?? '4');
    book.memory.put('budgetLines', {
      id: book.memory.nextId(),
      project_id: project.id,
      wbs_code_id: wbs.id,
      original_budget_amount: `${between(500, 90_000, project.id, n)}.${between(10, 99, project.id, n, 'cents')}`,
      ...stamps('2026-02-04', `${project.id} ${n}`),
    });
  }
}

function addCommitments(book: Book, project: Project, count: number, vendors: readonly string[]): void {
  for (let n = 0; n < count; n += 1) {
    const isOrder = n % 4 === 3;
    const amount = `${between(500, 90_000, project.id, 'contract', n)}.25`;
    addContract(
      book,
      project,
      {
        kind: isOrder ? 'PurchaseOrderContract' : 'WorkOrderContract',
        number: `${isOrder ? 'PO' : 'SC'}-${String(n + 1).padStart(3, '0')}`,
        title: `Work package ${n + 1}`,
        vendor: '',
        status: n % 5 === 4 ? 'Draft' : 'Approved',
        day: '2026-04-14',
        lines: [0, 1].map((line) => ({
          code: codeAt(n + line),
          type: isOrder ? '1' : '4',
          text: `Line ${line + 1}`,
          amount,
        })),
      },
      vendors[between(0, vendors.length - 1, project.id, 'vendor', n)] ?? null,
    );
  }
}
