import { expect, test } from 'vitest';
import { sumMoney } from '#shared/domain/money.ts';
import type { ReadList } from '../../electron/engine/ports/procoreAccount.ts';
import { value } from './clearstoryRig.ts';
import { all, startClientRig } from './procoreClientRig.ts';

/** The product's own client against the practice server: two readings of the same reference have to meet. */
test.each(['midProject', 'newCompany'] as const)('the client reads all of %s, and every record of it', async (seed) => {
  const { account, sandbox } = await startClientRig({ seed });
  const { control } = sandbox;
  const projects = value(await account.projects(all));
  const { steps } = value(await account.test());
  // A company without a project is told that none is visible.
  expect(steps.filter(({ ok }) => !ok)).toHaveLength(seed === 'newCompany' ? 1 : 0);
  const lists: ReadList<{ readonly id: string }>[] = [
    projects,
    value(await account.vendors(all)),
    value(await account.companyCostCodes()),
    value(await account.costTypes()),
  ];
  for (const { id } of control.records('projects')) {
    value(await account.project(id));
    const subJobs = value(await account.subJobs(id));
    const inside = subJobs.records.map((subJob) => subJob.id);
    lists.push(subJobs, value(await account.projectCostCodes(id, inside)));
    lists.push(value(await account.commitments(id, all)));
    lists.push(value(await account.changes(id, all)), value(await account.invoices(id, all)));
    const { rows } = value(await account.budget(id));
    const lines = control.records('budgetLines').filter((line) => line.project_id === id);
    expect(sumMoney(rows.map(({ original }) => original))).toBe(
      sumMoney(lines.map((line) => line.original_budget_amount)),
    );
  }
  expect(lists.flatMap(({ unreadable }) => unreadable)).toEqual([]);
  expect(lists[1]?.records).toHaveLength(control.records('vendors').length);
  // One login for all of it, while the token lives.
  expect(control.calls()['POST /oauth/token']).toBe(2);
});

test('an id longer than a double holds comes through the client whole', async () => {
  const { account } = await startClientRig();
  const { records } = value(await account.vendors(all));
  expect(records.map(({ id }) => id)).toContain('9007199254740993');
});
