import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSystemClock } from '../../electron/hosts/clock.ts';
import { startClearstorySandbox } from '../../electron/sandbox/clearstory/server.ts';
import { expect, test } from './app.ts';
import { endHost, startHost } from './host.ts';

const key = { keyId: 'canary-81ac-key', secret: 'canary-81ac-secret' };
const procoreKey = { clientId: 'canary-81ac-client', secret: 'canary-81ac-procore' };

test('from an empty data folder and an enrolment file to a connected company: no secret stays but in the secret store', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-enrolment-'));
  const sandbox = await startClearstorySandbox({ clock: createSystemClock(), credentials: key });
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const file = join(home, 'plumbline-enrolment.json');
  const company = {
    id: 'west',
    name: 'Westside Builders',
    sage: { kind: 'sample' },
    clearstory: { baseUrl: sandbox.url },
    schedule: { pushMinutes: 9 },
    secrets: {
      'clearstory.keyId': key.keyId,
      'clearstory.secret': key.secret,
      'procore.clientId': procoreKey.clientId,
      'procore.secret': procoreKey.secret,
    },
  };
  const enrolment = { expires: '2999-12-31', preparedBy: 'Lee, IT', companies: [company] };
  writeFileSync(file, JSON.stringify(enrolment), { mode: 0o600 });
  const configFile = join(folder, 'config.json');
  writeFileSync(configFile, '{}');
  const start = () => startHost({ home, configFile, sageFile: '', keyGiven: false, policyFile: null, environment: {} });
  let host = await start();
  try {
    expect(existsSync(file)).toBe(false);
    await page.goto(host.url);
    await expect(page.getByText('Westside Builders').first()).toBeVisible();
    await page.goto(`${new URL(page.url()).origin}/#/settings/schedules`);
    const push = page.getByRole('textbox', { name: 'Approved change orders into Sage, every' });
    await expect(push).toHaveValue('9');
    await expect(push).toBeEnabled();
    await page.goto(`${new URL(page.url()).origin}/#/settings/clearstory`);
    await expect(page.getByText('A key is stored.')).toBeVisible();
    await page.goto(`${new URL(page.url()).origin}/#/home`);
    await page.getByRole('button', { name: 'Sync now' }).first().click();
    await expect.poll(() => sandbox.control.requests().length).toBeGreaterThan(0);
    await endHost(host.process);
    host = await start();
    await page.goto(host.url);
    await expect(page.getByText('Westside Builders').first()).toBeVisible();
    for (const secret of [key.secret, procoreKey.secret]) expect(holding(home, secret)).toEqual(['secrets.json']);
  } finally {
    await endHost(host.process);
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The files below a folder that hold a text. */
function holding(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(text))
    .map(({ name }) => name);
}
