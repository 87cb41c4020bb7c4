import { between } from '../../sampleCompany/chance.ts';
import { ensureWbs } from '../codes.ts';
import { createMemory, type Memory } from '../memory.ts';
import { type CostCode, type Project, type SandboxState, tableNames } from '../records/tables.ts';

/** A company being written down before the server starts. Ids are handed out in the order of writing: always the same ones. */
export type Book = {
  readonly memory: Memory;
  readonly typeId: (sageType: string) => string;
  /** The standard code behind a full code of the company's ERP list. */
  readonly standardId: (code: string) => string | undefined;
};

export const companyId = '598134';
export const companyName = 'Cascade Ridge Builders';

export function emptyState(firstId = 100_001): SandboxState {
  return {
    format: 1,
    company: { id: companyId, name: companyName, connected: true, permitted_projects: null },
    records: Object.fromEntries(tableNames.map((table) => [table, []])) as unknown as SandboxState['records'], // every table, empty
    nextId: firstId,
  };
}

export const newMemory = (): Memory => createMemory(emptyState());

/** An instant in office hours of that day on the west coast; every fifth one is the next day in UTC. */
export function moment(day: string, words: string): string {
  const late = between(0, 4, words, 'late') === 0;
  const at = Date.parse(`${day}T00:00:00Z`) + (late ? 24 : 16 + between(0, 7, words, 'hour')) * 3_600_000;
  return new Date(at + between(0, 59, words, 'minute') * 60_000).toISOString().replace('.000Z', 'Z');
}

export function stamps(day: string, words: string, changed = day) {
  return { created_at: moment(day, words), updated_at: moment(changed, words) };
}

/** The project's own copy of a code of the company's list, made when it is missing; the type is allowed with it from now on. */
export function projectCode(
  book: Book,
  project: Project,
  code: string,
  typeId: string | null,
  subJobId: string | null = null,
): CostCode {
  const { memory } = book;
  const standard = memory.get('standardCodes', book.standardId(code));
  const known = memory
    .where('costCodes', 'project_id', project.id)
    .find((one) => one.code === code && one.sub_job_id === subJobId);
  const types = known?.line_item_type_ids ?? [];
  return memory.put('costCodes', {
    ...(known ?? {
      id: memory.nextId(),
      project_id: project.id,
      sub_job_id: subJobId,
      code,
      name: standard?.name ?? code,
      standard_cost_code_id: standard?.id ?? null,
      ...stamps('2026-01-12', `${project.id} ${code}`),
    }),
    line_item_type_ids: typeId === null || types.includes(typeId) ? types : [...types, typeId],
  });
}

/** The budget code of a cost code and a cost type of Sage's. */
export function budgetCode(
  book: Book,
  project: Project,
  code: string,
  sageType: string | null,
  subJobId: string | null = null,
) {
  const typeId = sageType === null ? null : book.typeId(sageType);
  const costCode = projectCode(book, project, code, typeId, subJobId);
  return ensureWbs(book.memory, costCode.created_at, project.id, costCode.id, typeId, subJobId);
}
