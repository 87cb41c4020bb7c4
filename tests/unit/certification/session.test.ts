import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificationCases } from '#shared/domain/certification/cases.ts';
import type { EntryDifference } from '#shared/domain/certification/compareChanges.ts';
import { pairsOf, pairWords } from '#shared/domain/certification/pairs.ts';
import {
  type CertificationEvent,
  type CertificationState,
  certify,
  openDifferences,
} from '#shared/domain/certification/session.ts';

const idle: CertificationState = { name: 'idle' };
const begin: CertificationEvent = { type: 'begin', job: '2402', run: 'C1' };

const difference = (column: string | null): EntryDifference => ({
  table: 'prmchg',
  column,
  place: `Change Order (6-4-1), ${column}`,
  bySage: '1.00',
  byPlumbline: '2.00',
});

function reached(...events: readonly CertificationEvent[]): CertificationState {
  return events.reduce<CertificationState>((state, event) => {
    const next = certify(state, event);
    if (next === null) throw new Error(`${event.type} is not possible in ${state.name}`);
    return next;
  }, idle);
}

const compared = (...columns: readonly (string | null)[]): CertificationEvent => ({
  type: 'compared',
  differences: columns.map(difference),
});

const accept = (column: string | null, reason = 'Only for reports'): CertificationEvent => ({
  type: 'accept',
  table: 'prmchg',
  column,
  reason,
});

describe('a comparison with hand entry', () => {
  it('goes through its cases one after the other and ends with the last', () => {
    const rounds = certificationCases.flatMap((): CertificationEvent[] => [compared(), { type: 'proceed' }]);
    expect(reached(begin, ...rounds)).toMatchObject({
      name: 'finished',
      results: certificationCases.map((one) => ({ case: one, accepted: [] })),
    });
  });

  it('does not go on while a difference is left, and an accepted one needs a reason', () => {
    const judging = reached(begin, compared('cstamt', 'entdte'));
    expect(certify(judging, { type: 'proceed' })).toBeNull();
    expect(certify(judging, accept('cstamt', '  '))).toBeNull();
    const half = reached(begin, compared('cstamt', 'entdte'), accept('cstamt'));
    expect(half.name === 'judging' && openDifferences(half).map(({ column }) => column)).toEqual(['entdte']);
    expect(certify(half, { type: 'proceed' })).toBeNull();
    expect(certify(half, accept('cstamt'))).toBeNull();
    expect(
      reached(begin, compared('cstamt', 'entdte'), accept('cstamt'), accept('entdte'), { type: 'proceed' }),
    ).toMatchObject({
      name: 'typing',
      caseIndex: 1,
      results: [{ case: 'open', accepted: [{ column: 'cstamt', bySage: '1.00' }, { column: 'entdte' }] }],
    });
  });

  it('accepts all lines of a grid at once where the same field differs in each, and whole rows by their table', () => {
    const state = reached(begin, compared('bdgprc', 'bdgprc', null), accept('bdgprc'), accept(null));
    expect(state.name === 'judging' && openDifferences(state)).toEqual([]);
  });

  it('names in the certificate every two values that were accepted, and how many rows they were of', () => {
    const of = (bySage: string | null, byPlumbline: string) => ({ ...difference('bdgprc'), bySage, byPlumbline });
    const differences = [of('1.00', '2.00'), of(null, '5.00'), of('1.00', '2.00')];
    const state = reached(begin, { type: 'compared', differences }, accept('bdgprc'));
    expect(state.name === 'judging' && state.accepted).toMatchObject([
      {
        ...{ column: 'bdgprc', bySage: '1.00', byPlumbline: '2.00', rows: 3 },
        pairs: [
          { bySage: '1.00', byPlumbline: '2.00', rows: 2 },
          { bySage: null, byPlumbline: '5.00', rows: 1 },
        ],
      },
    ]);
    expect(pairWords(pairsOf(differences))).toEqual([
      'Sage 1.00, Plumbline 2.00, in 2 rows',
      'Sage nothing, Plumbline 5.00',
    ]);
  });

  it('lists no more values than a person reads, and says how many rows there are besides', () => {
    const many = Array.from({ length: 60 }, (_, row) => ({ ...difference('bdgprc'), bySage: `${row}.00` }));
    const words = pairWords(pairsOf(many));
    expect(words).toHaveLength(51);
    expect(words.at(-1)).toBe('and in 10 more rows, each with other values');
  });

  it('never reaches its end past a difference that nobody accepted, whatever is pressed in whatever order', () => {
    const event = fc.oneof(
      fc.constant(begin),
      fc.array(fc.constantFrom('a', 'b', null), { maxLength: 3 }).map((columns) => compared(...columns)),
      fc
        .tuple(fc.constantFrom('a', 'b', 'c', null), fc.constantFrom('', 'because'))
        .map(([column, reason]) => accept(column, reason)),
      fc.constant<CertificationEvent>({ type: 'proceed' }),
      fc.constant<CertificationEvent>({ type: 'abandon' }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let state = certify(idle, begin) ?? idle;
        for (const one of events) {
          const next = certify(state, one);
          if (next === null) continue;
          if (one.type === 'proceed' && state.name === 'judging') expect(openDifferences(state)).toEqual([]);
          state = next;
        }
        if (state.name === 'finished') expect(state.results).toHaveLength(certificationCases.length);
      }),
      { numRuns: 5000 },
    );
  });
});
