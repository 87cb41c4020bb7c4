import { expect, test } from 'vitest';
import { procoreBudgetSchema } from '#shared/domain/procore/records.ts';
import type { ProcoreOptions } from '../../electron/clouds/procore/client.ts';
import { createProcoreAccount } from '../../electron/clouds/procore/client.ts';
import { failureOf, value } from './clearstoryRig.ts';
import { type Answer, startFarEnd } from './procoreRig.ts';
import { wbsCodes } from './procoreWire.ts';

const inside = '/rest/v1.0/projects/225096';
const adjustments = '/rest/v2.0/companies/1001/projects/225096/budget_changes/adjustment_line_items';

const row = (more: object = {}) => ({
  id: 567001,
  wbs_code_id: 8800123,
  original_budget_amount: '50000.0',
  budget_modifications: '2500.0',
  'Revised Budget': '52500.0',
  ...more,
});

async function startAccount(answers: Readonly<Record<string, unknown>>, options: Partial<ProcoreOptions> = {}) {
  const all: Readonly<Record<string, unknown>> = {
    [`${inside}/work_breakdown_structure/wbs_codes`]: wbsCodes,
    [`${inside}/budget`]: { locked: true },
    [`${inside}/budget_changes`]: { data: [] },
    '/rest/v1.0/budget_views': [
      { id: 1, name: 'Forecast' },
      { id: 2, name: 'Procore Standard Budget' },
    ],
    '/rest/v1.0/budget_views/2/detail_rows': [
      row(),
      row({ id: null, wbs_code_id: 8800200, original_budget_amount: '0.0', budget_modifications: null }),
    ],
    ...answers,
  };
  const farEnd = await startFarEnd(({ path }): Answer | null => {
    const body = all[path];
    return body === undefined ? null : { body };
  });
  return { ...farEnd, account: createProcoreAccount({ ...farEnd.options, ...options }) };
}

test('a budget comes whole through the standard view, with its codes and what was never budgeted', async () => {
  const { account, calls } = await startAccount({});
  expect(procoreBudgetSchema.parse(value(await account.budget('225096')))).toEqual({
    project: '225096',
    locked: true,
    modifications: true,
    rows: [
      {
        id: '567001',
        coding: {
          wbsCode: '8800123',
          costCode: '1472',
          fullCode: '01-100',
          costType: '47',
          costTypeCode: 'L',
          subJob: '310',
        },
        original: '50000.00',
        changes: '2500.00',
        quantity: null,
        unit: null,
      },
      expect.objectContaining({ id: null, original: '0.00', changes: '0.00' }),
    ],
  });
  const rows = calls().find(({ path }) => path.endsWith('/detail_rows'));
  expect(rows?.query.get('budget_row_type')).toBe('all');
});

test('budget changes count instead of modifications once there are any, and only approved ones', async () => {
  const { account } = await startAccount({
    [`${inside}/budget_changes`]: {
      data: [
        { id: 3301, status: 'approved', amount: 0 },
        { id: 3302, status: 'draft', amount: 9 },
      ],
    },
    [adjustments]: {
      data: [
        { id: '1', type: 'change_event', budget_change_id: '3301', wbs_code_id: '8800200', amount: 5000 },
        { id: '1', type: 'budget_change', budget_change_id: '3301', wbs_code_id: '8800123', amount: -5000.1 },
        { id: '2', type: 'budget_change', budget_change_id: '3301', wbs_code_id: '8800123', amount: '0.05' },
        { id: '3', type: 'change_event', budget_change_id: '3302', wbs_code_id: '8800123', amount: 9 },
      ],
    },
  });
  const budget = value(await account.budget('225096'));
  expect(budget.modifications).toBe(true);
  expect(budget.rows.map(({ changes }) => changes)).toEqual(['-5000.05', '5000.00']);
});

test('a budget with a row or a change that cannot be read fails: sums without it would be wrong', async () => {
  const broken = await startAccount({
    '/rest/v1.0/budget_views/2/detail_rows': [row(), row({ id: 5, original_budget_amount: 'x' })],
  });
  expect(failureOf(await broken.account.budget('225096'))).toMatchObject({ code: 'procore.unreadable' });
  const silent = await startAccount({ [`${inside}/budget`]: {} });
  expect(failureOf(await silent.account.budget('225096')).sentence).toContain('whether it is locked');
});

test('a chosen view is taken by its name, and a missing one is told with what there is', async () => {
  const chosen = await startAccount({ '/rest/v1.0/budget_views/1/detail_rows': [] }, { budgetView: () => 'forecast' });
  expect(value(await chosen.account.budget('225096')).rows).toEqual([]);
  const missing = await startAccount({}, { budgetView: () => 'Mine' });
  const failure = failureOf(await missing.account.budget('225096'));
  expect(failure.code).toBe('procore.budgetView');
  expect(failure.sentence).toContain('“Forecast”, “Procore Standard Budget”');
});

test('original amounts are not written into a locked budget', async () => {
  const { account, calls } = await startAccount({});
  const rows = [{ code: '01-100', type: 'L', subJob: null, amount: '1.00' }];
  const failure = failureOf(await account.write({ op: 'budget.rows', project: '225096', rows }, []));
  expect(failure.code).toBe('procore.budgetLocked');
  expect(calls().filter(({ method }) => method !== 'GET')).toEqual([]);
});
