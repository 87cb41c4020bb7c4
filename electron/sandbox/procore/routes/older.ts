import { badRequest, noContent, notFound, ok, type Reply, reasonedError, ruleBroken } from '../api/answers.ts';
import { type Call, type ProjectCall, type Route, wrapped } from '../api/call.ts';
import { equals, living, updatedAt } from '../api/filters.ts';
import { listed, pagings } from '../api/listing.ts';
import { money } from '../api/wire.ts';
import { createOne } from '../api/writing.ts';
import { ensureWbs } from '../codes.ts';
import { textOf } from '../coding.ts';
import { contractTotals } from '../contracts.ts';
import type { Memory } from '../memory.ts';
import type { Commitment } from '../records/tables.ts';
import { budgetLines } from './budgetLines.ts';
import { showContract } from './commitments.ts';

/**
 * What Procore still answers though it has a successor, and what it answers already though it may change. Whoever reads one of these
 * beside the lists of v1 counts the same contracts twice.
 */

/** Deprecated: both kinds of commitment in one list. */
const commitments = (call: ProjectCall) =>
  listed(call, {
    rows: call.memory.where('commitments', 'project_id', call.project.id).filter((one) => one.deleted_at === null),
    show: (contract) => ({ ...showContract(call.memory, contract, false), type: contract.kind }),
  });

/** Beta, v2: the same rows with ids as text and without any slot for outside systems; what does not apply is left out. */
function showBeta(memory: Memory, contract: Commitment) {
  const { id, kind, number, title, status, vendor_id, accounting_method, executed } = contract;
  return {
    id,
    type: kind,
    number,
    title,
    status,
    ...(vendor_id === null ? {} : { vendor: { id: vendor_id } }),
    grand_total: money(contractTotals(memory, contract).original),
    accounting_method,
    retainage_percent: money(contract.retainage_percent),
    executed,
    private: contract.private,
    ssr_enabled: false,
    enable_ssov: contract.enable_ssov,
    change_order_level_of_detail: 'line_item',
    created_at: contract.created_at,
    updated_at: contract.updated_at,
  };
}

const beta = (call: ProjectCall) =>
  listed(call, {
    rows: living(call.query, call.memory.where('commitments', 'project_id', call.project.id)),
    show: (contract) => showBeta(call.memory, contract),
    filters: {
      ...updatedAt<Commitment>(),
      type: equals((contract) => contract.kind),
      status: equals((contract) => contract.status),
    },
    paging: pagings.v2,
    envelope: 'data',
  });

function betaSummary(call: ProjectCall): Reply {
  const contract = call.memory.get('commitments', call.part('id'));
  if (contract?.project_id !== call.project.id) return reasonedError(404, 'Not Found');
  const totals = contractTotals(call.memory, contract);
  return ok({
    data: {
      approved_change_total: money(totals.approved),
      pending_revised_change_total: money(totals.pending),
      draft_change_total: money(totals.draft),
      total_invoices_amount: money(totals.invoiced),
      total_payments_amount: money(totals.paid),
    },
  });
}

/** Older: a budget line by cost code and cost type, whose budget code is made on the way. */
function oldBudgetLine(call: ProjectCall): Reply {
  const sent = wrapped(call, 'budget_line_item');
  const code = call.memory.get('costCodes', textOf(sent?.cost_code_id));
  const type = call.memory.get('lineItemTypes', textOf(sent?.line_item_type_id));
  if (code?.project_id !== call.project.id || type === undefined)
    return badRequest('cost_code_id and line_item_type_id are needed');
  const now = call.memory.stamp(call.now);
  const wbs = ensureWbs(call.memory, now, call.project.id, code.id, type.id, code.sub_job_id);
  const budget_line_item = { ...sent, wbs_code_id: wbs.id };
  return createOne(budgetLines, { ...call, body: { ...call.body, budget_line_item } }, 'budget_line_item');
}

/** Deprecated since 31 March 2022, and still there: only what nobody uses can go. */
function removeStandardCode(call: Call): Reply {
  const code = call.memory.get('standardCodes', call.part('id'));
  if (code === undefined) return notFound;
  if (call.memory.where('costCodes', 'standard_cost_code_id', code.id).length > 0)
    return ruleBroken('The cost code is in use and cannot be deleted');
  call.memory.remove('standardCodes', code.id);
  return noContent;
}

function removeSubJob(call: ProjectCall): Reply {
  const subJob = call.memory.get('subJobs', call.part('id'));
  if (subJob?.project_id !== call.project.id) return notFound;
  if (call.memory.where('wbsCodes', 'sub_job_id', subJob.id).length > 0)
    return ruleBroken('The sub job is in use and cannot be deleted');
  call.memory.remove('subJobs', subJob.id);
  return noContent;
}

const v2 = '/rest/v2.0/companies/:company_id/projects/:project_id/commitment_contracts';

export const olderRoutes: readonly Route[] = [
  { scope: 'project', method: 'GET', path: '/rest/v1.0/commitments', handle: commitments },
  { scope: 'project', method: 'GET', path: v2, handle: beta },
  { scope: 'project', method: 'GET', path: `${v2}/:id/summary`, handle: betaSummary },
  { scope: 'project', method: 'POST', path: '/rest/v1.0/budget_line_items', handle: oldBudgetLine },
  { scope: 'company', method: 'DELETE', path: '/rest/v1.0/standard_cost_codes/:id', handle: removeStandardCode },
  { scope: 'project', method: 'DELETE', path: '/rest/v1.0/sub_jobs/:id', handle: removeSubJob },
];
