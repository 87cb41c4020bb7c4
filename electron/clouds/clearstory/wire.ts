import { z } from 'zod';
import { corStatuses } from '#shared/domain/cor.ts';
import { moneyFromJson } from '#shared/domain/money.ts';

/**
 * What Clearstory's Web API 1.9.0 sends, read loosely: fields may be missing or null, ids and figures may be numbers or text.
 * What money, status and identity depend on is read strictly; what only decorates a row never makes it unreadable.
 */

/** An instant, ISO 8601 UTC with milliseconds. A day or a time without a zone is UTC, as Clearstory stores it. */
function toInstant(text: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text);
  const at = Date.parse(day || zoned ? text : `${text}Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Anything, also nothing: the field itself says what it makes of it. */
const sent = z.unknown().optional();

const idText = z.union([z.string().min(1), z.number()], 'is missing').transform(String);
const idOrNull = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)));
const textOrNull = idOrNull;
const text = textOrNull.transform((value) => value ?? '');

const money = sent.transform((value, context) => {
  if (value === null || value === undefined || value === '') return '0.00';
  const amount = moneyFromJson(value);
  if (amount !== null) return amount;
  context.addIssue({ code: 'custom', message: 'is not an amount in whole cents' });
  return z.NEVER;
});

const instantOrNull = sent.transform((value, context) => {
  if (value === null || value === undefined || value === '') return null;
  const instant = typeof value === 'string' ? toInstant(value) : null;
  if (instant !== null) return instant;
  context.addIssue({ code: 'custom', message: 'is not a date' });
  return z.NEVER;
});
const instant = instantOrNull.transform((value, context) => {
  if (value !== null) return value;
  context.addIssue({ code: 'custom', message: 'is missing' });
  return z.NEVER;
});
const lenientInstant = instantOrNull.catch(null);

const wholeOrNull = sent
  .transform((value) =>
    typeof value === 'number' || typeof value === 'string' ? Math.trunc(Number(value)) : Number.NaN,
  )
  .transform((value) => (Number.isSafeInteger(value) ? value : null));

const nameOf = z.union([z.string(), z.object({ name: z.string() }).transform((value) => value.name)]);

const tag = z.object({ paddedTagNumber: textOrNull, number: textOrNull });
const integration = z.object({
  provider: text,
  name: text,
  value: sent.transform((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))),
});

export const wireAmounts: readonly string[] = [
  'requestedAmount',
  'inReviewAmount',
  'approvedToProceedAmount',
  'approvedCoIssuedAmount',
  'voidAmount',
];

export const wireCorSchema = z.object({
  id: idText,
  uuid: idText,
  corNumber: text,
  version: text,
  entryMethod: textOrNull,
  status: z.enum(corStatuses, 'is not a status Plumbline knows'),
  stage: textOrNull,
  title: text,
  description: text,
  projectId: idText,
  projectName: text,
  jobNumber: textOrNull,
  customerJobNumber: textOrNull,
  customerReferenceNumber: textOrNull,
  customerCoNumber: textOrNull,
  contractId: idOrNull,
  customerName: textOrNull,
  contractorName: textOrNull,
  requestedAmount: money,
  inReviewAmount: money,
  approvedToProceedAmount: money,
  approvedCoIssuedAmount: money,
  voidAmount: money,
  dateSubmitted: instantOrNull,
  coIssueDate: instantOrNull,
  approvedToProceedDate: instantOrNull,
  voidDate: instantOrNull,
  daysInReview: wholeOrNull,
  totalHours: textOrNull,
  tmTags: z.array(tag).nullish().catch([]),
  manualTmTag: textOrNull,
  labels: z.array(nameOf).nullish().catch([]),
  // Strict: whether another integration has pushed this COR decides whether we may.
  integrationMetadata: z.array(integration).nullish(),
  createdAt: lenientInstant,
  updatedAt: instant,
});
export type WireCor = z.output<typeof wireCorSchema>;

export const wireProjectSchema = z.object({
  id: idText,
  projectTitle: text,
  jobNumber: textOrNull,
  customerJobNumber: textOrNull,
  customer: nameOf.nullish().catch(null),
  customerInternalId: idOrNull,
  officeId: idText,
  office: nameOf.nullish().catch(null),
  contractValue: sent.transform(moneyFromJson),
  archived: z.boolean().nullish().catch(null),
  createdAt: lenientInstant,
  updatedAt: lenientInstant,
});
export type WireProject = z.output<typeof wireProjectSchema>;

export const wireOfficeSchema = z.object({ id: idText, name: text, tzName: textOrNull });
export type WireOffice = z.output<typeof wireOfficeSchema>;

export const wireCustomerSchema = z.object({ id: idText, name: text, internalId: idOrNull });

export const wireCompanySchema = z.object({ name: z.string().min(1) });

/** A list. The vendor's file calls `records` one object; what is sent is an array. */
export const wirePageSchema = z.object({ records: z.array(z.unknown()), count: wholeOrNull });

/** What paging needs of a row that may otherwise be unreadable. */
export const wireRowKeySchema = z.object({ id: idOrNull, updatedAt: lenientInstant });

/** express-validator's 422; version 7 of it says `path` where older ones say `param`. */
export const rejectionSchema = z.object({
  errors: z.array(z.object({ param: z.string().optional(), path: z.string().optional() })),
});
