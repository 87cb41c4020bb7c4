import type { Failure } from '#shared/domain/failure.ts';
import { isChangeOrderKind, type Plan, type PlanKind, type Refusal } from '#shared/domain/plan.ts';
import { uncertified } from '#shared/domain/plans/uncertified.ts';
import { kindWords } from '#shared/domain/writeHindrances.ts';
import { type WriteDecision, writeDecision } from '#shared/domain/writeMode.ts';
import type { Context } from '../context.ts';
import type { EnginePorts } from '../engineTypes.ts';
import { markerStoreOf } from './markerStores.ts';

/** What happens with approved plans now. Asked anew whenever it matters: a setting or a schema may have changed meanwhile. */
export function currentDecision(ports: Pick<EnginePorts, 'companyKind' | 'markerTable' | 'store'>): WriteDecision {
  const { companyKind, store } = ports;
  const { writing } = store.settings.read();
  return writeDecision({
    companyKind,
    chosen: writing.mode,
    markerStore: markerStoreOf(ports),
    inspection: store.inspection.read(),
    certificates: store.certificates.all(),
  });
}

/** Whether a person types approved plans of this kind. */
export function isTypedByHand({ writing }: Pick<Context, 'writing'>, kind: PlanKind): boolean {
  return writing().kinds[kind].mode === 'handEntry';
}

/** What Plumbline would write itself into a real company and was not compared with hand entry; empty where people type. */
export function notCompared({ writing }: Pick<Context, 'writing'>, plan: Plan): readonly Refusal[] {
  const { mode, may } = writing().kinds[plan.kind];
  return mode === 'direct' ? uncertified(plan, may) : [];
}

/** Why a plan of this kind is not written into Sage by Plumbline; null when it is. */
export function notWritten(context: Pick<Context, 'writing' | 'companyName'>, kind: PlanKind): Failure | null {
  const { chosen, kinds } = context.writing();
  const { mode, hindrances } = kinds[kind];
  if (mode === 'direct') return null;
  const [first, ...others] = hindrances;
  if (first === undefined) {
    const how = chosen === 'handEntry' ? 'set to hand entry' : 'connected read-only';
    return {
      next: 'needsPerson',
      code: 'sage.readOnly',
      sentence: `${context.companyName} is ${how}, so Plumbline writes nothing into it.`,
      remedy: isChangeOrderKind(kind)
        ? 'Enter the change order in Sage 6-4-1 from its review, or change the mode under Settings, Writing into Sage.'
        : 'Enter it in Sage from its preview, or change the mode under Settings, Writing into Sage.',
    };
  }
  const more = others.length === 0 ? '' : ` (and ${others.length} more: see Settings, Writing into Sage)`;
  return {
    next: 'needsPerson',
    code: 'sage.writingHindered',
    sentence: `${kindWords[kind]} are not written into ${context.companyName}: ${first.sentence}${more}`,
    remedy: first.remedy,
  };
}
