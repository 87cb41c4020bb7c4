import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, sumMoney } from '#shared/domain/money.ts';
import type { PlanningInput } from '#shared/domain/plans/changeOrder/input.ts';
import { planChangeOrder } from '#shared/domain/plans/changeOrder.ts';
import type { ChangeOrder, Subcontract } from '#shared/domain/sage/facts.ts';
import { applied } from './applied.ts';
import { validInput } from './arbitraries.ts';
import { planned } from './given.ts';

type After = ReturnType<typeof applied>;

/** The books of one change order: what its header and the subcontracts must show, added up from the rows. */
function expectBooks({ changeOrder, next }: After, start: readonly Subcontract[]): void {
  expect([changeOrder.requested, changeOrder.approved, changeOrder.cost]).toEqual(sumsOf(changeOrder));
  for (const now of next.facts.subcontracts) {
    const before = start.find(({ record }) => record === now.record);
    const approved = (line?: string) =>
      sumMoney(
        changeOrder.budget
          .filter((row) => row.status === '1' && row.subcontract === now.record)
          .filter((row) => line === undefined || row.subcontractLine === line)
          .map(({ amount }) => amount),
      );
    expect([now.changes, now.total, now.balance]).toEqual(
      [before?.changes, before?.total, before?.balance].map((was) => addMoney(was ?? '', approved())),
    );
    for (const line of now.lines) {
      const was = before?.lines.find((candidate) => candidate.line === line.line);
      expect([line.change, line.contract, line.remaining]).toEqual(
        [was?.change, was?.contract, was?.remaining].map((amount) => addMoney(amount ?? '0.00', approved(line.line))),
      );
    }
  }
}

function sumsOf({ prime, budget }: ChangeOrder) {
  return [
    sumMoney(prime.map(({ requested }) => requested)),
    sumMoney(prime.map(({ approved }) => approved)),
    sumMoney(budget.map(({ amount }) => amount)),
  ];
}

/** The draft with some lines taken out, some with figures of another draft, and some of that draft's lines added. */
function edited({ draft }: PlanningInput, other: PlanningInput, dice: readonly number[]): PlanningInput['draft'] {
  const rolled = (index: number) => dice[index % dice.length] ?? 0;
  const mix = <T extends object>(own: readonly T[], theirs: readonly T[], figures: readonly (keyof T)[]): T[] =>
    own.flatMap((line, index) => {
      const source = theirs[index % Math.max(1, theirs.length)];
      if (rolled(index) === 0) return [];
      if (rolled(index) === 1 || source === undefined) return [line];
      return [{ ...line, ...Object.fromEntries(figures.map((name) => [name, source[name]])) }];
    });
  const added = <T extends { readonly corId: string; readonly id: string; readonly description: string }>(
    all: readonly T[],
  ) =>
    all
      .filter(({ corId }, index) => draft.corIds.includes(corId) && rolled(index + 1) === 3)
      .map((line) => ({ ...line, id: `new ${line.id}`, description: `new ${line.description}`.slice(0, 50) }));
  return {
    ...draft,
    header: { ...draft.header, status: other.draft.header.status, approvedOn: other.draft.header.approvedOn },
    prime: [...mix(draft.prime, other.draft.prime, ['requested', 'approved']), ...added(other.draft.prime)],
    budget: [
      ...mix(draft.budget, other.draft.budget, ['shareMode', 'share', 'multiplier', 'hours', 'units']),
      ...added(other.draft.budget),
    ],
  };
}

describe('the books', () => {
  it('balance after a push, after any updates of it, and after a void: header, subcontract lines and subcontracts', () => {
    let updates = 0;
    const dice = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(validInput, fc.array(fc.tuple(validInput, dice), { maxLength: 3 }), (input, edits) => {
        const start = input.facts.subcontracts;
        let now = applied(input, planned(input));
        expectBooks(now, start);
        for (const [other, rolls] of edits) {
          const asked = { ...now.next, draft: edited(now.next, other, rolls) };
          const result = planChangeOrder(asked);
          // Refused: a COR without lines, a subcontract line changed twice, or nothing that differs.
          if (!result.ok) continue;
          updates += 1;
          now = applied(asked, result.plan);
          expectBooks(now, start);
        }
        const target = { mode: 'void' as const, record: now.changeOrder.record, status: '6' as const };
        const voiding = { ...now.next, draft: { ...now.next.draft, target } };
        const end = applied(voiding, planned(voiding));
        expectBooks(end, start);
        expect(end.changeOrder.status).toBe('6');
      }),
      { numRuns: 150 },
    );
    expect(updates).toBeGreaterThan(50);
  });

  it('balance when one of two CORs leaves a shared change order, and when the other one follows', () => {
    fc.assert(
      fc.property(
        validInput.filter(({ draft }) => draft.corIds.length > 1),
        (input) => {
          const start = input.facts.subcontracts;
          let now = applied(input, planned(input));
          for (const cor of input.cors) {
            const target = { mode: 'void' as const, record: now.changeOrder.record, status: '5' as const };
            const one = { ...now.next, draft: { ...now.next.draft, target, corIds: [cor.id] }, cors: [cor] };
            const result = planChangeOrder(one);
            // A COR whose figures are all zero has nothing to take out.
            if (!result.ok) continue;
            const { next, changeOrder } = applied(one, result.plan);
            const gone = { ...cor, status: 'rejected' as const };
            const links = now.next.facts.links.map((link) =>
              link.corId === cor.id ? { ...link, pushed: { ...link.pushed, cor: gone } } : link,
            );
            now = { changeOrder, next: { ...now.next, facts: { ...next.facts, links } } };
            expectBooks(now, start);
          }
          const left = now.next.facts.subcontracts.map(({ changes }) => changes);
          expect(left).toEqual(start.map(({ changes }) => changes));
        },
      ),
      { numRuns: 100 },
    );
  });
});
