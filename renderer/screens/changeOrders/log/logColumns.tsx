import type { ReactNode } from 'react';
import { corStatusWords } from '#shared/domain/corAmounts.ts';
import type { CorLogQuery, CorLogRow } from '#shared/domain/corLog.ts';
import { stageWords } from '#shared/domain/stageWords.ts';
import { Money } from '../../../components/Money.tsx';
import type { OfficeDays } from '../../../components/officeDays.ts';
import { StateBadge } from '../../../components/StateBadge.tsx';
import type { ExportColumn } from '../../../export/exportColumn.ts';
import { StatusText } from './StatusText.tsx';
import { sageText, sageWord, sageWords } from './sageWords.ts';

export type LogColumnId = CorLogQuery['sort']['column'];

export type LogColumn = {
  readonly id: LogColumnId;
  readonly title: string;
  /** In pixels; a column that grows gets at least this much. */
  readonly width: number;
  readonly grow: number;
  /** What the title does not say by itself. */
  readonly meaning?: string;
  readonly kind: ExportColumn<CorLogRow>['kind'];
  /** Hidden at first where the window is narrow. */
  readonly roomy?: true;
  /** As exported, and as shown where there is no `cell`. */
  readonly text: (row: CorLogRow, days: OfficeDays) => string;
  readonly cell?: (row: CorLogRow, days: OfficeDays) => ReactNode;
};

/** The columns of the Change Order Log, in their order. */
export const logColumns: readonly LogColumn[] = [
  { id: 'number', title: 'COR', width: 68, grow: 0, kind: 'text', text: (row) => row.number },
  {
    id: 'title',
    title: 'Title',
    width: 176,
    grow: 3,
    kind: 'text',
    // What a subcontractor asks of us is a cost, what we ask of a customer a price: the two never look alike, also as exported.
    text: (row) => (row.inbox === 'received' ? `Received: ${row.title}` : row.title),
  },
  { id: 'job', title: 'Job', width: 60, grow: 0, kind: 'text', text: (row) => row.job ?? '' },
  { id: 'project', title: 'Project', width: 120, grow: 2, kind: 'text', text: (row) => row.projectName },
  {
    id: 'status',
    title: 'Status',
    width: 176,
    grow: 0,
    kind: 'text',
    text: (row) => corStatusWords[row.status],
    cell: (row) => <StatusText status={row.status} />,
  },
  { id: 'stage', title: 'Stage', width: 136, grow: 0, kind: 'text', roomy: true, text: (row) => stageWords(row.stage) },
  {
    id: 'requested',
    title: 'Requested',
    width: 104,
    grow: 0,
    kind: 'money',
    text: (row) => row.requested,
    cell: (row) => <Money amount={row.requested} />,
  },
  {
    id: 'approved',
    title: 'Effective',
    meaning: 'The amount that goes with the status: approved, in review, or void.',
    width: 104,
    grow: 0,
    kind: 'money',
    text: (row) => row.effective,
    cell: (row) => <Money amount={row.effective} />,
  },
  {
    id: 'customerCoNumber',
    title: 'Customer CO no.',
    width: 128,
    grow: 0,
    kind: 'text',
    roomy: true,
    text: (row) => row.customerCoNumber ?? '',
  },
  {
    id: 'customerReferenceNumber',
    title: 'Customer ref no.',
    width: 128,
    grow: 0,
    kind: 'text',
    roomy: true,
    text: (row) => row.customerReferenceNumber ?? '',
  },
  {
    id: 'daysInReview',
    title: 'Days in review',
    width: 116,
    grow: 0,
    kind: 'whole',
    roomy: true,
    text: (row) => (row.daysInReview === null ? '' : String(row.daysInReview)),
  },
  {
    id: 'updated',
    title: 'Updated',
    width: 104,
    grow: 0,
    kind: 'date',
    roomy: true,
    text: (row, days) => days.date(row.updatedAt),
    cell: (row, days) => days.words(row.updatedAt),
  },
  {
    id: 'sage',
    title: 'Sage',
    width: 172,
    grow: 0,
    kind: 'text',
    text: (row) => sageText(row.sage, row.changeOrder),
    cell: (row) => <StateBadge kind={sageWords[row.sage].kind} word={sageWord(row.sage, row.changeOrder)} />,
  },
];

/** The same columns for a file; the change order's number stands by itself there. */
export function exportColumns(days: OfficeDays): readonly ExportColumn<CorLogRow>[] {
  const columns = logColumns.map(({ id, title, kind, width, grow, text }) => ({
    title: id === 'number' ? 'COR number' : title,
    kind,
    width: Math.round(width / 7) + grow * 8,
    value: (row: CorLogRow) => (id === 'sage' ? sageWords[row.sage].word : text(row, days)),
  }));
  return [...columns, { title: 'Sage CO', kind: 'text', width: 10, value: (row) => row.changeOrder ?? '' }];
}
