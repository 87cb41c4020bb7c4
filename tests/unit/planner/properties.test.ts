import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/domain/canonicalJson.ts';
import { fitsDecimal } from '#shared/domain/decimal.ts';
import { addMoney, subtractMoney } from '#shared/domain/money.ts';
import { type ChangeOrderPlan, type Plan, planSchema } from '#shared/domain/plan.ts';
import type { PlanningInput } from '#shared/domain/plans/changeOrder/input.ts';
import { planChangeOrder } from '#shared/domain/plans/changeOrder.ts';
import { columnOf, tableNamed } from '#shared/domain/sage/schema/tables.ts';
import { applied } from './applied.ts';
import { validInput } from './arbitraries.ts';
import { planned } from './given.ts';
import { values } from './reading.ts';

const runs = { numRuns: 100 };
const always = (holds: (input: PlanningInput, plan: ChangeOrderPlan) => void) =>
  fc.assert(
    fc.property(validInput, (input) => holds(input, planned(input))),
    runs,
  );
const sumOf = (plan: Plan, table: string, column: string) =>
  addMoney(...plan.steps.filter((step) => step.table === table).map((step) => values(step)[column] ?? '0.00'));

describe('any new change order', () => {
  it('has header totals that are the sums of its lines, to the cent', () => {
    always((_, plan) => {
      const [head] = plan.steps;
      if (head === undefined) throw new Error('No header');
      const { reqamt, appamt, cstamt } = values(head);
      const sums = [sumOf(plan, 'pmcgln', 'reqprc'), sumOf(plan, 'pmcgln', 'aprprc'), sumOf(plan, 'sbcgln', 'bdgprc')];
      expect([reqamt, appamt, cstamt]).toEqual(sums);
      expect([plan.controls.requested, plan.controls.approved, plan.controls.budget]).toEqual(sums);
    });
  });

  it('has the same plan for the same draft and facts, which survives its schema', () => {
    always((input, plan) => {
      expect(canonicalJson(planned(structuredClone(input)))).toBe(canonicalJson(plan));
      expect(planSchema.parse(plan)).toEqual(plan);
    });
  });

  it('has step ids that are unique, copies that come after what they copy, and no column twice', () => {
    always((_, plan) => {
      const ids = plan.steps.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [index, { columns }] of plan.steps.entries()) {
        expect(new Set(columns.map(({ column }) => column)).size).toBe(columns.length);
        for (const { cell } of columns) if (cell.kind === 'copy') expect(ids.slice(0, index)).toContain(cell.step);
      }
    });
  });

  it('names only columns that Sage has, with texts that fit them', () => {
    always((_, plan) => {
      const misfits: string[] = [];
      for (const { table, columns, key } of plan.steps) {
        for (const name of Object.keys(key)) columnOf(tableNamed(table), name);
        for (const { column, cell } of columns)
          if (!fits(table, column, cell.kind === 'text' ? cell.text : '')) misfits.push(`${table}.${column}`);
      }
      for (const { table, where, columns } of plan.checks) {
        for (const name of [...Object.keys(where), ...Object.keys(columns)]) columnOf(tableNamed(table), name);
      }
      expect(misfits).toEqual([]);
    });
  });

  it('gives every required column of a new row a value', () => {
    always((_, plan) => {
      const missing = plan.steps
        .filter(({ op }) => op === 'insert')
        .flatMap((step) => {
          const given = values(step);
          const required = tableNamed(step.table).columns.filter(({ required, name }) => required || name === '_idref');
          return required.filter(({ name }) => !given[name]).map(({ name }) => `${step.id} ${name}`);
        });
      expect(missing).toEqual([]);
    });
  });

  it('has nothing left to update once it is in Sage', () => {
    always((input, plan) => {
      const again = planChangeOrder(applied(input, plan).next);
      expect(again.ok ? again.plan.steps : again.refusals.map(({ sentence }) => sentence)).toEqual([
        expect.stringContaining('Nothing differs'),
      ]);
    });
  });

  it('gives every subcontract back exactly what it took when it is voided', () => {
    always((input, plan) => {
      const { next, changeOrder } = applied(input, plan);
      const target = { mode: 'void' as const, record: changeOrder.record, status: '5' as const };
      const after = applied(
        { ...next, draft: { ...next.draft, target } },
        planned({ ...next, draft: { ...next.draft, target } }),
      );
      const before = input.facts.subcontracts;
      expect(after.changeOrder.status).toBe('5');
      expect(after.next.facts.subcontracts.map(totalsOf)).toEqual(before.map(totalsOf));
      for (const [index, { lines }] of after.next.facts.subcontracts.entries()) {
        const old = before[index]?.lines ?? [];
        expect(lines.slice(0, old.length)).toEqual(old);
        for (const line of lines.slice(old.length))
          expect([line.change, line.contract, line.remaining]).toEqual(Array(3).fill('0.00'));
      }
    });
  });

  it('ends with the same figures whether written at once or open first and approved later', () => {
    always((input, plan) => {
      const open = { ...input.draft.header, status: '2', approvedOn: '' };
      const first = applied(
        { ...input, draft: { ...input.draft, header: open } },
        planned({ ...input, draft: { ...input.draft, header: open } }),
      );
      const later = { ...first.next, draft: { ...first.next.draft, header: input.draft.header } };
      const result = planChangeOrder(later);
      const end = result.ok ? applied(later, result.plan).changeOrder : first.changeOrder;
      const { userDefined1: _, number: __, ...expected } = applied(input, plan).changeOrder;
      expect(end).toMatchObject(expected);
    });
  });
});

function fits(table: string, column: string, text: string | null): boolean {
  const described = columnOf(tableNamed(table), column);
  if (text === null) return described.nullable;
  if (described.type === 'text') return described.length === 'max' || text.length <= described.length;
  return described.type !== 'decimal' || text === '' || fitsDecimal(text, described.precision, described.scale);
}

function totalsOf({ changes, total, balance, original }: PlanningInput['facts']['subcontracts'][number]) {
  return { changes, total, balance, original, grew: subtractMoney(total, original) };
}
