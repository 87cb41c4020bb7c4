import { expect, it } from 'vitest';
import { startProcoreEngine } from './rig.ts';

it('what Sage has of a kind that cannot be read needs somebody for as long as that is so, and the items say why', async () => {
  const rig = await startProcoreEngine();
  await rig.read();
  const { tone } = await rig.ask('home.status', {});
  const needed = async () => (await rig.ask('home.attention', {})).items.filter(({ id }) => id.startsWith('unread:'));
  expect(await needed()).toEqual([]);

  const [invoice] = await rig.inSage('SELECT recnum, invttl FROM acpinv ORDER BY recnum');
  await rig.inSage("UPDATE acpinv SET invttl = 'x1.00' WHERE recnum = ?", String(invoice?.recnum));
  await rig.read();
  const since = rig.clock.now();
  await rig.read();
  expect(await needed()).toMatchObject([
    {
      since,
      sentence: expect.stringMatching(/^Sage's payable invoices cannot be read, so that Procore's items go by/),
    },
  ]);
  const status = await rig.ask('home.status', {});
  expect(status.tone).not.toBe('inStep');
  expect(status.counts.find(({ id }) => id === 'unread')).toMatchObject({ label: 'Not read from Sage', count: 1 });

  await rig.inSage('UPDATE acpinv SET invttl = ? WHERE recnum = ?', String(invoice?.invttl), String(invoice?.recnum));
  await rig.read();
  expect(await needed()).toEqual([]);
  expect((await rig.ask('home.status', {})).tone).toBe(tone);
});
