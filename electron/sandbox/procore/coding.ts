import type { FieldErrors } from './api/answers.ts';
import type { Call, Fields } from './api/call.ts';
import type { FieldKind } from './api/writing.ts';
import { ensureWbs } from './codes.ts';
import type { Memory } from './memory.ts';
import { extendedTypes } from './records/money.ts';

/** The writable fields that lines of contracts and of change orders share. */
export const codedFields: Readonly<Record<string, FieldKind>> = {
  amount: 'decimal',
  wbs_code_id: 'id',
  cost_code_id: 'id',
  line_item_type_id: 'id',
  description: 'text',
  extended_type: extendedTypes,
  quantity: 'decimal',
  unit_cost: 'decimal',
  uom: 'text',
  tax_code_id: 'id',
};

/** A line is coded by a budget code, or by cost code and cost type; the budget code wins. */
export function checkCoding(memory: Memory, next: Fields, projectId: string): FieldErrors | null {
  const wbs = memory.get('wbsCodes', textOf(next.wbs_code_id));
  if (textOf(next.wbs_code_id) !== null && wbs?.project_id !== projectId)
    return { wbs_code_id: ['is not in the project'] };
  const code = memory.get('costCodes', textOf(next.cost_code_id));
  if (textOf(next.cost_code_id) !== null && code?.project_id !== projectId)
    return { cost_code_id: ['is not in the project'] };
  const uom = textOf(next.uom);
  if (uom !== null && uom !== '' && !memory.all('uoms').some(({ name }) => name === uom))
    return { uom: ['is not in the list'] };
  return null;
}

/**
 * Fills in the other half of the coding: the codes of a budget code, or the budget code of a pair, made when it is new. A code
 * that nobody budgeted gets a budget line of zero, as newer projects do.
 */
export function completeCoding(call: Call, line: Fields, sent: Fields, projectId: string): Fields {
  const { memory } = call;
  const now = memory.stamp(call.now);
  const given = textOf(sent.wbs_code_id);
  const pair = 'cost_code_id' in sent || 'line_item_type_id' in sent;
  const [code, type] = [textOf(line.cost_code_id), textOf(line.line_item_type_id)];
  const subJob = memory.get('costCodes', code)?.sub_job_id ?? null;
  const made =
    given === null && pair && code !== null ? ensureWbs(memory, now, projectId, code, type, subJob) : undefined;
  const wbs = given === null ? made : memory.get('wbsCodes', given);
  if (wbs === undefined) return line;
  if (memory.where('budgetLines', 'wbs_code_id', wbs.id).length === 0 && wbs.line_item_type_id !== null)
    memory.put('budgetLines', {
      id: memory.nextId(),
      project_id: projectId,
      wbs_code_id: wbs.id,
      created_at: now,
      updated_at: now,
    });
  return { ...line, wbs_code_id: wbs.id, cost_code_id: wbs.cost_code_id, line_item_type_id: wbs.line_item_type_id };
}

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
