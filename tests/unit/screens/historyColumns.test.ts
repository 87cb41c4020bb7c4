import { describe, expect, it } from 'vitest';
import { maxMessageBytes } from '#shared/contract/messageSize.ts';
import { detailLimit, sentenceLimit } from '#shared/domain/historyDetail.ts';
import { type HistoryEntry, historyPage, ofNoRecord } from '#shared/domain/records.ts';
import { exportColumns } from '../../../renderer/screens/history/historyColumns.ts';

const entry: HistoryEntry = {
  ...ofNoRecord,
  id: '000000000001',
  at: '2026-11-30T15:00:00.000Z',
  by: 'Dana Reyes',
  kind: 'applied',
  sentence: 'Written',
  detail: '',
};

describe('the exported timeline', () => {
  it('names every COR that a change order carries', () => {
    const cors = [
      { id: '61', number: '14' },
      { id: '62', number: null },
      { id: '63', number: '15' },
    ];
    const columns = exportColumns((instant) => instant);
    const cor = columns.find(({ title }) => title === 'COR');
    expect(cor?.value({ ...entry, cors })).toBe('14, 15');
    expect(cor?.value(entry)).toBe('');
  });
});

describe('a page of History', () => {
  it('fits in one message however much its entries say', () => {
    const most: HistoryEntry = {
      ...entry,
      sentence: 's'.repeat(sentenceLimit),
      detail: JSON.stringify({ facts: 'd'.repeat(detailLimit) }).slice(0, detailLimit),
      job: '1234567890',
      cors: Array.from({ length: 50 }, (_, index) => ({ id: `${71234000 + index}`, number: `COR-${1000 + index}` })),
      changeOrder: '12345678',
      transferId: crypto.randomUUID(),
    };
    const page = { rows: Array.from({ length: historyPage }, () => most), total: 1_000_000 };
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(maxMessageBytes);
  });
});
