import { expect, it } from 'vitest';
import { parseMoney } from '#shared/domain/money.ts';
import { itemKinds } from '#shared/domain/procore/item.ts';
import { startClinic } from './clinic.ts';

it('every amount that an item or a partner shows is one: the screen could not print anything else', async () => {
  const rig = await startClinic();
  const wrong: string[] = [];
  const check = (where: string, value: string | null) => {
    if (value !== null && parseMoney(value) !== value) wrong.push(`${where}: ${value}`);
  };
  for (const kind of itemKinds) {
    for (const { key, number, amount } of await rig.rows(kind)) {
      check(`${kind} ${number}`, amount);
      const { fields, lines } = await rig.ask('procore.item', { key });
      for (const { label, form, procore, sage } of fields) {
        if (form === 'money') for (const value of [procore, sage]) check(`${kind} ${number}, ${label}`, value);
      }
      // Their lines are cost codes.
      if (kind === 'project' || kind === 'costCodes') continue;
      for (const { title, procore, sage } of lines)
        for (const value of [procore, sage]) check(`${kind} ${number}, line ${title}`, value);
    }
  }
  expect(wrong).toEqual([]);
});
