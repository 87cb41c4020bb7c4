import type { HistoryEntry } from '#shared/domain/records.ts';
import { historyWords } from '../../components/historyWords.ts';
import type { ExportColumn } from '../../export/exportColumn.ts';

export type HistoryColumn = {
  readonly id: 'when' | 'what' | 'sentence' | 'job' | 'cor' | 'co' | 'by';
  readonly title: string;
  /** In pixels. */
  readonly width: number;
};

export const historyColumns: readonly HistoryColumn[] = [
  { id: 'when', title: 'When', width: 168 },
  { id: 'what', title: 'What', width: 184 },
  { id: 'sentence', title: 'What happened', width: 260 },
  { id: 'job', title: 'Job', width: 60 },
  { id: 'cor', title: 'COR', width: 64 },
  { id: 'co', title: 'In Sage', width: 96 },
  { id: 'by', title: 'Who', width: 128 },
];

/** `14, 15`: the CORs that an entry is about. */
export function corNumbers({ cors }: Pick<HistoryEntry, 'cors'>): string {
  return cors.flatMap(({ number }) => number ?? []).join(', ');
}

/** The columns of the exported timeline. `when` writes an instant as text in the office's time zone. */
export function exportColumns(when: (instant: string) => string): readonly ExportColumn<HistoryEntry>[] {
  const text = (title: string, width: number, value: (entry: HistoryEntry) => string) =>
    ({ title, kind: 'text', width, value }) as const;
  return [
    text('When', 20, (entry) => when(entry.at)),
    text('When (UTC)', 24, (entry) => entry.at),
    text('Who', 20, (entry) => entry.by),
    text('What', 20, (entry) => historyWords[entry.kind].word),
    text('What happened', 80, (entry) => entry.sentence),
    text('Job', 10, (entry) => entry.job ?? ''),
    text('COR', 10, corNumbers),
    text('In Sage', 14, (entry) => entry.changeOrder ?? ''),
    text('Transfer', 20, (entry) => entry.transferId ?? ''),
    text('Details', 60, (entry) => entry.detail),
  ];
}
