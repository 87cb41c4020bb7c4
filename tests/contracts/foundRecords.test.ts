import { describe, expect, it } from 'vitest';
import { compareRecord } from '#shared/domain/handEntry/compareRecord.ts';
import { compareTyped } from '#shared/domain/handEntry/compareTyped.ts';
import { headerTable } from '#shared/domain/plan.ts';
import { everyItemPlan } from '../statements/itemPlans.ts';
import { type Applying, everyPlan } from '../statements/plans.ts';
import { approval } from './sageCompanyPlans.ts';
import { companyOver, embedded, got, sampleFiles } from './sageCompanyRig.ts';

const files = sampleFiles();
const asItIs = (_: string, value: string) => value;

/** Each plan is written, and written again: what is read where its proof is found is equal to it in every field. */
function writtenTwice(file: string): Applying {
  const company = companyOver(() => embedded.open(file));
  return async ({ title, plan }) => {
    expect(await company.apply(plan, approval(title))).toMatchObject({ outcome: 'applied' });
    const again = await company.apply(plan, approval(title));
    if (again.outcome !== 'alreadyApplied') throw new Error(`${title}: ${again.outcome}`);
    const { changeOrder, marker } = again;
    if (changeOrder !== null) {
      expect(compareTyped({ plan, changeOrder, owned: new Set(), shownAs: asItIs }).differences, title).toEqual([]);
      return;
    }
    expect(headerTable(plan)).not.toBe('prmchg');
    const [found, ...others] = got(await company.typedRecords(plan, marker.record));
    if (found === undefined) throw new Error(`${title} is not found`);
    expect(others).toEqual([]);
    const { differences, rows } = compareRecord(plan, found, asItIs);
    expect(differences, title).toEqual([]);
    expect(rows.length, title).toBeGreaterThan(0);
  };
}

describe('what was written is read as it was approved, where its proof is found', () => {
  it.each(['table', 'recordFields'] as const)('change orders of every kind, with proofs in the %s', (markers) => {
    const file = files.fresh();
    return everyPlan(file, writtenTwice(file), markers);
  });

  it('everything that comes from Procore', () => {
    const file = files.fresh();
    return everyItemPlan(file, writtenTwice(file));
  });
});
