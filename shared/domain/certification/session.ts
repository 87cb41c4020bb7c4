import { z } from 'zod';
import { acceptedDifferenceSchema } from '../certificate.ts';
import { assertNever } from '../failure.ts';
import { certificationCases } from './cases.ts';
import { type EntryDifference, entryDifferenceSchema } from './compareChanges.ts';
import { pairsOf } from './pairs.ts';

/**
 * One comparison of Plumbline with hand entry, from its first case to the last:
 *
 *   idle ─begin→ typing ─compared→ judging ─proceed (no difference left unaccepted)→ typing (next case) | finished
 *                  ▲  │                │
 *                  └──┴─── abandon ────┘→ idle
 */
const running = {
  job: z.string(),
  /** Part of the example's change order numbers, so that two comparisons never meet. */
  run: z.string(),
  /** Place in `certificationCases`. */
  caseIndex: z.number().int(),
  /** What was accepted in the cases that are done, in their order. */
  results: z
    .array(z.object({ case: z.enum(certificationCases), accepted: z.array(acceptedDifferenceSchema).readonly() }))
    .readonly(),
};

export const certificationStateSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('idle') }),
  z.object({ name: z.literal('typing'), ...running }),
  z.object({
    name: z.literal('judging'),
    ...running,
    differences: z.array(entryDifferenceSchema).readonly(),
    accepted: z.array(acceptedDifferenceSchema).readonly(),
  }),
  z.object({ name: z.literal('finished'), ...running }),
]);
export type CertificationState = z.infer<typeof certificationStateSchema>;

export type CertificationEvent =
  | { readonly type: 'begin'; readonly job: string; readonly run: string }
  | { readonly type: 'compared'; readonly differences: readonly EntryDifference[] }
  /** Accepts every difference of one field, with the reason why it does no harm. */
  | { readonly type: 'accept'; readonly table: string; readonly column: string | null; readonly reason: string }
  | { readonly type: 'proceed' }
  | { readonly type: 'abandon' };

/** The next state, or null when the event is not allowed in this state. */
export function certify(state: CertificationState, event: CertificationEvent): CertificationState | null {
  switch (event.type) {
    case 'begin':
      return state.name === 'idle' || state.name === 'finished'
        ? { name: 'typing', job: event.job, run: event.run, caseIndex: 0, results: [] }
        : null;
    case 'compared':
      return state.name === 'typing'
        ? { ...state, name: 'judging', differences: event.differences, accepted: [] }
        : null;
    case 'accept':
      return state.name === 'judging' ? accepted(state, event) : null;
    case 'proceed':
      return state.name === 'judging' && openDifferences(state).length === 0 ? afterCase(state) : null;
    case 'abandon':
      return state.name === 'typing' || state.name === 'judging' ? { name: 'idle' } : null;
    default:
      return assertNever(event);
  }
}

type Judging = Extract<CertificationState, { name: 'judging' }>;

/** What stands in the way: differences that nobody has accepted. */
export function openDifferences({ differences, accepted: named }: Judging): readonly EntryDifference[] {
  return differences.filter((one) => !named.some((accepting) => isAbout(accepting, one)));
}

/** Whether a difference is of the field that is spoken of. */
export function isAbout(a: { readonly table: string; readonly column: string | null }, b: EntryDifference): boolean {
  return a.table === b.table && (a.column ?? '') === (b.column ?? '');
}

function accepted(state: Judging, event: Extract<CertificationEvent, { type: 'accept' }>): Judging | null {
  const about = openDifferences(state).filter((one) => isAbout(event, one));
  const [first] = about;
  const reason = event.reason.trim();
  if (first === undefined || reason === '') return null;
  const { table, column, place, bySage, byPlumbline } = first;
  const named = { table, column: column ?? '', place, bySage, byPlumbline, ...pairsOf(about), reason };
  return { ...state, accepted: [...state.accepted, named] };
}

function afterCase({ differences: _, accepted: named, name: __, ...state }: Judging): CertificationState {
  const done = certificationCases[state.caseIndex];
  if (done === undefined) return { name: 'idle' };
  const results = [...state.results, { case: done, accepted: named }];
  const caseIndex = state.caseIndex + 1;
  const name = caseIndex < certificationCases.length ? 'typing' : 'finished';
  return { ...state, name, caseIndex, results };
}
