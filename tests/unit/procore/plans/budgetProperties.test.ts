import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScaled } from '#shared/domain/decimal.ts';
import { addMoney, isZero, sumMoney, zero } from '#shared/domain/money.ts';
import { namedSums, type Plan } from '#shared/domain/plan.ts';
import { planBudgetExport } from '#shared/domain/plans/budgetExport.ts';
import { cellKey, procoreCells, type SageBudgetRow, sageCells, totalsOf } from '#shared/domain/procore/budgetCells.ts';
import { type CostTypeNumber, costTypeNumbers } from '#shared/domain/sage/enumerations.ts';
import { budgetColumnOfCostType } from '#shared/domain/sage/schema/budgets.ts';
import { codeList, job, planning, planOf, procoreRow, refusalsOf, sageRow, valuesOf } from './given.ts';

const codes = ['12.100', '12.200', '13.000', '16100.000'];
const pairs = {
  codes: new Map(codes.map((code) => [`P${code}`, code])),
  types: new Map(costTypeNumbers.map((type) => [`T${type}`, type])),
};

const money = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).map((cents) => formatScaled(cents, 2));
const code = fc.constantFrom(...codes);
const type = fc.constantFrom(...costTypeNumbers);
const procoreRows = fc
  .uniqueArray(fc.record({ code, type, original: money, changes: fc.oneof(fc.constant(zero), money) }), {
    selector: (row) => cellKey(row.code, row.type),
    maxLength: 25,
  })
  .map((rows) => rows.map((row) => procoreRow(`P${row.code}`, `T${row.type}`, row.original, row.changes)));
const sageRows = fc
  .uniqueArray(fc.record({ code, amounts: fc.dictionary(type, money) }), { selector: (row) => row.code })
  .map((rows) =>
    rows.map((row, index) =>
      sageRow(String(index + 1), row.code, row.amounts as Partial<Record<CostTypeNumber, string>>),
    ),
  );

const input = { ...planning, job, pairs, costCodes: codeList(...codes) };

/** What Sage holds after the plan, by its own rows. */
function applied(rows: readonly SageBudgetRow[], plan: Plan): readonly SageBudgetRow[] {
  const after = [...rows];
  for (const step of plan.steps.filter(({ table }) => table === 'bdglin')) {
    const values = valuesOf(step);
    const written = Object.fromEntries(
      costTypeNumbers.flatMap((one) => {
        const text = values[budgetColumnOfCostType[one]];
        return text === undefined || text === null ? [] : [[one, text]];
      }),
    );
    if (step.op === 'insert') {
      after.push({ ...sageRow(String(after.length + 1), values.cstcde ?? '', written), total: values.ttlbdg ?? zero });
      continue;
    }
    const index = after.findIndex(({ line }) => line === step.key.linnum);
    const row = after[index];
    if (row !== undefined)
      after[index] = { ...row, amounts: { ...row.amounts, ...written }, total: values.ttlbdg ?? row.total };
  }
  return after;
}

describe('any budget', () => {
  it('R-041 is the same on both sides after it was exported, cell by cell and to the cent', () => {
    fc.assert(
      fc.property(procoreRows, fc.option(sageRows, { nil: null }), (rows, before) => {
        const sage = before === null ? null : { locked: false, rows: before };
        const planned = planBudgetExport({ ...input, rows, exported: null, sage });
        const { cells } = procoreCells(rows, pairs);
        const after = planned.ok ? applied(before ?? [], planned.plan) : (before ?? []);
        for (const [key, cell] of cells) expect(sageCells(after).get(key) ?? zero).toBe(cell.revised);
        for (const [key, amount] of sageCells(before ?? [])) {
          if (!cells.has(key)) expect(sageCells(after).get(key)).toBe(amount);
        }
        for (const row of after) expect(row.total).toBe(sumMoney(Object.values(row.amounts)));
        if (!planned.ok) return;
        const [original, changes, revised, written] = namedSums(planned.plan).map(({ amount }) => amount);
        expect({ original, changes, revised }).toEqual(totalsOf(cells.values()));
        const total = (list: readonly SageBudgetRow[]) => sumMoney([...sageCells(list).values()]);
        expect(addMoney(total(before ?? []), written ?? '')).toBe(total(after));
      }),
    );
  });

  it('R-041 of rows alone becomes columns and the same rows again', () => {
    fc.assert(
      fc.property(procoreRows, (rows) => {
        const planned = planBudgetExport({ ...input, rows, exported: null, sage: null });
        const after = planned.ok ? applied([], planned.plan) : [];
        const money = [...procoreCells(rows, pairs).cells].filter(([, { revised }]) => !isZero(revised));
        expect(new Map(sageCells(after))).toEqual(new Map(money.map(([key, { revised }]) => [key, revised])));
      }),
    );
  });

  it('R-044 that is sent again without a change writes nothing', () => {
    fc.assert(
      fc.property(procoreRows, sageRows, (rows, before) => {
        const first = planBudgetExport({ ...input, rows, exported: null, sage: { locked: false, rows: before } });
        const after = first.ok ? applied(before, first.plan) : before;
        const exported = new Map(
          [...procoreCells(rows, pairs).cells].map(([key, { revised }]) => [key, revised] as const),
        );
        const again = planBudgetExport({ ...input, rows, exported, sage: { locked: false, rows: after } });
        expect(refusalsOf(again)).toEqual([expect.stringContaining('there is nothing to write')]);
      }),
    );
  });

  it('R-044 that is sent again writes what changed and nothing else', () => {
    fc.assert(
      fc.property(procoreRows, procoreRows, (rows, later) => {
        const first = planBudgetExport({ ...input, rows, exported: null, sage: null });
        const after = first.ok ? applied([], first.plan) : [];
        const exported = new Map(
          [...procoreCells(rows, pairs).cells].map(([key, { revised }]) => [key, revised] as const),
        );
        const second = planBudgetExport({ ...input, rows: later, exported, sage: { locked: false, rows: after } });
        const { cells } = procoreCells(later, pairs);
        const end = second.ok ? applied(after, second.plan) : after;
        for (const key of new Set([...cells.keys(), ...exported.keys()])) {
          expect(sageCells(end).get(key) ?? zero).toBe(cells.get(key)?.revised ?? zero);
        }
        if (second.ok) planOf(second);
      }),
    );
  });
});
