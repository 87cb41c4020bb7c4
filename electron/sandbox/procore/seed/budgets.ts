import { type BudgetLine, budgetOf } from '../../sampleCompany/budgets.ts';
import { dollars } from '../../sampleCompany/chance.ts';
import { type SampleJob, sampleJobs } from '../../sampleCompany/jobs.ts';
import type { Project } from '../records/tables.ts';
import { type Book, budgetCode, stamps } from './book.ts';
import type { SeedProjects } from './projects.ts';

const sampleJob = new Map([...sampleJobs(1)].map((job) => [job.number, job]));

export function sageJob(number: string): SampleJob {
  const job = sampleJob.get(number);
  if (job === undefined) throw new Error(`The sample company has no job ${number}`);
  return job;
}

/** Puts one amount on a code and a cost type; the second amount on the same pair is added to the first. */
function addLine(book: Book, project: Project, code: string, type: string, cents: bigint, subJob: string | null): void {
  const { memory } = book;
  const wbs = budgetCode(book, project, code, type, subJob);
  const amount = dollars(cents);
  memory.put('budgetLines', {
    id: memory.nextId(),
    project_id: project.id,
    wbs_code_id: wbs.id,
    original_budget_amount: amount,
    quantity: '1.0',
    unit_cost: amount,
    uom: 'LS',
    ...stamps('2026-02-04', `${project.id} ${code} ${type}`),
  });
}

type Pair = { readonly code: string; readonly type: string; readonly cents: bigint };

/** Sage's budget as pairs of code and type, added up over its lines. */
function pairsOf(lines: readonly BudgetLine[]): readonly Pair[] {
  const sums = new Map<string, Pair>();
  for (const { code, byType } of lines)
    for (const [type, cents] of Object.entries(byType)) {
      const known = sums.get(`${code} ${type}`);
      sums.set(`${code} ${type}`, { code, type, cents: cents + (known?.cents ?? 0n) });
    }
  return [...sums.values()];
}

/** The budget of a job as Sage has it; with phases, once per sub job, which are made here. */
function sameAsSage(book: Book, project: Project, job: SampleJob, withSubJobs: boolean): void {
  const budget = budgetOf(job);
  if (!withSubJobs) {
    for (const { code, type, cents } of pairsOf(budget)) addLine(book, project, code, type, cents, null);
    return;
  }
  for (const [index, name] of job.phases.entries()) {
    const code = String(index + 1);
    const subJob = book.memory.put('subJobs', {
      id: book.memory.nextId(),
      project_id: project.id,
      name,
      code,
      ...stamps('2026-01-13', `${project.id} ${name}`),
    });
    for (const pair of pairsOf(budget.filter(({ phase }) => phase === code)))
      addLine(book, project, pair.code, pair.type, pair.cents, subJob.id);
  }
}

/** The project that exists in Procore only brings a budget of its own, to the cent. */
const boathouse: readonly Pair[] = [
  { code: '1010.000', type: '2', cents: 9_640_000n },
  { code: '1060.000', type: '8', cents: 1_285_075n },
  { code: '2060.000', type: '4', cents: 21_500_000n },
  { code: '3300.000', type: '1', cents: 8_412_550n },
  { code: '3300.000', type: '2', cents: 10_388_025n },
  { code: '7500.000', type: '4', cents: 6_275_000n },
  { code: '26.050', type: '4', cents: 11_940_000n },
  { code: '13150.000', type: '4', cents: 33_000_033n },
];

export function seedBudgets(book: Book, projects: SeedProjects): void {
  const { memory } = book;
  const project = (key: string): Project => {
    const found = projects.get(key);
    if (found === undefined) throw new Error(`The seed has no project ${key}`);
    return found;
  };
  // Equal on both sides: 2401 by phases and open, 2402 and 2405 locked.
  sameAsSage(book, project('2401'), sageJob('2401'), true);
  sameAsSage(book, project('2402'), sageJob('2402'), false);
  sameAsSage(book, project('2405'), sageJob('2405'), false);
  for (const key of ['2402', '2405']) memory.put('projects', { ...project(key), budget_locked: true });
  // Half of it, and open; one line is a cent off.
  for (const [index, pair] of pairsOf(budgetOf(sageJob('2406'))).entries())
    if (index % 2 === 0)
      addLine(book, project('2406'), pair.code, pair.type, pair.cents + (index === 0 ? 1n : 0n), null);
  // 2403, 2407 and 2408 have none yet. 2410 still shows modifications of the days before budget changes.
  sameAsSage(book, project('2410'), sageJob('2410'), false);
  addModification(book, project('2410'));
  for (const { code, type, cents } of boathouse) addLine(book, project('2417'), code, type, cents, null);
  addChanges(book, project('2405'));
}

function addModification({ memory }: Book, project: Project): void {
  const [from, to] = memory.where('budgetLines', 'project_id', project.id);
  memory.put('budgetModifications', {
    id: memory.nextId(),
    project_id: project.id,
    from_budget_line_item_id: from?.id ?? null,
    to_budget_line_item_id: to?.id ?? null,
    transfer_amount: '2500.00',
    notes: 'Moved before the change of tools',
    ...stamps('2025-09-09', 'modification'),
  });
}

/** A transfer that was approved, an addition that was approved, one that is still a draft and one that was dropped. */
function addChanges({ memory }: Book, project: Project): void {
  const [first, second, third] = memory
    .where('budgetLines', 'project_id', project.id)
    .map(({ wbs_code_id }) => wbs_code_id);
  if (first === undefined || second === undefined || third === undefined) return;
  const line = (type: 'change_event' | 'budget_change', wbs: string, amount: string, adjustment = '1') => ({
    id: memory.nextId(),
    type,
    wbs_code_id: wbs,
    adjustment_number: adjustment,
    amount,
  });
  const changes = [
    {
      title: 'Move supervision to safety',
      status: 'approved',
      lines: [line('change_event', second, '5000.00'), line('budget_change', first, '-5000.00')],
    },
    { title: 'Owner allowance released', status: 'approved', lines: [line('change_event', third, '12750.35')] },
    { title: 'Winter conditions', status: 'draft', lines: [line('change_event', first, '8800.00')] },
    { title: 'Entered twice', status: 'void', lines: [line('change_event', third, '12750.35')] },
  ] as const;
  for (const [index, { title, status, lines }] of changes.entries())
    memory.put('budgetChanges', {
      id: memory.nextId(),
      project_id: project.id,
      number: String(index + 1),
      title,
      status,
      lines: [...lines],
      ...stamps(`2026-0${6 + index}-15`, title),
    });
}
