import { z } from 'zod';
import { type Certificate, type CertifiedPart, certifiedParts } from './certificate.ts';
import { changeOrderPlanKinds, isChangeOrderKind, type PlanKind, planKinds } from './plan.ts';
import type { Inspection, MarkerStore } from './sage/catalog.ts';
import { hindrancesOf } from './writeHindrances.ts';

/**
 * How approved plans get into a company's books. `readOnly`: not at all. `handEntry`: a person types the printed plan into Sage, and
 * the next pull finds what was typed. `direct`: Plumbline writes.
 */
export const writeModes = ['readOnly', 'handEntry', 'direct'] as const;
export const writeModeSchema = z.enum(writeModes);
export type WriteMode = z.infer<typeof writeModeSchema>;

/** Why a mode that somebody chose is not what happens, with the way out. */
export const hindranceSchema = z.object({ code: z.string(), sentence: z.string(), remedy: z.string() });
export type Hindrance = z.infer<typeof hindranceSchema>;

const kindDecisionSchema = z.object({
  /** What really happens with an approved plan of this kind. */
  mode: writeModeSchema,
  /** Why it is not what was chosen; empty when it is. */
  hindrances: z.array(hindranceSchema).readonly(),
  /** What a plan of this kind may hold besides the plainest: where Plumbline writes into a real company, only what was compared. */
  may: z.array(z.enum(certifiedParts)).readonly(),
});
export type KindDecision = z.infer<typeof kindDecisionSchema>;

export const writeDecisionSchema = z.object({
  chosen: writeModeSchema,
  kinds: z.record(z.enum(planKinds), kindDecisionSchema),
});
export type WriteDecision = z.infer<typeof writeDecisionSchema>;

export type WriteCircumstances = {
  readonly companyKind: 'sample' | 'live';
  /** Null: nobody has chosen. */
  readonly chosen: WriteMode | null;
  /** Where markers are kept according to the settings. */
  readonly markerStore: MarkerStore;
  /** As last read; null while the company was not inspected yet. */
  readonly inspection: Inspection | null;
  readonly certificates: readonly Certificate[];
};

/**
 * What happens with approved plans, for each kind. A sample company is written to unless somebody chose otherwise; a real one is
 * only read unless somebody chose otherwise, and is written to only when nothing hinders it: then nothing is ever half allowed.
 */
export function writeDecision(circumstances: WriteCircumstances): WriteDecision {
  const { companyKind, certificates, inspection } = circumstances;
  const chosen = circumstances.chosen ?? (companyKind === 'sample' ? 'direct' : 'readOnly');
  const decide = (kind: PlanKind): KindDecision => {
    if (chosen !== 'direct') return { mode: chosen, hindrances: [], may: certifiedParts };
    const hindrances = hindrancesOf(kind, circumstances);
    if (companyKind === 'sample')
      return { mode: hindrances.length === 0 ? 'direct' : 'readOnly', hindrances, may: certifiedParts };
    const may = certifiedFor(kind, certificates, inspection);
    // What comes out of Procore is typed wherever it was not compared: people are not left without a way.
    const uncompared = hindrances.some(({ code }) => code === 'write.certificate' || code === 'write.certificateVoid');
    if (uncompared && !isChangeOrderKind(kind)) return { mode: 'handEntry', hindrances, may };
    return { mode: hindrances.length === 0 ? 'direct' : 'readOnly', hindrances, may };
  };
  const kinds = Object.fromEntries(planKinds.map((kind) => [kind, decide(kind)]));
  return { chosen, kinds: kinds as WriteDecision['kinds'] };
}

function certifiedFor(
  kind: PlanKind,
  certificates: readonly Certificate[],
  inspection: Inspection | null,
): readonly CertifiedPart[] {
  const valid = certificates.filter(
    ({ kinds, fingerprint }) => kinds.includes(kind) && fingerprint === inspection?.catalog.fingerprint,
  );
  return certifiedParts.filter((part) => valid.some(({ parts }) => parts.includes(part)));
}

/** The mode of the company as a whole: direct as soon as one kind is written. */
export function modeOf({ chosen, kinds }: WriteDecision): WriteMode {
  if (chosen !== 'direct') return chosen;
  return planKinds.some((kind) => kinds[kind].mode === 'direct') ? 'direct' : 'readOnly';
}

/** Every hindrance of change orders once, whatever kinds of them it stands in the way of. */
export function allHindrances({ kinds }: WriteDecision): readonly Hindrance[] {
  const found = changeOrderPlanKinds.flatMap((kind) => kinds[kind].hindrances);
  return [...new Map(found.map((hindrance) => [hindrance.sentence, hindrance])).values()];
}
