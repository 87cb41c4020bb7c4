import { currencyOf, int, money } from '../api/wire.ts';
import type { Memory } from '../memory.ts';
import type { ContractLine } from '../records/tables.ts';
import { showLineItemType } from './company.ts';
import { showCostCode } from './costCodes.ts';
import { briefWbs } from './wbs.ts';

/** A line of a subcontract or purchase order as the wire shows it. */
export function showLine(memory: Memory, line: ContractLine) {
  const contract = memory.get('commitments', line.contract_id);
  const project = memory.get('projects', contract?.project_id);
  const company = memory.company();
  const code = memory.get('costCodes', line.cost_code_id);
  const type = memory.get('lineItemTypes', line.line_item_type_id);
  return {
    id: int(line.id),
    position: int(line.position),
    description: line.description,
    amount: money(line.amount),
    extended_type: line.extended_type,
    extended_amount: money(line.amount),
    total_amount: money(line.amount),
    quantity: money(line.quantity),
    unit_cost: money(line.unit_cost),
    uom: line.uom,
    tax_code_id: int(line.tax_code_id),
    wbs_code: briefWbs(memory, line.wbs_code_id),
    cost_code: code === undefined ? null : showCostCode(memory, code),
    line_item_type: type === undefined ? null : showLineItemType(type),
    holder: { id: int(line.contract_id), holder_type: contract?.kind ?? 'WorkOrderContract' },
    company: { id: int(company.id), name: company.name },
    project: project === undefined ? null : { id: int(project.id), name: project.name },
    change_event_line_item: null,
    origin_id: line.origin_id,
    origin_data: line.origin_data,
    ...currencyOf(contract?.currency_iso_code),
    created_at: line.created_at,
    updated_at: line.updated_at,
  };
}
