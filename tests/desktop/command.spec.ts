import { askAtHome } from '../../electron/hosts/homeSocket.ts';
import { expect, test } from './desktop.ts';

test('a verb answers on standard output without any window, and ends with its exit code', async ({ run, folders }) => {
  const unused = await run('status', '--json', '--home', folders.home);
  expect(unused).toMatchObject({ code: 1 });
  expect(JSON.parse(unused.output)).toMatchObject({ ok: false, failure: { code: 'home.unused' } });
  const synced = await run('sync', 'all', '--home', folders.home);
  expect(synced, synced.error).toMatchObject({ code: 0 });
  const status = await run('status', '--json', '--home', folders.home);
  expect(status, status.error).toMatchObject({ code: 0 });
  expect(JSON.parse(status.output)).toMatchObject({ ok: true, running: false, asked: { home: folders.home } });
});

test('a verb asks the window that is open', async ({ launch, run, folders }) => {
  await launch();
  const companies = { ask: 'engine', company: null, channel: 'companies.list', payload: {} } as const;
  await expect.poll(() => askAtHome(folders.home, companies), { timeout: 20_000 }).not.toBeNull();
  const status = await run('status', '--json', '--home', folders.home);
  expect(JSON.parse(status.output)).toMatchObject({ ok: true, running: true });
});

test('--help lists the verbs', async ({ run }) => {
  const help = await run('--help');
  expect(help).toMatchObject({ code: 0, error: '' });
  expect(help.output).toContain('support-package');
});

test('a verb that does not exist is refused by its name, with the code for a wrong command', async ({ run }) => {
  const unknown = await run('frobnicate');
  expect(unknown).toMatchObject({ code: 2, output: '' });
  expect(unknown.error).toContain('frobnicate');
});
