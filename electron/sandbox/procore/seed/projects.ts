import { jobs } from '../../story/jobs.ts';
import type { Project } from '../records/tables.ts';
import type { Book } from './book.ts';
import { projectCode, stamps } from './book.ts';
import { erpListId, ownListId } from './company.ts';

type Wish = {
  /** Sage's job; null where Sage has none. */
  readonly job: string | null;
  readonly number?: string | null;
  readonly name?: string;
  readonly rest?: Partial<Project>;
};

/** Jobs that Procore knows too, by number, by name alone, or hardly; then what is Procore's alone. */
const wishes: readonly Wish[] = [
  { job: '2401' },
  { job: '2402' },
  { job: '2403' },
  { job: '2404', number: 'FS-17', name: 'Fire Station #17 Remodel' },
  { job: '2405' },
  { job: '2406' },
  { job: '2407' },
  { job: '2408', number: '02408' },
  { job: '2410' },
  { job: '2412', rest: { tiers: '3' } },
  { job: '2301', rest: { active: false } },
  {
    job: null,
    number: '2417',
    name: 'Ruston Way Boathouse',
    rest: {
      address: '5115 Ruston Way',
      zip: '98407',
      start_date: '2026-12-07',
      total_value: '1480000.00',
      budget_locked: true,
    },
  },
  {
    job: null,
    number: '2418',
    name: 'Proctor Library Annex',
    rest: { standard_cost_code_list_id: ownListId, total_value: '720000.00' },
  },
  {
    job: null,
    number: 'CT-01',
    name: 'Commencement Tower',
    rest: { is_erp_integrated: true, origin_id: 'vista-job-8841', origin_code: '8841' },
  },
  { job: null, number: null, name: 'Template: tenant improvement', rest: { template: true } },
];

export type SeedProjects = ReadonlyMap<string, Project>;

/** By Sage's job number, or Procore's own number, or the name. */
export function seedProjects(book: Book): SeedProjects {
  const found = new Map<string, Project>();
  for (const [index, { job, number, name, rest }] of wishes.entries()) {
    const story = jobs.find((one) => one.number === job);
    const title = name ?? story?.name ?? '';
    const project = book.memory.put('projects', {
      id: String(225_001 + index),
      name: title,
      project_number: number === undefined ? job : number,
      city: story?.city ?? 'Tacoma',
      state_code: 'WA',
      total_value: story?.contract ?? null,
      start_date: '2026-02-02',
      completion_date: '2027-01-29',
      project_stage: 'Course of Construction',
      standard_cost_code_list_id: erpListId,
      flag: 'Green',
      ...stamps('2026-01-12', title, `2026-11-0${1 + (index % 9)}`),
      ...rest,
    });
    found.set(job ?? number ?? title, project);
  }
  addCodes(book, found);
  return found;
}

const codesOfTemplate = ['1010.000', '1090.000', '9100.000', '9600.000', '26.050'];

/** Codes of the projects that have no job: typed on the one that is ready, partly untyped on Procore's own list. */
function addCodes(book: Book, projects: SeedProjects): void {
  const template = projects.get('Template: tenant improvement');
  if (template !== undefined) for (const code of codesOfTemplate) projectCode(book, template, code, book.typeId('4'));
  const annex = projects.get('2418');
  if (annex === undefined) return;
  const { memory } = book;
  const copies = new Map<string | null, string>();
  for (const standard of memory.where('standardCodes', 'standard_cost_code_list_id', ownListId)) {
    const copy = memory.put('costCodes', {
      id: memory.nextId(),
      project_id: annex.id,
      code: standard.code,
      name: standard.name,
      parent_id: copies.get(standard.parent_id) ?? null,
      standard_cost_code_id: standard.id,
      line_item_type_ids: standard.code === '010' ? [book.typeId('2')] : [],
      ...stamps('2026-07-14', `annex ${standard.id}`),
    });
    copies.set(standard.id, copy.id);
  }
}
