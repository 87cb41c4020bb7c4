import { addMoney } from '#shared/domain/money.ts';
import { jsonNumber } from '../../wireJson.ts';
import type { SandboxCor, SandboxCustomer, SandboxProject, SandboxState, SandboxTag } from '../state.ts';

/** State → the objects of the Web API (version 1.9.0, section 4.3 and 4.4 of its description). */

const dayMs = 86_400_000;

export function presentCustomer(customer: SandboxCustomer) {
  const { street, ...address } = customer.address;
  return {
    id: customer.id,
    name: customer.name,
    internalId: customer.internalId,
    creatorId: 201,
    address: street,
    city: address.city,
    state: address.state,
    zipCode: address.zip,
    country: 'US',
    phone: null,
    fax: null,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
  };
}

export function presentProject(state: SandboxState, project: SandboxProject, withIntegrations: boolean) {
  const customer = state.customers.find((one) => one.id === project.customerId);
  const office = state.offices.find((one) => one.id === project.officeId);
  const contracts = state.contracts.filter(
    (one) => one.customerProjectId === project.id || one.contractorProjectId === project.id,
  );
  return {
    id: project.id,
    projectTitle: project.title,
    jobNumber: project.jobNumber,
    customerJobNumber: project.customerJobNumber,
    division: project.division,
    originType: 'created',
    archived: project.archived,
    customer: customer?.name ?? null,
    customerId: customer?.id ?? null,
    customerInternalId: customer?.internalId ?? null,
    contractValue: jsonNumber(project.contractValue),
    address: {
      projectAddress: project.address.street,
      streetAddress: project.address.street,
      city: project.address.city,
      state: project.address.state,
      zipCode: project.address.zip,
      postalCode: project.address.zip,
      country: 'US',
      latitude: null,
      longitude: null,
    },
    officeId: project.officeId,
    office: office?.name ?? null,
    companyId: state.company.id,
    contracts: contracts.map(presentContract),
    ...(withIntegrations ? { integrationMetadata: project.integrationMetadata } : {}),
    createdAt: project.createdAt,
    updatedAt: project.updatedAt,
  };
}

export function presentContract(contract: SandboxState['contracts'][number]) {
  const { contractorName: _, contractValue, ...rest } = contract;
  return { ...rest, contractValue: jsonNumber(contractValue) };
}

/** A tag as it appears inside a COR. */
export function presentTagHeader(tag: SandboxTag) {
  return {
    id: tag.id,
    uuid: tag.uuid,
    number: tag.number,
    paddedTagNumber: `EX${String(tag.number).padStart(5, '0')}`,
    title: tag.title,
    status: tag.status,
    dateOfWorkPerformed: tag.dateOfWorkPerformed,
    dateOfWorkPerformedAdditional: null,
    customerReferenceNumber: tag.customerReferenceNumber,
    signedAt: tag.dateOfWorkPerformed,
    contractorSignedAt: tag.dateOfWorkPerformed,
    dateSubmitted: tag.dateOfWorkPerformed,
    hasAssociatedCor: tag.hasAssociatedCor,
    totalHours: jsonNumber(hours([tag.hoursST, tag.hoursOT])),
  };
}

export function presentCor(state: SandboxState, cor: SandboxCor, now: string, withIntegrations: boolean) {
  const project = state.projects.find((one) => one.id === cor.projectId);
  const customer = state.customers.find((one) => one.id === project?.customerId);
  const tags = cor.tagIds.length === 0 ? [] : state.tags.filter((tag) => cor.tagIds.includes(tag.id));
  const labels = state.labels.filter((label) => cor.labelIds.includes(label.id));
  const { inbox, tagIds: _tags, labelIds: _labels, integrationMetadata, contractorName, ...own } = cor;
  return {
    ...own,
    jobNumber: project?.jobNumber ?? null,
    customerJobNumber: project?.customerJobNumber ?? null,
    changeNotificationId: null,
    companyId: state.company.id,
    customer: inbox === 'sent' && customer !== undefined ? { id: customer.id, name: customer.name } : null,
    customerName: inbox === 'sent' ? (customer?.name ?? null) : state.company.name,
    contractorName: contractorName ?? state.company.name,
    projectName: project?.title ?? null,
    requestedAmount: jsonNumber(cor.requestedAmount),
    inReviewAmount: jsonNumber(cor.inReviewAmount),
    approvedToProceedAmount: jsonNumber(cor.approvedToProceedAmount),
    approvedCoIssuedAmount: jsonNumber(cor.approvedCoIssuedAmount),
    voidAmount: jsonNumber(cor.voidAmount),
    approvedOrVoidDate: cor.coIssueDate ?? cor.approvedToProceedDate ?? cor.voidDate,
    daysInReview: daysInReview(cor, now),
    tmTags: tags.map(presentTagHeader),
    tmTagCount: tags.length,
    totalHours: jsonNumber(hours(tags.flatMap((tag) => [tag.hoursST, tag.hoursOT]))),
    totalHoursST: jsonNumber(hours(tags.map((tag) => tag.hoursST))),
    totalHoursOT: jsonNumber(hours(tags.map((tag) => tag.hoursOT))),
    totalHoursDT: 0,
    totalHoursPOT: 0,
    totalHoursPDT: 0,
    labels: labels.map(({ createdAt: _, ...label }) => label),
    ...(withIntegrations ? { integrationMetadata } : {}),
  };
}

/** Whole days from submission to issue or void, or to now while it is being reviewed. */
export function daysInReview(cor: SandboxCor, now: string): number | null {
  if (cor.dateSubmitted === null) return null;
  const end = cor.coIssueDate ?? cor.voidDate ?? now;
  return Math.max(0, Math.floor((Date.parse(end) - Date.parse(cor.dateSubmitted)) / dayMs));
}

/** Hours have one decimal: added like money. */
export function hours(parts: readonly string[]): string {
  return addMoney(...parts.map((part) => (part.includes('.') ? `${part}0` : `${part}.00`)));
}
