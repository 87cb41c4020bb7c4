import { useMemo } from 'react';
import { type AllocatedLine, type Allocation, allocate, priceOf } from '#shared/domain/allocation.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { type Money, subtractMoney, sumMoney } from '#shared/domain/money.ts';

export type CorAllocation = Allocation & { readonly corId: string; readonly price: Money };

export type Allocations = {
  readonly byCor: ReadonlyMap<string, CorAllocation>;
  readonly byLine: ReadonlyMap<string, AllocatedLine>;
  readonly price: Money;
  readonly budget: Money;
  readonly left: Money;
};

/** What every COR's price becomes in the budget, worked out as the planner does it. */
export function useAllocations({ corIds, prime, budget, header }: Draft): Allocations {
  return useMemo(() => {
    const done = corIds.map((corId): CorAllocation => {
      const price = priceOf(corId, prime, header.status);
      const lines = budget.filter((line) => line.corId === corId);
      return { corId, price, ...allocate(price, lines) };
    });
    const price = sumMoney(done.map((cor) => cor.price));
    const shares = sumMoney(done.map((cor) => cor.shares));
    return {
      byCor: new Map(done.map((cor) => [cor.corId, cor])),
      byLine: new Map(done.flatMap((cor) => cor.lines.map((line) => [line.id, line]))),
      price,
      budget: sumMoney(done.map((cor) => cor.budget)),
      left: subtractMoney(price, shares),
    };
  }, [corIds, prime, budget, header.status]);
}
