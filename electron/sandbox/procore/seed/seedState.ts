import type { SandboxState } from '../records/tables.ts';
import { seedBudgets } from './budgets.ts';
import { seedChangeOrders } from './changeOrders.ts';
import { seedCommitments } from './commitments.ts';
import { bareCompany, companyWithErpList } from './company.ts';
import { seedInvoices } from './invoices.ts';
import { seedProjects } from './projects.ts';
import { type Scale, scaledState } from './scaled.ts';
import { seedVendors } from './vendors.ts';

/** A company in the middle of its work, one that has only just started, or one of a given size for benchmarks. */
export type Seed = 'midProject' | 'newCompany' | Scale;

/** Written once in a process: records are never changed in place, so that every sandbox can start from the same ones. */
let writtenStory: SandboxState | null = null;

/** The first state: always the same for the same seed. */
export function seedState(seed: Seed): SandboxState {
  if (seed === 'newCompany') return newCompany();
  if (seed !== 'midProject') return scaledState(seed);
  writtenStory ??= midProject();
  return writtenStory;
}

function midProject(): SandboxState {
  const book = companyWithErpList();
  const vendors = seedVendors(book);
  const projects = seedProjects(book);
  seedBudgets(book, projects);
  const contracts = seedCommitments(book, projects, vendors);
  seedChangeOrders(book, contracts);
  seedInvoices(book, contracts);
  return book.memory.snapshot();
}

/** Procore's own codes, three vendors, no project: what is there a day after signing up. */
function newCompany(): SandboxState {
  const memory = bareCompany();
  const at = '2026-11-16T17:05:00Z';
  for (const [index, name] of ['Cushman Electric Inc.', 'Stadium Plumbing Inc.', 'Two Sisters Painting LLC'].entries())
    memory.put('vendors', {
      id: String(77_001 + index),
      name,
      city: 'Tacoma',
      state_code: 'WA',
      created_at: at,
      updated_at: at,
    });
  memory.put('lineItemTypes', { id: '41', name: 'Materials', code: 'M', base_type: 'materials' });
  memory.put('lineItemTypes', { id: '42', name: 'Labor', code: 'L', base_type: 'labor' });
  return memory.snapshot();
}
