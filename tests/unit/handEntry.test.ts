import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, candidatesOf, certainOf, type Known } from '#shared/domain/handEntry/candidates.ts';
import { compareTyped } from '#shared/domain/handEntry/compareTyped.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { PlanningInput } from '#shared/domain/plans/changeOrder/input.ts';
import type { BudgetLine, ChangeOrder, PrimeLine } from '#shared/domain/sage/facts.ts';
import { applied } from './planner/applied.ts';
import { validInput } from './planner/arbitraries.ts';
import { changeOrder, link } from './planner/company.ts';
import { budget, draft, given, givenUpdate, header, planned, prime } from './planner/given.ts';

const nobody: Known = { newestRecord: '0', linked: new Set(), owned: new Set(), shownAs: (_, value) => value };
const compare = (plan: Plan, typed: ChangeOrder) =>
  compareTyped({ plan, changeOrder: typed, owned: nobody.owned, shownAs: nobody.shownAs });

/** What a person leaves in Sage who types exactly the plan. */
const typedFor = (input: PlanningInput) => applied(input, planned(input)).changeOrder;
const input = given();
const plan = planned(input);
const typed = typedFor(input);

/** Lines in another order, with the numbers that Sage gives them then. */
function shuffled<T extends { readonly line: string }>(lines: readonly T[], seed: number): readonly T[] {
  const key = (line: T) => (Number(line.line) * 7919 + seed * 104_729) % 1009;
  return [...lines].sort((a, b) => key(a) - key(b)).map((line, index) => ({ ...line, line: String(index + 1) }));
}

const headerEdits: Readonly<Record<string, Partial<ChangeOrder>>> = {
  Date: { date: '2026-11-21' },
  Phase: { phase: '2' },
  Description: { description: 'Another thing' },
  Reason: { reason: 'Owner' },
  'User Def1': { userDefined1: 'PCO-999' },
  'Client PO#': { clientPo: 'CO-8' },
  Submitted: { submitted: null },
  Approved: { approvedOn: '2026-11-19' },
  'Delay Requested': { delayRequested: '3' },
  'Delay Approved': { delayApproved: '3' },
  'CO Type': { type: null },
  Status: { status: '2' },
  Notes: { notes: 'See the file' },
};
const primeEdits: Readonly<Record<string, Partial<PrimeLine>>> = {
  Description: { description: 'Another line' },
  Requested: { requested: '1000.01' },
  Approved: { approved: '-950.00' },
  'Cost Code': { costCode: '3300.000' },
  'Cost Type': { costType: '9' },
};
const budgetEdits: Readonly<Record<string, Partial<BudgetLine>>> = {
  Description: { description: 'Another line' },
  'Budget Hours': { hours: '12.51' },
  'Budget Units': { units: '0.0001' },
  'Budget Amount': { amount: '760.01' },
  'Cost Code': { costCode: '16101.000' },
  'Cost Type': { costType: '9' },
  Vendor: { vendor: '501' },
  Subcontract: { subcontract: '9001' },
  'Subcontract Line': { subcontractLine: '1' },
  'Change#': { changeNumber: '850-1' },
  Status: { status: '1' },
};

const labels = ({ differences }: Candidate['compared']) => differences.map(({ label }) => label);
const withLine = <T>(lines: readonly T[], change: Partial<T>) => lines.map((line) => ({ ...line, ...change }));

