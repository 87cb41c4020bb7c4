import { z } from 'zod';
import { corStatuses } from '#shared/domain/cor.ts';
import type { SandboxCor, SandboxState } from '../state.ts';
import { flag, inbox, includesText, instant, list, listOf } from './queryFields.ts';

const stages = [
  'on_hold',
  'revise_and_resubmit',
  'rom',
  'in_review',
  'owner_review',
  'potential_co',
  'approved',
  'pricing',
  'void',
  'estimate',
  'pending',
  'in_dispute',
  'claim',
  'proceed_pending_pricing',
  'proceed_pending_approval',
  'placeholder',
  'approved_to_proceed',
  'approved_co_issued',
  'rejected',
] as const;

/** The filters of `GET /cors`; the totals take some of them. */
export const corFilterFields = {
  inbox: inbox.optional(),
  projectIds: list,
  officeIds: list,
  internalOfficeIds: list,
  customerIds: list,
  internalCustomerIds: list,
  contractIds: list,
  statuses: listOf(corStatuses),
  stages: listOf(stages),
  companyJobNumber: z.string().optional(),
  customerReferenceNumber: z.string().optional(),
  customerReferenceNumbers: list,
  changeNotificationId: z.string().optional(),
  includeFromArchivedProjects: flag,
  hasTags: flag,
  labelIds: list,
  searchTitle: z.string().optional(),
  fromDateSubmitted: instant,
  untilDateSubmitted: instant,
  fromUpdatedAt: instant,
  untilUpdatedAt: instant,
  fromCOIssueDate: instant,
  untilCOIssueDate: instant,
};
const filterSchema = z.object(corFilterFields);
export type CorFilter = z.infer<typeof filterSchema>;

/** Parameters that only the sent inbox takes. The sandbox refuses them elsewhere, so that a wrong client is found out. */
export function sentOnlyMisused(filter: CorFilter): string | null {
  if (filter.inbox !== 'received') return null;
  if (filter.includeFromArchivedProjects !== undefined) return 'includeFromArchivedProjects';
  if (filter.customerIds !== undefined) return 'customerIds';
  if (filter.internalCustomerIds !== undefined) return 'internalCustomerIds';
  return null;
}

/** The requests a filter lets through, in no particular order. Without `inbox` it means the sent ones. */
export function filterCors(state: SandboxState, filter: CorFilter): readonly SandboxCor[] {
  const projects = new Set(wantedProjects(state, filter));
  const labels = filter.labelIds === undefined ? null : new Set(filter.labelIds);
  return state.cors.filter(
    (cor) =>
      cor.inbox === (filter.inbox ?? 'sent') &&
      projects.has(cor.projectId) &&
      isIn(filter.contractIds, cor.contractId) &&
      (filter.statuses === undefined || filter.statuses.includes(cor.status)) &&
      (filter.stages === undefined || filter.stages.some((stage) => stage === cor.stage)) &&
      (filter.customerReferenceNumber === undefined ||
        cor.customerReferenceNumber === filter.customerReferenceNumber) &&
      isIn(filter.customerReferenceNumbers, cor.customerReferenceNumber) &&
      filter.changeNotificationId === undefined &&
      (filter.hasTags === undefined || filter.hasTags === cor.tagIds.length > 0) &&
      (labels === null || cor.labelIds.some((id) => labels.has(String(id)))) &&
      includesText(cor.title, filter.searchTitle) &&
      within(cor.dateSubmitted, filter.fromDateSubmitted, filter.untilDateSubmitted) &&
      within(cor.updatedAt, filter.fromUpdatedAt, filter.untilUpdatedAt) &&
      within(cor.coIssueDate, filter.fromCOIssueDate, filter.untilCOIssueDate),
  );
}

function wantedProjects(state: SandboxState, filter: CorFilter): readonly number[] {
  const customers = new Map(state.customers.map((one) => [one.id, one.internalId]));
  const offices = new Map(state.offices.map((one) => [one.id, one.customId]));
  return state.projects
    .filter(
      (one) =>
        (filter.includeFromArchivedProjects === true || !one.archived) &&
        // Clearstory also takes internal ids here: for a project that is its job number.
        (isIn(filter.projectIds, one.id) || (one.jobNumber !== null && isIn(filter.projectIds, one.jobNumber))) &&
        isIn(filter.officeIds, one.officeId) &&
        isIn(filter.internalOfficeIds, offices.get(one.officeId) ?? null) &&
        isIn(filter.customerIds, one.customerId) &&
        isIn(filter.internalCustomerIds, customers.get(one.customerId ?? 0) ?? null) &&
        (filter.companyJobNumber === undefined || one.jobNumber === filter.companyJobNumber),
    )
    .map((one) => one.id);
}

function isIn(wanted: readonly string[] | undefined, value: string | number | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(String(value)));
}

/** Whether an instant lies in the bounds, which belong to it; without an instant only when there are none. */
export function within(value: string | null, from: string | undefined, until: string | undefined): boolean {
  if (from === undefined && until === undefined) return true;
  return value !== null && (from === undefined || value >= from) && (until === undefined || value <= until);
}
