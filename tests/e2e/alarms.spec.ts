import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './app.ts';
import { serious } from './axe.ts';
import { ask, toast } from './steps.ts';

test('a webhook is entered and tested; what it refuses is said, and its key is never shown', async ({ app }) => {
  const { page } = app;
  const heard: string[] = [];
  let status = 500;
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => void heard.push(chunk.toString()));
    request.on('end', () => response.writeHead(status).end());
  }).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await app.go('#/settings/alarms');
    const form = page.getByRole('form', { name: 'Alarms' });
    const webhook = form.getByRole('textbox', { name: 'Webhook' });
    await webhook.fill('http://hooks.example/x');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('is not an https address').first()).toBeVisible();
    await webhook.fill(`http://127.0.0.1:${port}/plumbline`);
    await form.getByLabel('Key of its signature').fill('canary-hook-key');
    await form.getByRole('textbox', { name: /nothing was heard/ }).fill('30');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(toast(app, 'The alarms are saved.')).toBeVisible();
    const tests = page.getByRole('region', { name: 'Test of the alarms' });
    await tests.getByRole('button', { name: 'Test Webhook' }).click();
    await expect(tests).toContainText('did not take the message (HTTP 500)');
    status = 204;
    await tests.getByRole('button', { name: 'Test Webhook' }).click();
    await expect(tests).toContainText('Sent');
    expect(heard.map((body) => JSON.parse(body).kind)).toEqual(['test', 'test']);
    expect(await serious(app)).toEqual([]);
    await page.reload();
    await expect(form.getByRole('textbox', { name: /nothing was heard/ })).toHaveValue('30');
    await expect(form.getByPlaceholder('Stored, not shown')).toHaveValue('');
    expect(JSON.stringify(await ask(app, 'settings.get', {}))).not.toContain('canary-hook-key');
  } finally {
    server.close();
  }
});
