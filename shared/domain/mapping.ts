import { z } from 'zod';
import { corStatuses } from './cor.ts';

/** How the CORs of one cloud project become change orders of one Sage job. */
export const mappingDefaultsSchema = z.object({
  phase: z.string(),
  /** Change order type number; empty for none. */
  changeOrderType: z.string(),
  numbering: z.enum(['next', 'customerCoNumber', 'corNumber']),
  /** Sage status 1–6 for each COR status; empty = do not push. */
  statusMap: z.record(z.enum(corStatuses), z.enum(['', '1', '2', '3', '4', '5', '6'])),
  /** The allocation that new drafts start with. */
  template: z
    .array(
      z.object({
        description: z.string(),
        costCode: z.string(),
        costType: z.string(),
        percent: z.string(),
        multiplier: z.string(),
      }),
    )
    .readonly(),
  primeCostCode: z.string(),
  primeCostType: z.string(),
});
export type MappingDefaults = z.infer<typeof mappingDefaultsSchema>;

export const mappingSchema = z.object({
  projectId: z.string(),
  job: z.string(),
  defaults: mappingDefaultsSchema,
  mappedAt: z.string(),
  mappedBy: z.string(),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Defaults proposed for every new mapping. A live Sage company may want others, so all of them are settings. */
export const standardDefaults: MappingDefaults = {
  phase: '0',
  changeOrderType: '',
  numbering: 'next',
  statusMap: {
    draft: '',
    placeholder: '',
    in_review: '3',
    approved_to_proceed: '2',
    approved_co_issued: '1',
    rejected: '5',
  },
  template: [],
  primeCostCode: '',
  primeCostType: '',
};
