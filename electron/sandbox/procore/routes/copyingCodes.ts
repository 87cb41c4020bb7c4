import type { Call, Fields } from '../api/call.ts';
import type { CostCode, Project } from '../records/tables.ts';

/** Copies codes of a standard list into a project, parents first; what the project has already stays. */
export function copyStandardCodes(
  call: Call,
  project: Project,
  listId: string,
  subJobId: string | null,
  only: readonly string[] | null = null,
): readonly CostCode[] {
  const { memory } = call;
  const now = memory.stamp(call.now);
  const there = new Map(
    memory
      .where('costCodes', 'project_id', project.id)
      .filter((code) => code.sub_job_id === subJobId && code.standard_cost_code_id !== null)
      .map((code) => [code.standard_cost_code_id, code]),
  );
  const copied: CostCode[] = [];
  for (const standard of memory.where('standardCodes', 'standard_cost_code_list_id', listId)) {
    if (there.has(standard.id) || (only !== null && !only.includes(standard.id))) continue;
    const code = memory.put('costCodes', {
      id: memory.nextId(),
      project_id: project.id,
      sub_job_id: subJobId,
      parent_id: there.get(standard.parent_id)?.id ?? null,
      code: standard.code,
      name: standard.name,
      standard_cost_code_id: standard.id,
      created_at: now,
      updated_at: now,
    });
    there.set(standard.id, code);
    copied.push(code);
  }
  return copied;
}

/** A new project takes the codes of its template, or all of its standard list when that is asked for. */
export function copyTemplate(call: Call, project: Project, sent: Fields): void {
  const { memory } = call;
  if (memory.where('costCodes', 'project_id', project.id).length > 0) return;
  if (project.from_project_template_id !== null && typeof sent.project_template_id === 'string') {
    const now = memory.stamp(call.now);
    const copies = new Map<string | null, string>();
    for (const code of memory.where('costCodes', 'project_id', project.from_project_template_id)) {
      const copy = memory.put('costCodes', {
        ...code,
        id: memory.nextId(),
        project_id: project.id,
        parent_id: copies.get(code.parent_id) ?? null,
        origin_id: null,
        created_at: now,
        updated_at: now,
      });
      copies.set(code.id, copy.id);
    }
  } else if (sent.enable_copy_of_standard_cost_codes === true && project.standard_cost_code_list_id !== null) {
    copyStandardCodes(call, project, project.standard_cost_code_list_id, null);
  }
}
