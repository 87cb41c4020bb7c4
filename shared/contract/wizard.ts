import { z } from 'zod';
import { draftSchema } from '#shared/domain/draft.ts';
import { mappingDefaultsSchema } from '#shared/domain/mapping.ts';
import { changeOrderControlsSchema, planSchema, refusalSchema, stepSchema } from '#shared/domain/plan.ts';
import {
  costCodeSchema,
  jobSchema,
  listItemSchema,
  phaseSchema,
  subcontractSchema,
  vendorSchema,
} from '#shared/domain/sage/facts.ts';
import { nothing } from './channel.ts';
import { transferViewSchema } from './queue.ts';

const draftId = z.object({ id: z.string() });

export const targetChoiceSchema = z.object({
  record: z.string(),
  number: z.string(),
  description: z.string(),
  date: z.string().nullable(),
  phase: z.string(),
  status: z.string(),
  statusWords: z.string(),
  requested: z.string(),
  approved: z.string(),
  lines: z.number().int(),
  /** Why nothing can be added to it; null when it can. */
  refusal: z.string().nullable(),
});
export type TargetChoice = z.infer<typeof targetChoiceSchema>;

/** Everything the four steps need besides the draft itself. */
export const wizardContextSchema = z.object({
  job: jobSchema,
  cors: z
    .array(
      z.object({
        id: z.string(),
        number: z.string(),
        title: z.string(),
        statusWords: z.string(),
        requested: z.string(),
        effective: z.string(),
        totalHours: z.string().nullable(),
        /** The subcontractor whose request it is, a cost; null: it is our own, to a customer. */
        receivedFrom: z.string().nullable(),
      }),
    )
    .readonly(),
  targets: z.array(targetChoiceSchema).max(200).readonly(),
  phases: z.array(phaseSchema).readonly(),
  costTypes: z.array(listItemSchema).readonly(),
  changeOrderTypes: z.array(listItemSchema).readonly(),
  reasons: z.array(z.string()).max(50).readonly(),
  subcontracts: z
    .array(subcontractSchema.omit({ lines: true }))
    .max(200)
    .readonly(),
  /** The next number for each phase, as it would be now; null where Sage's rule gives none. */
  nextNumbers: z.record(z.string(), z.string().nullable()),
  defaults: mappingDefaultsSchema,
  /** The allocation of the last change order pushed for this project: *same as last time*. */
  last: mappingDefaultsSchema.shape.template,
});
export type WizardContext = z.infer<typeof wizardContextSchema>;

export const planSummarySchema = planSchema
  .omit({ steps: true, checks: true, sources: true })
  .extend({ controls: changeOrderControlsSchema, hash: z.string(), steps: z.number().int() });
export type PlanSummary = z.infer<typeof planSummarySchema>;

export const codeChoiceSchema = costCodeSchema.extend({
  /** Whether the job's budget has this code (in the phase asked for). Not needed for a change order; said for orientation. */
  budgeted: z.boolean(),
});
export type CodeChoice = z.infer<typeof codeChoiceSchema>;

export const wizardChannels = {
  /** Opens the draft that these CORs already have, or a new one filled from mapping, template and COR. */
  'drafts.open': {
    request: z.object({ corIds: z.array(z.string()).min(1).max(50), mode: z.enum(['push', 'update', 'void']) }),
    response: draftId,
  },
  'drafts.get': {
    request: draftId,
    response: z.object({ draft: draftSchema, transfer: transferViewSchema }),
  },
  /** Apart from the draft, because a draft with hundreds of lines fills a message by itself. */
  'drafts.context': { request: draftId, response: wizardContextSchema },
  'drafts.save': {
    request: z.object({ id: z.string(), draft: draftSchema }),
    response: z.object({ savedAt: z.string() }),
  },
  'drafts.discard': { request: draftId, response: nothing },
  /** The exact plan for the saved draft, or why there is none. */
  'drafts.preview': {
    request: draftId,
    response: z.object({ plan: planSummarySchema.nullable(), refusals: z.array(refusalSchema).max(200).readonly() }),
  },
  /** Row writes of a previewed or approved plan, in windows. */
  'plans.steps': {
    request: z.object({ id: z.string(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(50) }),
    response: z.object({
      steps: z.array(stepSchema).max(50).readonly(),
      total: z.number().int(),
      /** The names of the cost codes in these rows, by their codes; one that Sage's list does not have is left out. */
      codeNames: z.record(z.string(), z.string()),
    }),
  },
  /** Approves exactly the plan that was shown: another hash is refused. */
  'drafts.push': { request: z.object({ id: z.string(), planHash: z.string() }), response: nothing },
  /** Remembers the draft's allocation as the project's template. */
  'drafts.saveTemplate': { request: draftId, response: nothing },
  'lookups.costCodes': {
    request: z.object({ job: z.string(), phase: z.string(), search: z.string() }),
    response: z.object({ codes: z.array(codeChoiceSchema).max(50).readonly() }),
  },
  'lookups.vendors': {
    request: z.object({ search: z.string() }),
    response: z.object({ vendors: z.array(vendorSchema).max(50).readonly() }),
  },
  'lookups.subcontract': {
    request: z.object({ job: z.string(), record: z.string() }),
    response: z.object({ subcontract: subcontractSchema.nullable() }),
  },
} as const;
