import { expect, test } from './app.ts';
import { ask, mapJobs, openDetail, pushCor, toast } from './steps.ts';
import { addToSage, atStep, choice, field } from './wizard.ts';

const everything = { search: '', offset: 0, limit: 200 };

test('a likely job is suggested for a project, and taken only when a person chooses it', async ({ app }) => {
  const { page } = app;
  await ask(app, 'sync.now', { side: 'all' });
  await app.go('#/projects/not-mapped');
  const row = page.getByRole('row', { name: /Pier 24 - Thea Foss/ });
  await expect(row).toContainText('Likely match: 2408 Thea Foss Waterway Pier 24');
  await row.click();
  const panel = page.getByRole('dialog', { name: 'Pier 24 - Thea Foss' });
  await expect(panel).toContainText('Not mapped');
  await panel.getByRole('button', { name: 'Edit' }).click();
  await expect(panel.getByRole('combobox', { name: 'Sage job' })).toHaveValue('');
  await expect(panel.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect((await ask(app, 'projects.list', { tab: 'mapped', ...everything })).total).toBe(0);

  await panel.getByRole('combobox', { name: 'Sage job' }).click();
  await expect(page.getByRole('option').first()).toContainText('Likely match: the name is much like');
  await page.getByRole('option', { name: /^2408/ }).click();
  await panel.getByRole('button', { name: 'Save' }).click();

  await expect(toast(app, '“Pier 24 - Thea Foss” is mapped to Sage job 2408.')).toBeVisible();
  await page.getByRole('tab', { name: 'Mapped (1)', exact: true }).click();
  await expect(page.getByRole('row', { name: /Pier 24 - Thea Foss/ })).toContainText('2408 Thea Foss Waterway Pier 24');
  const { rows } = await ask(app, 'imported.list', { state: 'waiting', ...everything });
  expect(rows.map(({ job }) => job.number)).not.toContain('2408');
});

test('closed, inactive and mapped jobs are dimmed with the reason and cannot be taken', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await app.go('#/projects/not-mapped');
  await page.getByRole('row', { name: /Pier 24/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  const box = page.getByRole('combobox', { name: 'Sage job' });
  for (const [typed, option, reason] of [
    ['allenmore', /^2303/, 'This job is 6-Closed.'],
    ['2308', /^2308/, 'This job is marked inactive.'],
    ['multicare cedar', /^2402/, 'Mapped to MultiCare Cedar Clinic Tenant Improvement already.'],
  ] as const) {
    await box.fill(typed);
    const found = page.getByRole('option', { name: option });
    await expect(found).toContainText(reason);
    await expect(found).toBeDisabled();
    // Even a click that lands on it takes nothing.
    await found.click({ force: true });
    await expect(box).toHaveValue(typed);
  }
  await box.fill('multicare');
  await expect(page.getByRole('option', { name: /^2414 Cedar Clinic Imaging Suite/ })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
});

test('the defaults of a mapping are edited, and new drafts begin with them', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2401');
  await app.go('#/projects/mapped');
  await page.getByRole('row', { name: /Lincoln Elementary/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Edit' }).click();
  await panel.getByRole('combobox', { name: 'Phase' }).selectOption({ label: '2-South wing' });
  await panel.getByRole('combobox', { name: 'Change order type' }).selectOption({ label: '20-Architect Initiated' });
  await panel.getByRole('combobox', { name: 'Number of a new change order' }).selectOption('The number of the COR');
  await panel.getByRole('combobox', { name: 'Approved, CO issued' }).selectOption('2-Open');
  for (const [line, percent, multiplier] of [
    [1, '60', '0.9'],
    [2, '40', '0.8'],
  ] as const) {
    await panel.getByRole('button', { name: 'Add a line' }).click();
    await panel.getByRole('combobox', { name: `Cost code, line ${line}` }).fill('3300');
    await page.getByRole('option', { name: /^3300 / }).click();
    await panel.getByRole('combobox', { name: `Cost type, line ${line}` }).selectOption(String(line));
    await panel.getByRole('textbox', { name: `Percent, line ${line}` }).fill(percent);
    await panel.getByRole('textbox', { name: `Multiplier, line ${line}` }).fill(multiplier);
  }
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('region', { name: 'Sage 100' })).toContainText('The number of the COR');

  await addToSage(app, /Added shear wall anchors/);
  await expect(page.getByRole('combobox', { name: 'Phase' })).toHaveValue('2');
  await expect(page.getByRole('combobox', { name: 'CO Type' })).toHaveValue('20');
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('2');
  await expect(page.getByRole('textbox', { name: 'Change number to write' })).toHaveValue('1');
  await page.getByRole('button', { name: 'Budget and sub change details' }).click();
  await atStep(app, 3);
  await expect(field(app, 'Share of the price', 1)).toHaveValue('60');
  await expect(field(app, 'Sage 100 Multiplier', 2)).toHaveValue('0.8');
  await expect(choice(app, 'Sage 100 Cost Type', 2)).toHaveValue('2');
});

test('a project is unmapped only after its change orders are unlinked', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { cor, record } = await pushCor(app, /Add medical gas outlets/);
  await app.go('#/projects/mapped');
  await page.getByRole('row', { name: /MultiCare Cedar Clinic/ }).click();
  const panel = page.getByRole('dialog');
  const unmap = panel.getByRole('button', { name: /^Unmap/ });
  await expect(unmap).toBeDisabled();
  await unmap.focus();
  await expect(page.getByRole('tooltip')).toHaveText(
    'One COR is linked to change orders of job 2402: unlink them first.',
  );

  const detail = await openDetail(app, cor);
  await detail.getByRole('button', { name: 'Unlink…' }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText('Nothing is deleted');
  await expect(asked.getByRole('button', { name: 'Unlink' })).toBeDisabled();
  await asked.getByRole('textbox', { name: /^Why is it unlinked/ }).fill('Mapped to the wrong job');
  await asked.getByRole('button', { name: 'Unlink' }).click();
  await expect(detail).toContainText('Not in Sage');

  await app.go('#/projects/mapped');
  await page.getByRole('row', { name: /MultiCare Cedar Clinic/ }).click();
  await unmap.click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unmap' }).click();
  await expect(page.getByRole('tab', { name: 'Mapped (0)', exact: true })).toBeVisible();
  expect(await app.inSage('SELECT status FROM prmchg WHERE recnum = ?', record)).toEqual([{ status: 1 }]);
});
