import { z } from 'zod';
import { corStatuses } from '#shared/domain/cor.ts';

/**
 * Everything the sandbox knows, as plain data: it is seeded, changed by requests, and kept in the state file.
 * Money is decimal text here; it becomes a JSON number only on the wire, as with the real service.
 */
const id = z.number().int();
const text = z.string();
const textOrNull = z.string().nullable();
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

const integrationSchema = z.object({
  id,
  provider: text,
  name: text,
  value: z.unknown(),
  createdAt: text,
  updatedAt: text,
});

const addressSchema = z.object({ street: text, city: text, state: text, zip: text });

const officeSchema = z.object({ id, name: text, customId: textOrNull, tzName: text, address: addressSchema });
const userSchema = z.object({
  id,
  firstName: text,
  lastName: text,
  email: text,
  /** 2 Account Owner, 3 Admin, 4 Project Manager, 5 Field User. */
  roleId: id,
  officeIds: z.array(id),
});
const divisionSchema = z.object({ id, name: text });
const labelSchema = z.object({ id, name: text, companyStandard: z.boolean(), active: z.boolean(), createdAt: text });
const rateSchema = z.object({
  id,
  type: z.enum(['labor', 'material', 'equipment', 'other']),
  internalId: textOrNull,
  name: text,
  unit: textOrNull,
  rate: decimal,
});

export const customerSchema = z.object({
  id,
  name: text,
  internalId: textOrNull,
  officeIds: z.array(id),
  address: addressSchema,
  createdAt: text,
  updatedAt: text,
});
export type SandboxCustomer = z.infer<typeof customerSchema>;

export const projectSchema = z.object({
  id,
  title: text,
  jobNumber: textOrNull,
  customerJobNumber: textOrNull,
  customerId: id.nullable(),
  officeId: id,
  contractValue: decimal.nullable(),
  division: textOrNull,
  archived: z.boolean(),
  address: addressSchema,
  integrationMetadata: z.array(integrationSchema),
  createdAt: text,
  updatedAt: text,
});
export type SandboxProject = z.infer<typeof projectSchema>;

export const contractSchema = z.object({
  id,
  name: text,
  contractValue: decimal.nullable(),
  /** The project of the party that pays; null where that party does not use Clearstory. */
  customerProjectId: id.nullable(),
  contractorProjectId: id.nullable(),
  contractorName: textOrNull,
  createdAt: text,
  updatedAt: text,
});
export type SandboxContract = z.infer<typeof contractSchema>;

export const tagSchema = z.object({
  id,
  uuid: text,
  number: id,
  title: text,
  status: text,
  inbox: z.enum(['sent', 'received']),
  projectId: id,
  workDescription: text,
  costCode: textOrNull,
  customerReferenceNumber: textOrNull,
  dateOfWorkPerformed: text,
  /** Hours by unit. */
  hoursST: decimal,
  hoursOT: decimal,
  hasAssociatedCor: z.boolean(),
});
export type SandboxTag = z.infer<typeof tagSchema>;

export const changeNotificationSchema = z.object({
  id,
  /** 1 Pricing Request, 2 Authorize T&M Work. */
  typeId: id,
  status: z.enum(['in_progress', 'in_review', 'approved', 'rejected', 'draft']),
  title: text,
  description: text,
  customerReferenceNumber: textOrNull,
  projectId: id,
  dateSubmitted: text,
  dueDate: text,
  createdAt: text,
  updatedAt: text,
});

export const sandboxCorSchema = z.object({
  id,
  uuid: text,
  inbox: z.enum(['sent', 'received']),
  corNumber: text,
  version: id,
  entryMethod: text,
  status: z.enum(corStatuses),
  stage: textOrNull,
  title: text,
  /** Rich text: HTML. */
  description: text,
  projectId: id,
  contractId: id.nullable(),
  contractorName: textOrNull,
  customerReferenceNumber: textOrNull,
  customerCoNumber: textOrNull,
  requestedAmount: decimal,
  inReviewAmount: decimal,
  approvedToProceedAmount: decimal,
  approvedCoIssuedAmount: decimal,
  voidAmount: decimal,
  dateSubmitted: textOrNull,
  coIssueDate: textOrNull,
  approvedToProceedDate: textOrNull,
  voidDate: textOrNull,
  tagIds: z.array(id),
  manualTmTag: textOrNull,
  labelIds: z.array(id),
  integrationMetadata: z.array(integrationSchema),
  createdAt: text,
  updatedAt: text,
});
export type SandboxCor = z.infer<typeof sandboxCorSchema>;

export const stateSchema = z.object({
  format: z.literal(1),
  company: z.object({ id, name: text }),
  offices: z.array(officeSchema),
  users: z.array(userSchema),
  divisions: z.array(divisionSchema),
  labels: z.array(labelSchema),
  rates: z.array(rateSchema),
  customers: z.array(customerSchema),
  projects: z.array(projectSchema),
  contracts: z.array(contractSchema),
  tags: z.array(tagSchema),
  changeNotifications: z.array(changeNotificationSchema),
  cors: z.array(sandboxCorSchema),
  /** The next id to hand out, shared by all kinds of record. */
  nextId: id,
});
export type SandboxState = z.infer<typeof stateSchema>;
