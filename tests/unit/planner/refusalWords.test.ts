import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '#shared/domain/draft.ts';
import { refusalSchema } from '#shared/domain/plan.ts';
import type { PlanningInput } from '#shared/domain/plans/changeOrder/input.ts';
import { planChangeOrder } from '#shared/domain/plans/changeOrder.ts';
import { applied } from './applied.ts';
import { validInput } from './arbitraries.ts';
import { planned } from './given.ts';

const nonsense = fc.constantFrom(
  '',
  ' ',
  '0',
  '9',
  'abc',
  '1.234',
  '-5',
  '99999999999',
  '١٢',
  'x'.repeat(60),
  '2026-02-30',
);

/** Spoils some texts anywhere in a draft: header, lines and subcontract changes. */
function spoiled(draft: Draft, picks: readonly { readonly at: number; readonly text: string }[]): Draft {
  const copy = structuredClone(draft);
  const places: { readonly owner: object; readonly name: string }[] = [];
  const walk = (owner: unknown) => {
    if (typeof owner !== 'object' || owner === null) return;
    for (const [name, value] of Object.entries(owner)) {
      const keep = ['mode', 'shareMode', 'numbering', 'id', 'job', 'record'].includes(name) || Array.isArray(owner);
      if (typeof value === 'string' && !keep) places.push({ owner, name });
      walk(value);
    }
  };
  walk(copy);
  for (const { at, text } of picks) {
    const place = places[at % places.length];
    if (place !== undefined) Reflect.set(place.owner, place.name, text);
  }
  return copy;
}

/** True where the draft has such a field, whatever it holds. */
function exists(draft: Draft, path: string): boolean {
  let value: unknown = draft;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return false;
    value = Reflect.get(value, part);
  }
  return true;
}

const picks = fc.array(fc.record({ at: fc.nat(200), text: nonsense }), { minLength: 1, maxLength: 4 });

describe('whatever is wrong with a draft', () => {
  it('is planned or refused, never thrown; each refusal names a field of the draft and says in one sentence what to do', () => {
    let refusals = 0;
    const check = (input: PlanningInput) => {
      const result = planChangeOrder(input);
      if (result.ok) return;
      expect(result.refusals.length).toBeGreaterThan(0);
      for (const refusal of result.refusals) {
        refusals += 1;
        expect(refusalSchema.parse(refusal)).toEqual(refusal);
        expect(exists(input.draft, refusal.field), refusal.field).toBe(true);
        // What is wrong, then a colon or a second sentence with the way out; or only what to enter.
        expect(refusal.sentence).toMatch(/^(?:Enter .{10,}|\S.{10,}[:.] .{4,}|.+, because .+)\.$/su);
      }
    };
    fc.assert(
      fc.property(validInput, picks, fc.boolean(), (input, where, again) => {
        const base = again ? applied(input, planned(input)).next : input;
        check({ ...base, draft: spoiled(base.draft, where) });
      }),
      { numRuns: 400 },
    );
    expect(refusals).toBeGreaterThan(300);
  });
});
