import { z } from 'zod';
import { certificationCases } from '#shared/domain/certification/cases.ts';
import { certificationStateSchema } from '#shared/domain/certification/session.ts';
import { planKinds } from '#shared/domain/plan.ts';
import { entrySheetSchema } from '#shared/domain/plans/entrySheet.ts';
import { nothing } from './channel.ts';

/** The comparison of Plumbline with hand entry, step by step; what it proves are certificates. */
export const certificationChannels = {
  'certification.get': {
    request: nothing,
    response: z.object({
      state: certificationStateSchema,
      cases: z
        .array(z.object({ id: z.enum(certificationCases), title: z.string(), kind: z.enum(planKinds) }))
        .readonly(),
      /** Columns whose values have no text to compare, for whoever judges: `prmchg.photo (image)`. */
      uncompared: z.array(z.string()).readonly(),
      /** Change order numbers of the running case: what the person types, and what Plumbline's own copy is called. */
      numbers: z.object({ typed: z.string(), written: z.string() }).nullable(),
    }),
  },
  /** What the person is to type in Sage. */
  'certification.example': { request: nothing, response: z.object({ sheet: entrySheetSchema }) },
  /** Jobs to type the examples in, by number, name or client. */
  'certification.jobs': {
    request: z.object({ search: z.string().max(200) }),
    response: z.object({
      choices: z
        .array(
          z.object({ number: z.string(), name: z.string(), clientName: z.string(), refusal: z.string().nullable() }),
        )
        .max(50)
        .readonly(),
    }),
  },
  'certification.begin': {
    request: z.object({
      job: z.string().max(20),
      /** Live companies only: the company's name, typed to confirm that these are not the books one works in. */
      confirmed: z.string().max(200),
    }),
    response: nothing,
  },
  'certification.compare': { request: nothing, response: nothing },
  'certification.accept': {
    request: z.object({ table: z.string(), column: z.string().nullable(), reason: z.string().trim().min(1).max(200) }),
    response: nothing,
  },
  'certification.proceed': { request: nothing, response: nothing },
  'certification.abandon': { request: nothing, response: nothing },
} as const;
