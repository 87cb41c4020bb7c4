import type { Migration } from '../migrate.ts';
import { records } from './0001-records.ts';
import { corLog } from './0002-corLog.ts';
import { transfers } from './0003-transfers.ts';
import { writing } from './0004-writing.ts';
import { procore } from './0005-procore.ts';
import { itemTransfers } from './0006-itemTransfers.ts';
import { historyOfItems } from './0007-historyOfItems.ts';

/** Every step ever shipped, in order. New ones go to the end. */
export const migrations: readonly Migration[] = [
  records,
  corLog,
  transfers,
  writing,
  procore,
  itemTransfers,
  historyOfItems,
];
