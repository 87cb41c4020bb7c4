import { z } from 'zod';
import type { Certificate } from './certificate.ts';
import type { PlanKind } from './plan.ts';
import type { Inspection } from './sage/catalog.ts';

/**
 * How approved plans get into a company's books. `readOnly`: not at all. `handEntry`: a person types the printed plan into Sage, and
 * the next pull finds what was typed. `direct`: Plumbline writes.
 */
export const writeModes = ['readOnly', 'handEntry', 'direct'] as const;
export const writeModeSchema = z.enum(writeModes);
export type WriteMode = z.infer<typeof writeModeSchema>;

/** Why a mode that somebody chose is not what happens, with the way out. */
export type Hindrance = { readonly code: string; readonly sentence: string; readonly remedy: string };

export type WriteDecision = { readonly mode: WriteMode; readonly hindrances: readonly Hindrance[] };

export type WriteCircumstances = {
  readonly companyKind: 'sample' | 'live';
  readonly chosen: WriteMode;
  /** Of this run; null while the company was not inspected yet. */
  readonly inspection: Inspection | null;
  readonly certificates: readonly Certificate[];
  readonly kind: PlanKind;
};
