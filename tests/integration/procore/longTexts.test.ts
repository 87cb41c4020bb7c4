import { expect, it } from 'vitest';
import { startClinic } from './clinic.ts';

const long = (text: string) => `${text} ${'<b>=1+1 \u202e\u200bé '.repeat(5000)}`;

it('what Procore sends with tens of thousands of characters in its texts is still listed, opened and previewed', async () => {
  const rig = await startClinic();
  const { records } = rig.store.procore;
  const [vendor] = records.all('vendor');
  const key = rig.contract('SC-002');
  const commitment = records.all('commitment').find(({ id }) => key.id === `p:${id}`);
  const [line] = commitment?.lines ?? [];
  if (vendor === undefined || commitment === undefined || line === undefined) throw new Error('Not in the seed');
  const many = Array.from({ length: 250 }, (_, index) => index);
  records.upsert(
    'vendor',
    many.map((index) => ({ ...vendor, id: `9${index}`, name: long(`V${index}`), abbreviation: long('a') })),
  );
  records.upsert('commitment', [
    {
      ...commitment,
      title: long('title'),
      description: long('description'),
      lines: many.map((index) => ({ ...line, id: `8${index}`, position: index, description: long(`line ${index}`) })),
    },
  ]);
  expect(await rig.rows('vendor')).toHaveLength(200);
  const { row, lines, lineCount } = await rig.ask('procore.item', { key });
  expect([row.title.length < 1000, lines.length, lineCount]).toEqual([true, 200, 250]);
  const preview = await rig.preview(key, await rig.answers(key));
  expect(preview.ok ? preview.stepCount : preview.refusals.length).toBeGreaterThan(0);
  const { partners } = await rig.ask('procore.partners', { key: { kind: 'vendor', id: 'p:90' }, search: '' });
  expect(partners.length).toBeGreaterThan(0);
});
