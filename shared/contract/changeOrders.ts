import { z } from 'zod';
import { corSchema } from '#shared/domain/cor.ts';
import { corLogQuerySchema, corLogRowSchema, corLogSchema } from '#shared/domain/corLog.ts';
import { linkHealthSchema, linkSchema } from '#shared/domain/link.ts';
import { historyEntrySchema } from '#shared/domain/records.ts';
import { changeOrderSchema } from '#shared/domain/sage/facts.ts';
import { nothing } from './channel.ts';
import { transferViewSchema } from './queue.ts';

export const corDetailSchema = z.object({
  row: corLogRowSchema,
  cor: corSchema,
  link: linkSchema.omit({ pushed: true, allocation: true }).nullable(),
  /** At most 200 differences; the sentence tells of all. */
  health: linkHealthSchema.nullable(),
  /** The linked change order as last read from Sage, with the first 50 of this COR's lines of each grid. */
  changeOrder: changeOrderSchema.extend({ primeLines: z.number().int(), budgetLines: z.number().int() }).nullable(),
  transfer: transferViewSchema.nullable(),
  history: z.array(historyEntrySchema).max(50).readonly(),
  /** What only a person can do in Clearstory, each with the text to copy. */
  todo: z.array(z.object({ sentence: z.string(), copy: z.string() })).readonly(),
  /** Why *+ Add to Sage 100* is not possible now; null when it is. */
  addRefusal: z.string().nullable(),
});
export type CorDetail = z.infer<typeof corDetailSchema>;

export const changeOrderChannels = {
  'cors.list': { request: corLogQuerySchema, response: corLogSchema },
  'cors.get': { request: z.object({ id: z.string() }), response: corDetailSchema },
  /** Mapped projects, for the filter. */
  'cors.projects': {
    request: nothing,
    response: z.object({
      projects: z.array(z.object({ id: z.string(), title: z.string(), job: z.string() })).readonly(),
    }),
  },
  /** Takes what Sage says now as the new truth for these fields (`Difference.field`), so that they stop being a difference. */
  'cors.acceptSage': {
    request: z.object({ corId: z.string(), fields: z.array(z.string()).min(1) }),
    response: nothing,
  },
  'cors.unlink': { request: z.object({ corId: z.string(), reason: z.string().min(1).max(200) }), response: nothing },
} as const;
