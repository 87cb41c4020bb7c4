import type { Memory } from './memory.ts';
import type { CostCode, Tables } from './records/tables.ts';

type Coded = { readonly code: string; readonly parent_id: string | null };

/** The codes from the top down to this one. */
export function pathOf<C extends Coded>(code: C, parent: (id: string) => C | undefined): readonly C[] {
  const above = code.parent_id === null ? undefined : parent(code.parent_id);
  return above === undefined ? [code] : [...pathOf(above, parent), code];
}

/** The codes of the path joined: what people call the cost code. */
export function fullCode<C extends Coded>(code: C, parent: (id: string) => C | undefined): string {
  return pathOf(code, parent)
    .map((one) => one.code)
    .join('-');
}

export function costCodePath(memory: Memory, code: CostCode): readonly CostCode[] {
  return pathOf(code, (id) => memory.get('costCodes', id));
}

export function fullCostCode(memory: Memory, code: CostCode): string {
  return fullCode(code, (id) => memory.get('costCodes', id));
}

/** `01-100.L`: the segments of a budget code, its sub job first. */
export function flatCode(memory: Memory, wbs: Tables['wbsCodes']): string {
  return segmentsOf(memory, wbs)
    .map(({ code }) => code)
    .join('.');
}

/** `Supervision.Labor` */
export function flatName(memory: Memory, wbs: Tables['wbsCodes']): string {
  return segmentsOf(memory, wbs)
    .map(({ name }) => name)
    .join('.');
}

function segmentsOf(
  memory: Memory,
  wbs: Tables['wbsCodes'],
): readonly { readonly code: string; readonly name: string }[] {
  const subJob = memory.get('subJobs', wbs.sub_job_id);
  const costCode = memory.get('costCodes', wbs.cost_code_id);
  const type = memory.get('lineItemTypes', wbs.line_item_type_id);
  return [
    ...(subJob === undefined ? [] : [subJob]),
    ...(costCode === undefined ? [] : [{ code: fullCostCode(memory, costCode), name: costCode.name }]),
    ...(type === undefined ? [] : [{ code: type.code ?? '', name: type.name }]),
  ];
}

/** The budget code of these segments in a project; undefined when nobody has made it yet. */
export function wbsOf(
  memory: Memory,
  projectId: string,
  costCodeId: string | null,
  typeId: string | null,
  subJobId: string | null,
): Tables['wbsCodes'] | undefined {
  return memory
    .where('wbsCodes', 'cost_code_id', costCodeId)
    .find((one) => one.project_id === projectId && one.line_item_type_id === typeId && one.sub_job_id === subJobId);
}

/** The same, made when it is missing. */
export function ensureWbs(
  memory: Memory,
  now: string,
  projectId: string,
  costCodeId: string,
  typeId: string | null,
  subJobId: string | null,
): Tables['wbsCodes'] {
  const found = wbsOf(memory, projectId, costCodeId, typeId, subJobId);
  if (found !== undefined) return found;
  return memory.put('wbsCodes', {
    id: memory.nextId(),
    project_id: projectId,
    cost_code_id: costCodeId,
    line_item_type_id: typeId,
    sub_job_id: subJobId,
    created_at: now,
    updated_at: now,
  });
}
