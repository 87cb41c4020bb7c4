import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScaled } from '#shared/domain/decimal.ts';
import { approval, createPlan } from './sageCompanyPlans.ts';
import { adapters, companyOver, got, sampleFiles } from './sageCompanyRig.ts';

const files = sampleFiles();
/** decimal(12,2): ten digits before the point. */
const widest = 10n ** 12n - 1n;

describe.each(adapters)('money over $name', (adapter) => {
  it('survives a change order of 500 lines to the last digit, whatever the amounts', async () => {
    const file = files.fresh();
    const company = companyOver(() => adapter.open(file));
    const cents = fc.sample(fc.bigInt({ min: -widest, max: widest }), 500);
    const amounts = cents.map((value) => formatScaled(value, 2));
    const outcome = await company.apply(createPlan({ amounts }), approval('transfer-1'));
    if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome));
    const order = got(await company.changeOrder(outcome.receipt.record));
    expect(order?.budget.map(({ amount }) => amount)).toEqual(amounts);
    expect(order?.prime.map(({ requested }) => requested)).toEqual(amounts);
    expect(order?.budget.map(({ line }) => line)).toEqual(amounts.map((_, index) => String(index + 1)));
  });
});
