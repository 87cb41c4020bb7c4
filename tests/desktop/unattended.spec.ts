import { askAtHome, askWho } from '../../electron/hosts/homeSocket.ts';
import { expect, test } from './desktop.ts';

test('--unattended serves operators without any window, and ends with code 0 when --stop-unattended asks it to', async ({
  launch,
  toEnd,
  folders,
}) => {
  const service = await launch({ words: ['--unattended'] });
  await expect.poll(() => askWho(folders.home), { timeout: 20_000 }).toMatchObject({ unattended: true });
  expect(await service.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  const info = { ask: 'engine', company: 'sample', channel: 'app.info', payload: {} } as const;
  expect(await askAtHome(folders.home, info)).toMatchObject({ ok: true, value: { host: 'desktop' } });
  expect(await toEnd({ words: ['--stop-unattended'] })).toMatchObject({ code: 0 });
  expect(await service.ended).toBe(0);
});

test('--stop-unattended says that nothing runs', async ({ toEnd, folders }) => {
  const stopping = await toEnd({ words: ['--stop-unattended'] });
  expect(stopping.code).toBe(1);
  expect(stopping.error).toContain(`No unattended Plumbline runs on ${folders.home}.`);
});

test('a service whose data folder cannot be made ends with code 1 and the reason', async ({ toEnd }) => {
  const service = await toEnd({ words: ['--unattended', '--home', '/dev/null/plumbline'] });
  expect(service.code).toBe(1);
  expect(service.error).toContain('/dev/null/plumbline');
});
