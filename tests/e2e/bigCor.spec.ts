import { sumMoney } from '#shared/domain/money.ts';
import { expect, test } from './app.ts';
import { draftOf, type Edit, mapJobs } from './steps.ts';
import { atStep, field, next, push } from './wizard.ts';

/** 500 budget lines of 36.84 and 36.85, which together are the COR's 18,422.35. */
const fiveHundred: Edit = (draft) => ({
  ...draft,
  budget: Array.from({ length: 500 }, (_, index) => ({
    id: `b${index + 1}`,
    corId: draft.corIds[0] ?? '',
    description: `Outlet ${index + 1}`,
    costCode: '3300.000',
    costType: '4',
    shareMode: 'amount' as const,
    share: index < 235 ? '36.85' : '36.84',
    multiplier: '1',
    hours: '',
    units: '',
    subcontract: null,
    line: null,
  })),
});

test('a COR with 500 lines is edited, reviewed and pushed like any other', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const id = await draftOf(app, [/Add medical gas outlets/], fiveHundred);
  await app.go(`#/add/${id}/3`);
  await atStep(app, 3);
  await expect(page.getByRole('definition').filter({ hasText: 'All allocated' })).toBeVisible();
  await expect(field(app, 'Description', 1)).toHaveValue('Outlet 1');
  // Only what is in view is in the page.
  expect(await page.getByRole('row').count()).toBeLessThan(80);
  await field(app, 'Description', 1).fill('Zone valve – 5″');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await next(app, 4);
  await expect(page.getByText('50 of 502 rows')).toBeVisible();
  await push(app, /^Change order 9 is in Sage$/);
  await expect(page.getByText('502 rows were read back, all equal to the cent.')).toBeVisible();

  const lines = await app.inSage(
    "SELECT linnum, dscrpt, bdgprc FROM sbcgln WHERE recnum = (SELECT recnum FROM prmchg WHERE jobnum = 2402 AND chgnum = '9') ORDER BY linnum",
  );
  expect(lines).toHaveLength(500);
  expect(lines[0]).toEqual({ linnum: 1, dscrpt: 'Zone valve – 5″', bdgprc: '36.85' });
  expect(lines[499]).toEqual({ linnum: 500, dscrpt: 'Outlet 500', bdgprc: '36.84' });
  expect(sumMoney(lines.map(({ bdgprc }) => String(bdgprc)))).toBe('18422.35');
});
