import { expect, test } from 'vitest';
import { sumMoney } from '#shared/domain/money.ts';
import type { ReadList } from '../../electron/engine/ports/procoreAccount.ts';
import { value } from './clearstoryRig.ts';
import { startProcoreRig } from './procoreSandboxRig.ts';
import { accountOf } from './procoreStoryRig.ts';

/** The product's own client against the practice server: two readings of the same reference have to meet. */
const everything = { updatedFrom: null };

test.each(['midProject', 'newCompany'] as const)('the client reads all of %s, and every record of it', async (seed) => {
  const rig = await startProcoreRig({ seed });
  const account = accountOf(rig);
  const { control } = rig.sandbox;
  const projects = value(await account.projects(everything));
  const { steps } = value(await account.test());
  // A company without a project is told that none is visible.
  expect(steps.filter(({ ok }) => !ok)).toHaveLength(seed === 'newCompany' ? 1 : 0);
  const lists: ReadList<{ readonly id: string }>[] = [
    projects,
    value(await account.vendors(everything)),
    value(await account.companyCostCodes()),
    value(await account.costTypes()),
  ];
  for (const { id } of control.records('projects')) {
    value(await account.project(id));
    lists.push(value(await account.subJobs(id)), value(await account.projectCostCodes(id)));
    lists.push(value(await account.commitments(id, everything)));
    lists.push(value(await account.changes(id, everything)), value(await account.invoices(id, everything)));
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

test('change orders are read in every number of tiers, whatever the list says where there are three', async () => {
  const rig = await startProcoreRig();
  const account = accountOf(rig);
  for (const threeTiers of ['refused', 'empty'] as const) {
    rig.sandbox.control.setFaults({ threeTiers });
    const { records } = value(await account.changes(rig.project('2412'), everything));
    expect(records).toMatchObject([
      { title: 'Replace spalled brick', grandTotal: '8300.00', lines: [{ amount: '8300.00' }] },
    ]);
  }
});

test('an id longer than a double holds comes through the client whole', async () => {
  const rig = await startProcoreRig();
  const { records } = value(await accountOf(rig).vendors(everything));
  expect(records.map(({ id }) => id)).toContain('9007199254740993');
});
