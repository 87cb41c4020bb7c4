import { z } from 'zod';
import { cloudCustomerSchema, cloudProjectSchema, officeSchema } from '#shared/domain/cloudProject.ts';
import { mappingDefaultsSchema, mappingSchema } from '#shared/domain/mapping.ts';
import { importedJobSchema } from '#shared/domain/records.ts';
import { jobSchema, listItemSchema, phaseSchema } from '#shared/domain/sage/facts.ts';
import { nothing } from './channel.ts';

const window = { search: z.string(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) };

export const projectRowSchema = z.object({
  project: cloudProjectSchema,
  mapping: mappingSchema.nullable(),
  job: jobSchema.nullable(),
  /** A likely job for a project that is not mapped: shown, never taken. */
  suggestion: z.object({ job: z.string(), name: z.string(), why: z.string() }).nullable(),
  cors: z.number().int(),
  linked: z.number().int(),
  lastActivity: z.string().nullable(),
  /** Why it cannot be unmapped now; null when it can. */
  unmapRefusal: z.string().nullable(),
});
export type ProjectRow = z.infer<typeof projectRowSchema>;

export const jobChoiceSchema = z.object({
  job: jobSchema,
  statusWords: z.string(),
  /** Why this job cannot be chosen; null when it can. */
  refusal: z.string().nullable(),
  /** Why it is a likely match; null when it is not one. */
  suggested: z.string().nullable(),
});
export type JobChoice = z.infer<typeof jobChoiceSchema>;

export const importedRowSchema = z.object({
  imported: importedJobSchema,
  job: jobSchema,
  statusWords: z.string(),
  /** A project without a number that looks like this job: mapping it is better than creating a second one. Null when none does. */
  warning: z.string().nullable(),
});
export type ImportedRow = z.infer<typeof importedRowSchema>;

/** What accepting a job would create in Clearstory: all of it editable first. */
export const projectProposalSchema = z.object({
  job: z.string(),
  officeId: z.string(),
  customerId: z.string().nullable(),
  title: z.string(),
  jobNumber: z.string(),
  contractValue: z.string().nullable(),
});
export type ProjectProposal = z.infer<typeof projectProposalSchema>;

export const projectChannels = {
  'projects.list': {
    request: z.object({ tab: z.enum(['mapped', 'notMapped']), ...window }),
    response: z.object({
      rows: z.array(projectRowSchema).max(200).readonly(),
      total: z.number().int(),
      counts: z.object({
        mapped: z.number().int(),
        notMapped: z.number().int(),
        imported: z.number().int(),
        rejected: z.number().int(),
      }),
    }),
  },
  'projects.jobChoices': {
    request: z.object({ projectId: z.string(), search: z.string() }),
    response: z.object({ choices: z.array(jobChoiceSchema).max(50).readonly() }),
  },
  /** Lists for the mapping form: phases of the job, change order types, cost types; and the company's default mapping. */
  'projects.mappingLists': {
    request: z.object({ job: z.string() }),
    response: z.object({
      phases: z.array(phaseSchema).readonly(),
      changeOrderTypes: z.array(listItemSchema).readonly(),
      costTypes: z.array(listItemSchema).readonly(),
      defaults: mappingDefaultsSchema,
    }),
  },
  /** Maps a project, or saves other defaults or another job for a mapped one. */
  'projects.map': {
    request: z.object({ projectId: z.string(), job: z.string(), defaults: mappingDefaultsSchema }),
    response: nothing,
  },
  'projects.unmap': { request: z.object({ projectId: z.string() }), response: nothing },
  'imported.list': {
    request: z.object({ state: z.enum(['waiting', 'rejected']), ...window }),
    response: z.object({ rows: z.array(importedRowSchema).max(200).readonly(), total: z.number().int() }),
  },
  'imported.preview': {
    request: z.object({ jobs: z.array(z.string()).min(1).max(50) }),
    response: z.object({
      proposals: z.array(projectProposalSchema).readonly(),
      offices: z.array(officeSchema).readonly(),
      /** Customers likely needed: those of the proposed offices whose number or name matches. */
      customers: z.array(cloudCustomerSchema).max(200).readonly(),
    }),
  },
  'imported.customers': {
    request: z.object({ officeId: z.string(), search: z.string() }),
    response: z.object({ customers: z.array(cloudCustomerSchema).max(100).readonly() }),
  },
  'imported.accept': {
    request: z.object({ proposals: z.array(projectProposalSchema).min(1).max(50) }),
    response: z.object({
      results: z.array(z.object({ job: z.string(), ok: z.boolean(), sentence: z.string() })).readonly(),
    }),
  },
  'imported.reject': {
    request: z.object({ jobs: z.array(z.string()).min(1).max(50), reason: z.string().min(1).max(200) }),
    response: nothing,
  },
  'imported.restore': { request: z.object({ jobs: z.array(z.string()).min(1).max(50) }), response: nothing },
} as const;
