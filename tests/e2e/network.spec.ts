import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { createAuthority } from '../integration/network/authority.ts';
import { startProxy } from '../integration/network/proxy.ts';
import { expect, test } from './app.ts';
import { serious } from './axe.ts';
import { ask, toast } from './steps.ts';

test('a person names the office’s proxy, and the test shows every step to every host and what IT must open', async ({
  app,
}) => {
  const { page } = app;
  const proxy = await startProxy();
  const authority = createAuthority('Office Inspection');
  const farEnd = createServer(authority.certify('login.procore.com')).listen(0, '127.0.0.1');
  farEnd.on('tlsClientError', () => undefined);
  try {
    await app.go('#/settings/network');
    const form = page.getByRole('form', { name: 'Network' });
    await expect(form.getByRole('radio', { name: /As this computer does/ })).toBeChecked();
    await expect(form.getByRole('radio', { name: 'As this PAC file says' })).toBeDisabled();
    await form.getByRole('radio', { name: 'Through this proxy' }).check();
    await form.getByRole('textbox', { name: 'Proxy', exact: true }).fill('proxy without a port');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText(/is not a proxy’s name and port/)).toBeVisible();
    await form.getByRole('textbox', { name: 'Proxy', exact: true }).fill(`127.0.0.1:${proxy.port}`);
    await form.getByRole('textbox', { name: 'User' }).fill('plumbline');
    await form.getByRole('textbox', { name: 'Password' }).fill('canary-4711');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(toast(app, 'The network is saved.')).toBeVisible();
    await page.reload();
    await expect(form.getByRole('textbox', { name: 'User' })).toHaveValue('plumbline');
    await expect(form.getByRole('textbox', { name: 'Password' })).toHaveValue('');
    await expect(form.getByPlaceholder('Stored, not shown')).toBeVisible();

    const tests = page.getByRole('region', { name: 'Test of every host' });
    await tests.getByRole('button').click();
    await expect(tests.getByText('nothing on the internet is used')).toBeVisible();

    // Procore's names are known to the proxy alone, so that nothing leaves this computer.
    const { settings } = await ask(app, 'settings.get', {});
    const procore = { ...settings.procore, environment: 'production' as const, companyId: '1001' };
    await ask(app, 'settings.save', { settings: { ...settings, procore } });
    proxy.login = { offers: 'Basic realm="office"', pair: 'plumbline:canary-4711' };
    proxy.hosts.set('login.procore.com:443', (farEnd.address() as AddressInfo).port);
    await tests.getByRole('button').click();
    const login = tests.getByRole('list', { name: 'Steps to login.procore.com:443' });
    await expect(login.getByRole('listitem').filter({ hasText: 'connection' })).toContainText(
      `through the proxy 127.0.0.1:${proxy.port}`,
    );
    const certificate = login.getByRole('listitem').filter({ hasText: 'certificate' }).first();
    await expect(certificate).toContainText('It is signed by Office Inspection');
    await expect(certificate).toContainText('What to do: If a proxy inspects traffic');
    const data = tests.getByRole('list', { name: 'Steps to api.procore.com:443' });
    await expect(data.getByRole('listitem').filter({ hasText: 'connection' })).toContainText(
      `What to do: Allow api.procore.com:443 on the proxy 127.0.0.1:${proxy.port}.`,
    );
    expect(await serious(app)).toEqual([]);
    expect(await page.content()).not.toContain('canary-4711');
    await app.go('#/settings/about');
    await expect(page.getByText('Nobody asks: IT decides when a new version is installed')).toBeVisible();
  } finally {
    farEnd.close();
    proxy.close();
    authority.remove();
  }
});