describe('a new change order that a person types', () => {
  it('is equal where a field that nobody filled in holds what the database puts there: 0, or nothing', () => {
    const empty = { vendor: '0', subcontract: '0', subcontractLine: '0', changeNumber: ' ', status: '0' };
    expect(compare(plan, { ...typed, budget: withLine(typed.budget, empty) }).differences).toEqual([]);
  });

  it('is equal when it is typed exactly as planned, in whatever order the lines come', () => {
    fc.assert(
      fc.property(validInput, fc.nat(1000), (some, seed) => {
        const exact = typedFor(some);
        const other = { ...exact, prime: shuffled(exact.prime, seed), budget: shuffled(exact.budget, seed) };
        const [found, ...others] = candidatesOf(planned(some), [other], nobody);
        expect(others).toEqual([]);
        expect(found?.compared.differences).toEqual([]);
        expect(certainOf(found === undefined ? [] : [found])?.changeOrder.record).toBe(exact.record);
      }),
      { numRuns: 200 },
    );
  });

  it.each(Object.entries(headerEdits))('is found and differs by name when %s is another one', (label, edit) => {
    const found = candidatesOf(plan, [{ ...typed, ...edit }], nobody);
    expect(found.map(({ compared }) => labels(compared))).toEqual([[label]]);
    expect(certainOf(found)).toBeNull();
  });

  it.each(Object.entries(primeEdits))('names the prime line whose %s is another one', (label, edit) => {
    const found = candidatesOf(plan, [{ ...typed, prime: withLine(typed.prime, edit) }], nobody);
    expect(found.map(({ compared }) => labels(compared))).toEqual([[label]]);
    expect(found[0]?.compared.differences[0]?.place).toBe('Prime Change Details, line 1');
  });

  it.each(Object.entries(budgetEdits))('names the budget line whose %s is another one', (label, edit) => {
    const found = candidatesOf(plan, [{ ...typed, budget: withLine(typed.budget, edit) }], nobody);
    expect(found.map(({ compared }) => labels(compared))).toEqual([[label]]);
    expect(found[0]?.compared.differences[0]?.place).toBe('Budget and Sub Change Details, line 1');
  });

  it('names any single changed field of any line, whatever else there is', () => {
    const change = fc.constantFrom<Partial<BudgetLine>>(
      { amount: '123456.78' },
      { hours: '99999.99' },
      { costType: null },
    );
    fc.assert(
      fc.property(validInput, fc.nat(20), change, (some, at, edit) => {
        const exact = typedFor(some);
        fc.pre(exact.budget.length > 0);
        const index = at % exact.budget.length;
        const budgets = exact.budget.map((line, other) => (other === index ? { ...line, ...edit } : line));
        const before = exact.budget[index];
        fc.pre(
          before !== undefined && Object.entries(edit).every(([name, value]) => Reflect.get(before, name) !== value),
        );
        const { differences } = compare(planned(some), { ...exact, budget: budgets });
        expect(differences.length).toBeGreaterThanOrEqual(1);
        expect(differences.every(({ place }) => place.startsWith('Budget and Sub'))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('names lines that are missing and lines that nobody planned', () => {
    const extra = { ...typed.budget[0], line: '2', description: 'Not planned' } as BudgetLine;
    expect(compare(plan, { ...typed, prime: [], budget: [...typed.budget, extra] }).differences).toEqual([
      {
        place: 'Prime Change Details',
        label: 'Prime line: COR 12 Relocate panel',
        planned: 'typed',
        typed: 'not there',
      },
      {
        place: 'Budget and Sub Change Details, line 2',
        label: 'Description',
        planned: 'no such line',
        typed: 'Not planned',
      },
    ]);
  });

  it('is looked for among the newcomers of the job that belong to nobody', () => {
    const none = (known: Partial<Known>, other: Partial<ChangeOrder> = {}) =>
      candidatesOf(plan, [{ ...typed, ...other }], { ...nobody, ...known }).length;
    expect(none({ newestRecord: typed.record })).toBe(0);
    expect(none({ linked: new Set([typed.record]) })).toBe(0);
    expect(none({}, { job: '2404' })).toBe(0);
    expect(none({})).toBe(1);
  });

  it('is found by its typed number though everything else is another one', () => {
    const numbered = planned(given({ draft: { header: header({ numbering: 'typed', number: 'ASI 9' }) } }));
    const strange = { ...typed, number: 'asi 9', description: 'x', prime: [], budget: [] };
    const alike = { ...typed, record: '9999', number: '12', description: 'y', prime: [], budget: [] };
    expect(candidatesOf(numbered, [strange, alike], nobody).map(({ changeOrder: { number } }) => number)).toEqual([
      'asi 9',
    ]);
  });

  it('is asked about when two are equal, and taken when one of them is not', () => {
    const twin = { ...typed, record: '9500', number: '99' };
    const two = candidatesOf(plan, [typed, twin], nobody);
    expect([two.length, certainOf(two)]).toEqual([2, null]);
    const one = candidatesOf(plan, [typed, { ...twin, status: '2' }], nobody);
    expect(certainOf(one)?.changeOrder.record).toBe(typed.record);
  });

  it('says in the receipt which line of Sage each planned line became', () => {
    const two = given({ draft: { prime: [prime(), prime({ id: 'p2', description: 'Second', approved: '1.00' })] } });
    const exact = typedFor(two);
    const turned = {
      ...exact,
      prime: [...exact.prime].reverse().map((line, at) => ({ ...line, line: String(at + 1) })),
    };
    const lines = compare(planned(two), turned).rows.filter(({ table }) => table === 'pmcgln');
    expect(lines.map(({ step, key }) => [step, key.linnum])).toEqual([
      ['prime.0', '2'],
      ['prime.1', '1'],
    ]);
  });
});

describe('a change of a change order that is there', () => {
  const target = changeOrder();
  const targetFacts = { changeOrders: [target], links: [] };
  const append = given({
    draft: { target: { mode: 'existing', record: target.record }, prime: [prime({ description: 'New line' })] },
    facts: targetFacts,
  });

  it('is not found before anything of it can be seen', () => {
    expect(candidatesOf(planned(append), [target], nobody)).toEqual([]);
    const update = givenUpdate(target, { draft: { prime: [prime({ line: '1', approved: '975.00' })] } });
    expect(candidatesOf(planned(update), [target], nobody)).toEqual([]);
  });

  it('is linked when lines were added exactly as planned, after those that were there', () => {
    const found = candidatesOf(planned(append), [typedFor(append)], nobody);
    expect(certainOf(found)?.changeOrder.prime).toHaveLength(2);
  });

  it('does not take the lines of another push for its own', () => {
    const done = typedFor(append);
    const owned = new Set(['pmcgln 2', 'sbcgln 2']);
    expect(candidatesOf(planned(append), [done], { ...nobody, owned })).toEqual([]);
  });

  it('names what is not there yet of it', () => {
    const half = { ...typedFor(append), budget: target.budget };
    expect(candidatesOf(planned(append), [half], nobody).map(({ compared }) => labels(compared))).toEqual([
      ['Budget line: Panel labor'],
    ]);
  });

  it('is linked when every changed field of an update holds what was approved', () => {
    const update = givenUpdate(target, {
      draft: {
        header: header({ description: 'Both panels' }),
        prime: [prime({ line: '1', approved: '975.00' })],
        budget: [budget({ line: '1', share: '1000.00' })],
      },
    });
    const exact = typedFor(update);
    expect(certainOf(candidatesOf(planned(update), [exact], nobody))).not.toBeNull();
    const half = { ...exact, description: target.description };
    expect(candidatesOf(planned(update), [half], nobody).map(({ compared }) => labels(compared))).toEqual([
      ['Description'],
    ]);
  });

  it('is linked when a voided change order is void in Sage', () => {
    const voided = given({
      draft: { ...draft(), target: { mode: 'void', record: target.record, status: '5' }, prime: [], budget: [] },
      facts: { changeOrders: [target], links: [link(target)] },
    });
    expect(candidatesOf(planned(voided), [target], nobody)).toEqual([]);
    expect(certainOf(candidatesOf(planned(voided), [{ ...target, status: '5' }], nobody))).not.toBeNull();
    const other = candidatesOf(planned(voided), [{ ...target, status: '6' }], nobody);
    expect(other.map(({ compared }) => compared.differences)).toEqual([
      [{ place: 'Change order', label: 'Status', planned: '5-Void', typed: '6-Rejected' }],
    ]);
  });
});
