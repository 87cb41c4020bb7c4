import { expect, it } from 'vitest';
import { transferSchema } from '#shared/domain/records.ts';
import { itemTransfer, queued, transfer } from '../contracts/storeRig.ts';

it('a transfer that was stored before there was another cloud is of Clearstory, and else as it was', () => {
  const { cloud: _, ...stored } = transfer('a', queued, { corIds: ['1', '2'], newestRecord: '88' });
  expect(transferSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual({ ...stored, cloud: 'clearstory' });
});

it('a transfer of an item of Procore is read as it was stored', () => {
  const stored = itemTransfer('a', queued);
  expect(transferSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
});
