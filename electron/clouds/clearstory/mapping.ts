import type { CloudCustomer, CloudProject, Office } from '#shared/domain/cloudProject.ts';
import type { Cor } from '#shared/domain/cor.ts';
import { plainFromHtml } from '#shared/domain/text.ts';
import { type Mapped, readRow } from '../mapped.ts';
import {
  type WireCor,
  type WireOffice,
  type WireProject,
  wireAmounts,
  wireCorSchema,
  wireCustomerSchema,
  wireOfficeSchema,
  wireProjectSchema,
} from './wire.ts';

/** In: one record of `GET /cors` or of the detail, and the inbox it was asked for. */
export function corFromWire(row: unknown, inbox: Cor['inbox']): Mapped<Cor> {
  // One empty bucket is nothing special. All of them gone means that they are called something else now, not that it is free.
  const named = typeof row === 'object' && row !== null ? Object.keys(row) : [];
  if (!wireAmounts.some((amount) => named.includes(amount))) return { ok: false, reason: 'the record has no amounts' };
  return readRow(wireCorSchema, row, (cor) => toCor(cor, inbox));
}

export function projectFromWire(row: unknown): Mapped<CloudProject> {
  return readRow(wireProjectSchema, row, toProject);
}

export function officeFromWire(row: unknown): Mapped<Office> {
  return readRow(wireOfficeSchema, row, toOffice);
}

export function customerFromWire(row: unknown): Mapped<CloudCustomer> {
  return readRow(wireCustomerSchema, row, (customer) => customer);
}

function toCor(wire: WireCor, inbox: Cor['inbox']): Cor {
  return {
    id: wire.id,
    uuid: wire.uuid,
    number: wire.corNumber,
    version: wire.version,
    inbox,
    entryMethod: wire.entryMethod,
    status: wire.status,
    stage: wire.stage,
    title: wire.title,
    description: plainFromHtml(wire.description),
    projectId: wire.projectId,
    projectName: wire.projectName,
    jobNumber: wire.jobNumber,
    customerJobNumber: wire.customerJobNumber,
    customerReferenceNumber: wire.customerReferenceNumber,
    customerCoNumber: wire.customerCoNumber,
    contractId: wire.contractId,
    customerName: wire.customerName,
    contractorName: wire.contractorName,
    requestedAmount: wire.requestedAmount,
    inReviewAmount: wire.inReviewAmount,
    approvedToProceedAmount: wire.approvedToProceedAmount,
    approvedCoIssuedAmount: wire.approvedCoIssuedAmount,
    voidAmount: wire.voidAmount,
    dateSubmitted: wire.dateSubmitted,
    coIssueDate: wire.coIssueDate,
    approvedToProceedDate: wire.approvedToProceedDate,
    voidDate: wire.voidDate,
    daysInReview: wire.daysInReview,
    totalHours: wire.totalHours,
    tagNumbers: tagNumbersOf(wire),
    labels: [...(wire.labels ?? [])],
    integrations: [...(wire.integrationMetadata ?? [])],
    createdAt: wire.createdAt ?? wire.updatedAt,
    updatedAt: wire.updatedAt,
  };
}

/** Linked tags by the number printed on them, then what was typed instead of linked. */
function tagNumbersOf(wire: WireCor): string[] {
  const linked = (wire.tmTags ?? []).map((tag) => tag.paddedTagNumber ?? tag.number);
  return [...linked, wire.manualTmTag].filter((tag) => tag !== null);
}

/** A project that never says when it changed counts as changed at the beginning of time. */
const never = '1970-01-01T00:00:00.000Z';

function toProject(wire: WireProject): CloudProject {
  return {
    id: wire.id,
    title: wire.projectTitle,
    jobNumber: wire.jobNumber,
    customerJobNumber: wire.customerJobNumber,
    customerName: wire.customer ?? null,
    customerInternalId: wire.customerInternalId,
    officeId: wire.officeId,
    officeName: wire.office ?? '',
    contractValue: wire.contractValue,
    archived: wire.archived ?? false,
    updatedAt: wire.updatedAt ?? wire.createdAt ?? never,
  };
}

/** Without a known time zone the office's days are UTC days, which is how Clearstory stores them. */
function toOffice(wire: WireOffice): Office {
  return { id: wire.id, name: wire.name, timeZone: isTimeZone(wire.tzName) ? wire.tzName : 'UTC' };
}

function isTimeZone(name: string | null): name is string {
  if (name === null) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
