import { expect, test } from './app.ts';

test('Home says the truth about both sides and leads to the first steps', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'A few steps are left until the first change order.',
  );
  await page.getByRole('link', { name: 'Map your first project to a Sage job.' }).click();
  await expect(page).toHaveURL(/#\/projects\/not-mapped/);
});
